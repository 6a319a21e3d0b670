import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

// ./griot on a machine of which we choose what it holds: PATH has a few POSIX tools, and stand-ins for node and npm.
const home = fileURLToPath(new URL('..', import.meta.url))
const tools = ['sh', 'dirname', 'readlink', 'uname', 'cksum', 'grep', 'mkdir', 'mv', 'rm', 'ln']
let root: string

function findTool(name: string): string {
  const candidates = String(process.env.PATH)
    .split(delimiter)
    .map(folder => join(folder, name))
  const found = candidates.find(path => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  assert.ok(found, `${name} is not on the PATH`)
  return found
}

function put(name: string, script: string): void {
  const path = join(root, 'bin', name)
  writeFileSync(path, `#!${findTool('sh')}\n${script}\n`)
  chmodSync(path, 0o755)
}

/** An npm that links what it is asked for instead of fetching it. */
function putNpm(): void {
  put(
    'npm',
    `for wanted; do :; done
case $1 in
  install) mkdir -p "$3/node_modules/\${wanted%@*}/bin" && ln -s "${process.execPath}" "$3/node_modules/\${wanted%@*}/bin/node" ;;
  ci) mkdir node_modules && ln -s "${home}node_modules"/* node_modules/ ;;
esac`,
  )
}

function griot(launcher = join(root, 'clone/griot')): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(launcher, ['--version'], { encoding: 'utf8', env: { PATH: join(root, 'bin') }, cwd: root })
  return { status, stdout, stderr }
}

describe('./griot', { skip: process.platform === 'win32' && 'griot.cmd is what Windows runs' }, () => {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'griot-launcher-'))
    mkdirSync(join(root, 'bin'))
    for (const tool of tools) symlinkSync(findTool(tool), join(root, 'bin', tool))
    for (const path of ['griot', 'scripts', 'package.json', 'package-lock.json'])
      cpSync(join(home, path), join(root, 'clone', path), { recursive: true })
    symlinkSync(join(home, 'src'), join(root, 'clone/src'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('with a new Node it installs the dependencies once and then says nothing', () => {
    symlinkSync(process.execPath, join(root, 'bin/node'))
    putNpm()
    const first = griot()
    assert.match(first.stdout, /^\d+\.\d+\.\d+\n$/)
    assert.equal(first.stderr, 'griot: installing the dependencies that package-lock.json names (once)\n')
    assert.deepEqual(griot(), { status: 0, stdout: first.stdout, stderr: '' })
    assert.ok(!existsSync(join(root, 'clone/.node')))
  })

  test('with an old Node it installs one of its own', () => {
    put('node', 'echo v20.20.2')
    putNpm()
    const first = griot()
    assert.match(first.stderr, /^griot: no Node 22\.18 or newer found; installing Node 24\.\d+\.\d+ into \.node\//)
    assert.match(first.stdout, /^\d+\.\d+\.\d+\n$/)
    assert.deepEqual(griot(), { status: 0, stdout: first.stdout, stderr: '' })
    assert.deepEqual(readdirSync(join(root, 'clone/.node')).length, 1)
  })

  test('without npm it says what to install', () => {
    const { status, stdout, stderr } = griot()
    assert.match(stderr, /^griot: npm was not found, .* Install Node 22\.18 or newer together with npm/)
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' })
  })

  test('when npm fails it says so and leaves nothing half done', () => {
    put('npm', 'exit 1')
    const { status, stderr } = griot()
    assert.match(stderr, /could not be installed from npm or does not run on this system/)
    assert.equal(status, 1)
    assert.deepEqual(readdirSync(join(root, 'clone/.node')), [])
  })

  test('it can be linked to from elsewhere', () => {
    symlinkSync(process.execPath, join(root, 'bin/node'))
    putNpm()
    symlinkSync('../clone/griot', join(root, 'bin/griot'))
    assert.match(griot(join(root, 'bin/griot')).stdout, /^\d+\.\d+\.\d+\n$/)
  })
})
