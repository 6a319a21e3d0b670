// All that can be checked without running Griot: types, lint and format, import rules, unused exports, house rules.
// Arguments name the checks to run (`npm run check -- types imports`); without any all run.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const checks: Record<string, string[]> = {
  types: ['node_modules/typescript/bin/tsc', '--project', '.'],
  web: ['node_modules/typescript/bin/tsc', '--project', 'web'],
  style: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  imports: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...globSync('{src,test,train,bench,scripts,web}')],
  unused: ['node_modules/knip/bin/knip.js', '--no-progress'],
  house: ['scripts/house-rules.ts'],
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in checks))
if (unknown.length > 0) {
  console.error(`There is no check named ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}.`)
  process.exit(2)
}

const names = Object.keys(checks).filter(name => wanted.length === 0 || wanted.includes(name))
const results = await Promise.all(names.map(async name => ({ name, ...(await runNode(checks[name] ?? [])) })))
for (const { name, ok, output } of results) console.log(ok ? `ok      ${name}` : `FAILED  ${name}\n${output.replace(/^/gm, '    ')}`)
process.exitCode = results.every(result => result.ok) ? 0 : 1

function runNode(args: string[]): Promise<{ ok: boolean; output: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', chunk => chunks.push(chunk))
  child.stderr.on('data', chunk => chunks.push(chunk))
  return new Promise(resolve => child.on('close', code => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString().trim() })))
}
