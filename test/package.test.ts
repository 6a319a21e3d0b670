import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { findBlocks } from './markdown-blocks.ts'

// The published package, as npm would install it: built, packed, and unpacked into an empty project beside its dependencies.
const home = fileURLToPath(new URL('..', import.meta.url))
const project = mkdtempSync(join(tmpdir(), 'griot-package-'))
after(() => rmSync(project, { recursive: true, force: true }))

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
}

test('the package works in another project', async t => {
  const source = join(project, 'source')
  for (const path of ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE']) cpSync(join(home, path), join(source, path))
  execFileSync(process.execPath, [join(home, 'scripts/build.ts'), join(source, 'dist')])
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: source,
    encoding: 'utf8',
  })
  const [{ filename, files }] = JSON.parse(packed)
  const modules = join(project, 'node_modules')
  mkdirSync(join(modules, 'griot'), { recursive: true })
  execFileSync('tar', ['-xzf', join(project, filename), '-C', join(modules, 'griot'), '--strip-components=1'])
  // The models are linked, for packing them takes longer than all else here.
  symlinkSync(join(home, 'data'), join(modules, 'griot/data'), 'junction')
  const { dependencies, scripts, files: published } = JSON.parse(node('-p', 'JSON.stringify(require("griot/package.json"))'))
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    mkdirSync(join(modules, name, '..'), { recursive: true })
    symlinkSync(join(home, 'node_modules', name), join(modules, name), 'junction')
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')

  await t.test('it publishes the models', () => assert.ok(published.includes('data')))

  await t.test('it holds no TypeScript source and no test', () => {
    const paths: string[] = files.map((file: { path: string }) => file.path)
    assert.deepEqual(
      paths.filter(path => /(?<!\.d)\.ts$|\.test\.|\.cases\./.test(path)),
      [],
    )
  })

  await t.test('it runs no script when it is installed', () => {
    assert.deepEqual(
      Object.keys(scripts).filter(name => /install|prepare/.test(name)),
      [],
    )
  })

  await t.test('its command runs', () => {
    assert.match(node('node_modules/griot/dist/cli/main.js', '--version'), /^\d+\.\d+\.\d+\n$/)
  })

  await t.test('its types hold', () => {
    writeFileSync(
      join(project, 'use.ts'),
      "import { GriotError } from 'griot'\nexport const error: Error = new GriotError('code', 'message')\n",
    )
    const tsc = join(home, 'node_modules/typescript/bin/tsc')
    node(tsc, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck', 'false', '--types', 'node', 'use.ts')
  })

  for (const page of ['README.md', ...globSync('docs/**/*.md', { cwd: home })]) {
    const examples = findBlocks(readFileSync(join(home, page), 'utf8'), 'js').filter(({ code }) => code.includes("from 'griot'"))
    for (const [index, { code, next }] of examples.entries()) {
      await t.test(`example ${index + 1} of ${page} prints what the page shows`, () => {
        writeFileSync(join(project, 'example.js'), code)
        assert.equal(node('example.js'), next)
      })
    }
  }
})
