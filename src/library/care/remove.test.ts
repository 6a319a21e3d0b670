import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addItems } from '../add/add-reports.ts'
import { search } from '../asking/search.ts'
import { decide } from '../decisions/decide.ts'
import type { Item } from '../inputs.ts'
import { openLibrary } from '../open.ts'
import { libraryStatus } from '../status.ts'
import { checkLibrary } from './check.ts'
import { planRemoval, removeReports } from './remove.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-remove-'))
after(() => rmSync(folder, { recursive: true }))

/** Names that no other report has, in places of every kind: text, title, publisher, speaker, place, id. */
const SECRET = /Zarbouski|Qolmarefe|Vintapore|Hushwire|secret-7741|Okelampo/i

const SECRET_REPORT = {
  id: 'secret-7741',
  title: 'Okelampo interview',
  publisher: 'Hushwire',
  published: '2024-02-02',
  text: 'Amadou Zarbouski, a witness from Qolmarefe, said on Friday that soldiers had killed 4 people near Vintapore. Zarbouski fled to Niger.',
}

async function* items(): AsyncGenerator<Item> {
  for (let i = 0; i < 120; i++) {
    const text = `In week ${i} gunmen attacked ${i + 2} villages near Djibo, Burkina Faso. The governor said ${i + 10} families had fled to Dori.`
    const report = i === 60 ? SECRET_REPORT : { id: `r${i}`, title: `Week ${i}`, publisher: 'Gazette', published: '2024-02-01', text }
    const bytes = Buffer.from(JSON.stringify(report))
    yield { name: `week.jsonl:${i}`, format: 'jsonl', path: null, bytes, size: bytes.length, notes: [] }
  }
}

function bytesOnDisk(): string {
  return readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('\n')
}

test('a removed report leaves nothing of itself in the file, and the rest stays whole', async () => {
  const library = openLibrary(join(folder, 'l.griot'), { for: 'create' })
  await addItems(library, items(), { jobs: 1, confidentiality: 'public', addedAt: '2024-06-01T00:00:00.000Z' })
  assert.equal(search(library, { words: 'Zarbouski' }, 5).total, 1)
  const { report } = search(library, { words: 'Zarbouski' }, 5).hits[0]!
  decide(library, `${report.id}/s1`, { kind: 'accept', note: 'Okelampo' }, { by: 'ann', at: '2024-06-02T00:00:00.000Z' })
  assert.match(bytesOnDisk(), SECRET)
  const before = libraryStatus(library)
  const removal = planRemoval(library, { ids: [], publishers: ['Hushwire'] })
  assert.deepEqual([removal.reports.length, removal.decisions], [1, 1])
  assert.ok(removal.records > 0)
  assert.deepEqual(libraryStatus(library), before)
  removeReports(library, removal)
  assert.equal(libraryStatus(library).reports, 119)
  assert.equal(search(library, { words: 'Zarbouski' }, 5).total, 0)
  assert.equal(search(library, { actor: 'Zarbouski' }, 5).total, 0)
  assert.deepEqual(checkLibrary(library).problems, [])
  assert.doesNotMatch(bytesOnDisk(), SECRET)
  library.close()
  assert.doesNotMatch(bytesOnDisk(), SECRET)
})

test('what is not there is no removal', () => {
  const library = openLibrary(join(folder, 'l.griot'), { for: 'write' })
  assert.throws(() => planRemoval(library, { ids: [], publishers: ['Nobody'] }), /No report is of Nobody/)
  library.close()
})
