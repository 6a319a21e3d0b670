import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Confidentiality } from '../../store/reports.ts'
import { addItems } from '../add/add-reports.ts'
import { decide, undoDecision } from '../decisions/decide.ts'
import { allDecisions } from '../decisions/list.ts'
import type { Item } from '../inputs.ts'
import { type Library, openLibrary } from '../open.ts'
import { libraryStatus } from '../status.ts'
import { checkLibrary } from './check.ts'
import { exportLibrary } from './export-library.ts'
import { importLibrary } from './import-library.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-archive-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const BY = { by: 'ann', at: '2024-06-02T00:00:00.000Z' }

async function fill(library: Library, from: number, to: number, confidentiality: Confidentiality = 'public'): Promise<void> {
  async function* items(): AsyncGenerator<Item> {
    for (let i = from; i < to; i++) {
      const text = `Gunmen killed ${i + 2} people in Djibo, Burkina Faso, on 4 March 2024, camp ${i}. The governor said 300 families had fled to Dori.`
      const bytes = Buffer.from(JSON.stringify({ id: `r${i}`, publisher: `Paper ${i}`, published: '2024-03-06', text }))
      yield { name: `r${i}`, format: 'jsonl', path: null, bytes, size: bytes.length, notes: [] }
    }
  }
  await addItems(library, items(), { jobs: 1, confidentiality, addedAt: BY.at })
}

/** Everything that matters of a library. */
function contents(library: Library) {
  return { reports: [...library.reports()], decisions: allDecisions(library), status: { ...libraryStatus(library), pending: 0 } }
}

function open<T>(name: string, use: 'create' | 'read', action: (library: Library) => T): T {
  const library = openLibrary(at(name), { for: use })
  try {
    return action(library)
  } finally {
    library.close()
  }
}

test('a library comes back whole', async () => {
  const library = openLibrary(at('a.griot'), { for: 'create' })
  await fill(library, 0, 6)
  const id = [...library.reports()][0]!.report.id
  decide(library, `${id}/f1`, { kind: 'accept' }, BY)
  undoDecision(library, decide(library, `${id}/v1`, { kind: 'reject' }, BY), BY)
  assert.deepEqual(await exportLibrary(library, at('a.zip'), 'public'), { reports: 6, withheld: 0 })
  const before = contents(library)
  library.close()
  assert.deepEqual(await importLibrary(at('a.zip'), at('back.griot')), { added: 6, known: 0, decisions: 3 })
  open('back.griot', 'read', back => {
    assert.deepEqual(contents(back), before)
    assert.deepEqual(checkLibrary(back).problems, [])
  })
})

test('what is there is not doubled, what is not is put beside it, decisions too', async () => {
  const other = openLibrary(at('b.griot'), { for: 'create' })
  await fill(other, 3, 9)
  other.close()
  assert.deepEqual(await importLibrary(at('a.zip'), at('b.griot')), { added: 3, known: 3, decisions: 3 })
  assert.deepEqual(await importLibrary(at('a.zip'), at('b.griot')), { added: 0, known: 6, decisions: 0 })
  open('b.griot', 'read', joined => {
    const { reports, decisions } = libraryStatus(joined)
    assert.deepEqual([reports, decisions], [9, 3])
    assert.deepEqual(
      allDecisions(joined).map(({ kind, holds }) => [kind, holds]),
      [
        ['accept', true],
        ['reject', false],
        ['undo', true],
      ],
    )
    assert.deepEqual(checkLibrary(joined).problems, [])
  })
})

test('an archive holds nothing of what is more confidential than was asked for', async () => {
  const library = openLibrary(at('c.griot'), { for: 'create' })
  await fill(library, 0, 3)
  await fill(library, 3, 5, 'confidential')
  assert.deepEqual(await exportLibrary(library, at('public.zip'), 'public'), { reports: 3, withheld: 2 })
  assert.deepEqual(await exportLibrary(library, at('all.zip'), 'confidential'), { reports: 5, withheld: 0 })
  library.close()
  await importLibrary(at('public.zip'), at('public.griot'))
  assert.doesNotMatch(readFileSync(at('public.griot'), 'latin1'), /Paper [34]/)
  await importLibrary(at('all.zip'), at('all.griot'))
  assert.equal(
    open('all.griot', 'read', all => libraryStatus(all).reports),
    5,
  )
  assert.deepEqual(
    readdirSync(folder).filter(name => name.includes('part')),
    [],
  )
})

test('what is no archive of a library is refused, and nothing is left behind', async () => {
  writeFileSync(at('text.zip'), 'no archive at all')
  await assert.rejects(importLibrary(at('text.zip'), at('d.griot')), /cut off or damaged/)
  const bytes = readFileSync(at('a.zip'))
  writeFileSync(at('half.zip'), bytes.subarray(0, bytes.length / 2))
  await assert.rejects(importLibrary(at('half.zip'), at('d.griot')), /cut off or damaged/)
  bytes[2000] = (bytes[2000] as number) ^ 1
  writeFileSync(at('bent.zip'), bytes)
  await assert.rejects(importLibrary(at('bent.zip'), at('d.griot')))
  assert.deepEqual(
    readdirSync(folder).filter(name => name.startsWith('d.griot')),
    [],
  )
})
