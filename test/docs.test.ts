import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { findBlocks } from './markdown-blocks.ts'

// The pages cannot rot: what they name exists, and what they show is what Griot prints.
const home = fileURLToPath(new URL('..', import.meta.url))
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: home }).sort()

// The library that a page asks where it names none: the demo.
const folder = mkdtempSync(join(tmpdir(), 'griot-docs-'))
const library = join(folder, 'demo.griot')
before(() => void runLine('griot add examples/demo/reports.jsonl'))
after(() => rmSync(folder, { recursive: true }))

/** Runs a line of a page in the repository's root; `griot` is the command line from the source. */
function runLine(line: string): { status: number | null; output: string } {
  const griot = `griot() { '${process.execPath}' --disable-warning=ExperimentalWarning '${join(home, 'src/cli/main.ts')}' "$@"; }`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${griot}\n${line}`], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, GRIOT_LIBRARY: library },
  })
  return { status, output: stdout + stderr }
}

/** Turns what a page shows into a pattern: a line that holds only "…" stands for any lines. */
function patternOf(shown: string): RegExp {
  const lines = shown.trimEnd().split('\n')
  const escaped = lines.map(line => (line.trim() === '…' ? '(.*\\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`))
  return new RegExp(`^${escaped.join('')}$`)
}

for (const page of pages) {
  const text = readFileSync(join(home, page), 'utf8')

  describe(page, () => {
    test('every path that it names exists', () => {
      const inRoot = [...text.matchAll(/`((?:src|test|data|docs|examples|scripts|train|bench|web|\.ci)\/[\w./-]*)`/g)].map(match =>
        join(home, String(match[1])),
      )
      const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#]+)/g)].map(match => join(home, dirname(page), String(match[1])))
      const named = [...inRoot, ...links].filter(path => !/\bxx?\b/.test(path))
      assert.deepEqual(
        named.filter(path => !existsSync(path)),
        [],
      )
    })

    for (const { code } of findBlocks(text, 'console')) {
      for (const [, command, shown] of code.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
        test(`$ ${command}`, { skip: process.platform === 'win32' && 'the blocks are for a POSIX shell' }, () => {
          const { output } = runLine(String(command))
          if (!patternOf(String(shown)).test(output)) assert.equal(output, shown)
        })
      }
    }
  })
}

test('the first command of the README reads a report', { skip: process.platform === 'win32' && 'Windows has griot.cmd' }, () => {
  const commands = findBlocks(readFileSync(join(home, 'README.md'), 'utf8'), 'sh').map(block => block.code.trim())
  const first = commands.find(command => command.startsWith('./griot '))
  assert.ok(first, 'README.md shows no ./griot command')
  const { status, output } = runLine(first)
  assert.equal(status, 0, output)
  assert.notEqual(output, '')
})
