// Makes dist/: JavaScript and type declarations of src/, with the lists and the parts of pages that stand beside them, and the desk.
// dist/ lies as deep as src/, so that `../../data` means the same from both. An argument names another folder than dist/.
// Types are not checked here; `npm run check` does that.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const out = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)))
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
rmSync(out, { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json', '--outDir', out], {
  stdio: 'inherit',
})
// Lists, and what pages are made of.
for (const file of globSync('src/**/*.{tsv,css,js,json,xml}', { exclude: ['**/*.cases.tsv'] }))
  cpSync(file, join(out, relative('src', file)))
execFileSync(process.execPath, ['scripts/build-web.ts', join(out, 'web')], { stdio: 'inherit' })
