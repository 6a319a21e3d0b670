import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addItems } from '../add/add-reports.ts'
import { undoDecision } from '../decisions/decide.ts'
import { type Failure, findInputs, type Item, itemsOf } from '../inputs.ts'
import { type Library, openLibrary } from '../open.ts'
import { getIncident, type IncidentsWanted, listIncidents } from './list-incidents.ts'
import { settle, unsettle } from './settle.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-incidents-'))
after(() => rmSync(folder, { recursive: true }))

const reports = [
  {
    id: 'a',
    publisher: 'Sahel Daily',
    published: '2024-03-05',
    title: 'Gunmen kill 14 in Djibo',
    text: 'Gunmen on motorbikes killed 14 villagers in Djibo in northern Burkina Faso on Monday, the mayor, Issa Ouedraogo, said. The attackers burned the market and drove off cattle.',
  },
  {
    id: 'b',
    publisher: 'Radio Omega',
    published: '2024-03-07',
    title: 'Death toll of Djibo market attack rises',
    text: 'At least 17 people have died since gunmen attacked the market of Djibo on Monday, hospital officials said. Mayor Issa Ouedraogo asked the army for help. Most of the dead were traders and herders of cattle.',
  },
  {
    id: 'c',
    publisher: 'Nairobi Post',
    published: '2024-06-14',
    title: 'Teachers march in Nairobi',
    text: 'Thousands of teachers marched through Nairobi on Thursday to demand better pay. Police fired tear gas near Uhuru Park, and union leader Wanjiru Kamau was arrested.',
  },
  {
    id: 'd',
    publisher: 'Nairobi Post',
    published: '2024-06-14',
    title: 'Teachers march in Nairobi',
    text: 'Thousands of teachers marched through Nairobi on Thursday to demand better pay. Police fired tear gas near Uhuru Park, and union leader Wanjiru Kamau was arrested.',
  },
]

const LATER =
  'The army has sent soldiers to Djibo, where gunmen killed at least 17 villagers at the market on Monday. Mayor Issa Ouedraogo thanked the government.'

async function* items(path: string): AsyncGenerator<Item | Failure> {
  const { inputs } = await findInputs([path])
  for (const input of inputs) yield* itemsOf(input, {}, [] as never)
}

async function add(name: string, order: readonly (readonly string[])[]): Promise<Library> {
  const library = openLibrary(join(folder, `${name}.griot`), { for: 'create' })
  for (const [i, ids] of order.entries()) {
    const path = join(folder, `${name}-${i}.jsonl`)
    writeFileSync(path, ids.map(id => `${JSON.stringify(reports.find(report => report.id === id))}\n`).join(''))
    await addItems(library, items(path), { jobs: 1, confidentiality: 'public', addedAt: '2024-07-01T00:00:00.000Z' })
  }
  return library
}

const all = (library: Library, wanted: IncidentsWanted = {}) => listIncidents(library, wanted, 100).incidents
const by = { by: 'ada', at: '2024-07-02T00:00:00.000Z' }
const source = (library: Library) => new Map([...library.reports()].map(({ report, mainIncident }) => [report.sourceId, mainIncident]))

test('incidents do not depend on how reports were added', async () => {
  const once = await add('once', [['a', 'b', 'c', 'd']])
  const others = [
    await add('one-by-one', [['d'], ['b'], ['a'], ['c']]),
    await add('in-two', [
      ['c', 'b'],
      ['a', 'd'],
    ]),
  ]
  for (const library of others) {
    assert.deepEqual(all(library), all(once))
    assert.deepEqual(source(library), source(once))
    library.close()
  }
  const main = source(once)
  assert.equal(main.get('a'), main.get('b'))
  assert.equal(main.get('c'), main.get('d'))
  assert.notEqual(main.get('a'), main.get('c'))
  once.close()
})

test('incidents are asked for by place, type and day, and as they were known', async () => {
  const library = await add('asked', [['a', 'b', 'c', 'd']])
  const [attack] = all(library, { place: 'Burkina Faso', types: ['ASSAULT'] })
  assert.deepEqual([attack?.reports, attack?.killed?.low, attack?.killed?.high, attack?.day], [2, 14, 17, '2024-03-04'])
  assert.equal(all(library, { from: '2024-06-01' }).length, all(library).filter(({ day }) => (day ?? '') >= '2024-06').length)
  const [before] = all(library, { place: 'Djibo', asKnownOn: '2024-03-05' })
  assert.deepEqual([before?.reports, before?.killed?.high], [1, 14])
  assert.deepEqual(all(library, { asKnownOn: '2024-03-04' }), [])
  library.close()
})

test('who told an incident is looked at again although it is not found from the side of the report that leads to it', async () => {
  for (const lost of ['a', 'b']) {
    const library = await add(`lost-${lost}`, [['a', 'b']])
    const id = [...library.reports()].find(({ report }) => report.sourceId === lost)?.report.id as string
    library.write(() => library.db.run('DELETE FROM shelf WHERE report = (SELECT no FROM report WHERE id = ?)', id))
    const path = join(folder, `lost-${lost}-later.jsonl`)
    writeFileSync(path, `${JSON.stringify({ ...reports[1], id: 'e', publisher: 'Faso Presse', text: LATER })}\n`)
    await addItems(library, items(path), { jobs: 1, confidentiality: 'public', addedAt: '2024-07-03T00:00:00.000Z' })
    assert.equal(new Set(source(library).values()).size, 1)
    library.close()
  }
})

test('a merge holds, is obeyed by reports that come later, and is taken back', async () => {
  const library = await add('decided', [['a', 'c']])
  const before = all(library)
  const main = source(library)
  const no = await settle(library, { kind: 'merge', incidents: [main.get('a') as string, main.get('c') as string] }, by)
  const path = join(folder, 'later.jsonl')
  writeFileSync(path, `${JSON.stringify(reports[1])}\n`)
  await addItems(library, items(path), { jobs: 1, confidentiality: 'public', addedAt: '2024-07-03T00:00:00.000Z' })
  const merged = source(library)
  assert.equal(merged.get('a'), merged.get('c'))
  assert.equal(merged.get('a'), merged.get('b'))
  undoDecision(library, no, by)
  await unsettle(library, [no])
  const after = source(library)
  assert.equal(after.get('a'), after.get('b'))
  assert.notEqual(after.get('a'), after.get('c'))
  assert.equal(all(library).length, before.length)
  library.close()
})

test('a split takes a report out of an incident; a lock keeps others out', async () => {
  const library = await add('split', [['a', 'b']])
  const incident = getIncident(library, source(library).get('a') as string)
  const b = [...library.reports()].find(({ report }) => report.sourceId === 'b')?.report.id as string
  await settle(library, { kind: 'split', incident: incident.id, reports: [b] }, by)
  assert.notEqual(source(library).get('a'), source(library).get('b'))
  await assert.rejects(
    settle(library, { kind: 'split', incident: source(library).get('a') as string, reports: [b] }, by),
    /would not be split/,
  )
  library.close()
  const locked = await add('locked', [['a']])
  await settle(locked, { kind: 'lock', incident: source(locked).get('a') as string }, by)
  const path = join(folder, 'locked-later.jsonl')
  writeFileSync(path, `${JSON.stringify(reports[1])}\n`)
  await addItems(locked, items(path), { jobs: 1, confidentiality: 'public', addedAt: '2024-07-03T00:00:00.000Z' })
  assert.notEqual(source(locked).get('a'), source(locked).get('b'))
  locked.close()
})
