import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'griot-library-'))
after(() => rmSync(folder, { recursive: true }))

/** Runs griot in the folder; what Node itself warns of is to be seen. */
function griot(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NODE_OPTIONS: '', GRIOT_LIBRARY: '' }
  return spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8', env })
}

writeFileSync(join(folder, 'a.txt'), 'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024.')
writeFileSync(join(folder, 'b.txt'), 'The army of Mali said on 5 March 2024 that it had seized Ber.')

test('reports are added to library.griot, and status counts them', () => {
  const add = griot('add', 'a.txt', 'b.txt')
  assert.deepEqual([add.status, add.stdout], [0, '2 reports added\n'])
  // Node 22 calls its own reading of TypeScript an experiment as well.
  assert.doesNotMatch(add.stderr, /SQLite/)
  const { stdout } = griot('status', '--json')
  const { reports, events, figures, incidents } = JSON.parse(stdout)
  assert.equal(reports, 2)
  assert.ok(events >= 2 && figures >= 1 && incidents >= 0)
  assert.match(griot('status').stdout, /^library\.griot\n {2}reports +2\n/)
})

test('a library that is not there, or is something else, is said in a sentence', () => {
  const missing = griot('status', '--library', 'nowhere.griot')
  assert.equal(missing.status, 2)
  assert.match(missing.stderr, /^griot: There is no library at nowhere\.griot\. griot add PATH… makes one/)
  writeFileSync(join(folder, 'text.griot'), 'This is a text and no database at all. '.repeat(50))
  const foreign = griot('add', 'a.txt', '--library', 'text.griot')
  assert.equal(foreign.status, 1)
  assert.match(foreign.stderr, /^griot: The library text\.griot is damaged or is no library/)
})
