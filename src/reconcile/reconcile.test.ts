import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from '../lang/en/index.ts'
import { loadReader } from '../read/index.ts'
import { date } from './compare/date.ts'
import type { Settled } from './decisions.ts'
import { packSketch, unpackSketch } from './pack-sketch.ts'
import { type Reconciled, Reconciler } from './reconcile.ts'
import { MemoryShelf } from './shelf.ts'
import type { Sketch, Telling } from './sketch.ts'
import { sketchReport } from './sketch-report.ts'

const reader = await loadReader()
const answers = english.reconcile as NonNullable<typeof english.reconcile>

async function sketch(text: string, published: string, publisher: string, title?: string): Promise<Sketch> {
  return sketchReport(await reader.read({ text, published, publisher, title }), answers)
}

const clash = await sketch(
  'Gunmen on motorbikes killed 14 villagers in Djibo in northern Burkina Faso on Monday, the mayor, Issa Ouedraogo, said. The attackers burned the market and drove off cattle. Survivors fled towards Ouahigouya.',
  '2024-03-05',
  'Sahel Daily',
  'Gunmen kill 14 in Djibo',
)
const clashLater = await sketch(
  'At least 17 people have died since gunmen attacked the market of Djibo on Monday, hospital officials said on Wednesday. Mayor Issa Ouedraogo asked the army for help. Most of the dead were traders and herders of cattle.',
  '2024-03-06',
  'Radio Omega',
  'Death toll of Djibo market attack rises',
)
const otherTown = await sketch(
  'Gunmen killed 14 villagers in Menaka in northern Mali on Monday, the governor, Moussa Traore, said. The attackers burned the market and drove off cattle.',
  '2024-03-05',
  'Sahel Daily',
  'Gunmen kill 14 in Menaka',
)
const protest = await sketch(
  'Thousands of teachers marched through Nairobi on Thursday to demand better pay. Police fired tear gas near Uhuru Park, and union leader Wanjiru Kamau was arrested.',
  '2024-06-14',
  'Nairobi Post',
  'Teachers march in Nairobi',
)
const protestAgain = await sketch(
  'Kenyan police arrested union leader Wanjiru Kamau after a march of teachers in Nairobi on Thursday. Tear gas drifted over Uhuru Park as thousands demanded better pay.',
  '2024-06-14',
  'Wire East',
  'Union leader held after teachers march',
)
const long =
  'A bus fell into a ravine near the town of Haripur on Friday after its brakes failed, officials said. Rescuers with ropes climbed down to the wreck and carried the injured to the road. The provincial minister ordered an inquiry into the state of mountain roads, where such accidents are common in the rainy season. Relatives waited at the hospital through the night for news of those who had been on board.'
const wire = await sketch(`HARIPUR (Reuters) - ${long} Nine people died.`, '2024-08-02', 'Reuters', 'Bus falls into ravine')
const reprint = await sketch(`HARIPUR (Reuters) - ${long} Nine people died.`, '2024-08-03', 'Hill Courier', 'Nine dead in bus accident')
const update = await sketch(
  `HARIPUR (Reuters) - ${long} Eleven people died, two of them in hospital.`,
  '2024-08-04',
  'Reuters',
  'UPDATE 1: Bus falls into ravine, 11 dead',
)
const ferry = (toll: string) =>
  `A ferry with traders and pupils on board capsized on Lake Kivu near Goma on Monday evening, the port captain said. Fishermen pulled survivors from the water until midnight. ${toll} people drowned. The ferry had left Minova in the afternoon and was overloaded with charcoal, according to those who were saved.`
const ferryFirst = await sketch(ferry('At least 14'), '2024-09-03', 'Lake Radio', 'Ferry capsizes on Lake Kivu')
const ferryReprint = await sketch(`${ferry('At least 14')} All rights reserved.`, '2024-09-06', 'Hill Courier', 'Ferry sinks')
const ferryLater = await sketch(ferry('At least 19'), '2024-09-04', 'Crisis Post', 'Ferry capsizes on Lake Kivu')
const ferryLast = await sketch(ferry('At least 23'), '2024-09-05', 'Lake Radio', 'Ferry capsizes on Lake Kivu')
const form = (town: string, day: string, dead: number) =>
  `Alert. An explosion was reported in ${town} on ${day}, killing ${dead} people. This alert is written from a form within an hour of the first word of an event. Nothing in it was checked by a second source, and numbers may change. Errors may be reported by answering this message; corrections go to all who receive the alerts.`
const alerts = [
  await sketch(form('Mogadishu, Somalia', '2 October 2024', 4), '2024-10-02', 'Alert Desk'),
  await sketch(form('Baidoa, Somalia', '2 October 2024', 4), '2024-10-02', 'Alert Desk'),
  await sketch(form('Mogadishu, Somalia', '9 October 2024', 6), '2024-10-09', 'Alert Desk'),
]
const ferries = [ferryFirst, ferryReprint, ferryLater, ferryLast]
const all = [clash, clashLater, otherTown, protest, protestAgain, wire, reprint, update, ...ferries, ...alerts]

function reconcile(sketches: readonly Sketch[], decisions: readonly Settled[] = []): Reconciled {
  const shelf = new MemoryShelf()
  for (const one of sketches) shelf.put(one)
  return new Reconciler(shelf, decisions).reconcile(sketches.map(one => one.id))
}

/** The reports that mainly tell the same happening as this one. */
function fellows({ incidents }: Reconciled, { id }: Sketch): string[] {
  const own = incidents.find(({ tellings }) => tellings.some(telling => telling.isMain && telling.report === id))
  return (own?.tellings ?? [])
    .filter(telling => telling.isMain)
    .map(telling => telling.report)
    .sort()
}

const ids = (...sketches: Sketch[]) => sketches.map(one => one.id).sort()

test('reports on one happening are one incident, those on another one are not', () => {
  const result = reconcile(all)
  assert.deepEqual(fellows(result, clash), ids(clash, clashLater))
  assert.deepEqual(fellows(result, otherTown), ids(otherTown))
  assert.deepEqual(fellows(result, protestAgain), ids(protest, protestAgain))
})

test('every telling has a reason', () => {
  for (const { tellings } of reconcile(all).incidents) for (const { because } of tellings) assert.match(because, /^[A-Z].*\.$/)
})

test('a reprint points at the report that it repeats, an older version at the newer one', () => {
  const copies = reconcile([wire, reprint, update, clash]).groups.flatMap(group => group.copies)
  const of = new Map(copies.map(copy => [copy.report, copy]))
  assert.deepEqual([of.get(wire.id)?.of, of.get(wire.id)?.kind], [update.id, 'update'])
  assert.ok(of.has(reprint.id))
  assert.equal(of.get(update.id), undefined)
  assert.equal(copies.length, 2)
})

test('the same words with another toll are the next version, and a late reprint of the first supersedes nothing', () => {
  const { groups, incidents } = reconcile(ferries)
  assert.deepEqual(
    groups.map(({ root }) => root),
    [ferryLast.id],
  )
  const copies = new Map(groups.flatMap(group => group.copies).map(copy => [copy.report, copy]))
  const told = (one: Sketch) => [copies.get(one.id)?.kind, copies.get(one.id)?.of]
  assert.deepEqual(told(ferryFirst), ['update', ferryLater.id])
  assert.deepEqual(told(ferryLater), ['update', ferryLast.id])
  assert.deepEqual(told(ferryReprint), ['reprint', ferryFirst.id])
  assert.match(copies.get(ferryFirst.id)?.because ?? '', /^Superseded by the version of 2024-09-04: \d+ % of the runs/)
  assert.equal(incidents.find(({ tellings }) => tellings.some(({ report }) => report === ferryLast.id))?.summary.killed?.best, 23)
})

test('of two versions of one day the one that counts more is the later', () => {
  const evening = { ...ferryLater, published: ferryFirst.published }
  assert.equal(reconcile([ferryFirst, evening]).groups[0]?.root, evening.id)
})

test('a form that is filled in for another place or day is no copy', () => {
  assert.deepEqual(
    reconcile(alerts).groups.flatMap(group => group.copies),
    [],
  )
})

test('a text that is printed again weeks later is a copy, though “on Monday” is another day then', async () => {
  const late = await sketch(`${ferry('At least 14')} This article has been edited.`, '2024-09-24', 'Hill Courier')
  assert.equal(reconcile([ferryFirst, late]).groups[0]?.copies[0]?.kind, 'reprint')
})

test('a report that holds two others makes no copy of one of them', async () => {
  const both = await sketch(`${ferry('At least 14')}\n\n${long} Nine people died.`, '2024-09-05', 'Week in Review')
  const bus = await sketch(`${long} Nine people died.`, '2024-09-03', 'Reuters')
  const copies = reconcile([ferryFirst, bus, both]).groups.flatMap(group => group.copies)
  assert.deepEqual(
    copies.map(({ report, kind }) => [report, kind]),
    [[both.id, 'reprint']],
  )
})

test('copies count as reports of their incident and not as origins', () => {
  const { incidents } = reconcile([wire, reprint, update])
  assert.equal(incidents.length, 1)
  assert.deepEqual([incidents[0]?.summary.reports, incidents[0]?.summary.origins], [3, 1])
})

test('the toll has low, best and high with who says which', () => {
  const { incidents } = reconcile([clash, clashLater])
  const killed = incidents.find(({ summary }) => summary.reports === 2)?.summary.killed
  assert.deepEqual([killed?.low, killed?.high], [14, 17])
  assert.equal(killed?.told.length, 2)
})

function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((value, i) => ({ value, key: Math.imul(i + 1, 2654435761 ^ (seed * 40503)) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** What is known in the end where reports come one by one: later results stand in the place of earlier ones. */
function oneByOne(sketches: readonly Sketch[], batch: number): Pick<Reconciled, 'groups' | 'incidents'> {
  const shelf = new MemoryShelf()
  const reconciler = new Reconciler(shelf)
  let [groups, incidents]: [Reconciled['groups'], Reconciled['incidents']] = [[], []]
  for (let i = 0; i < sketches.length; i += batch) {
    const some = sketches.slice(i, i + batch)
    for (const one of some) shelf.put(one)
    const fresh = reconciler.reconcile(some.map(one => one.id))
    const replaced = new Set(fresh.reports)
    groups = [...groups.filter(group => !group.reports.some(id => replaced.has(id))), ...fresh.groups]
    incidents = [...incidents.filter(({ tellings }) => !tellings.some(({ report }) => replaced.has(report))), ...fresh.incidents]
  }
  return {
    groups: groups.toSorted((a, b) => (a.root < b.root ? -1 : 1)),
    incidents: incidents.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

test('any order and any batches give the same copies and incidents', () => {
  const { groups, incidents } = reconcile(all)
  for (let seed = 0; seed < 8; seed++) {
    const found = oneByOne(shuffled(all, seed), 1 + (seed % 3))
    assert.deepEqual(found.incidents, incidents)
    assert.deepEqual(found.groups, groups)
  }
})

test('taking a report away leaves what there would be without it', () => {
  const shelf = new MemoryShelf()
  for (const one of all) shelf.put(one)
  new Reconciler(shelf).reconcile(all.map(one => one.id))
  shelf.take(clashLater.id)
  const rest = all.filter(one => one !== clashLater)
  assert.deepEqual(new Reconciler(shelf).reconcile(rest.map(one => one.id)).incidents, reconcile(rest).incidents)
})

const main = (one: Sketch) => one.tellings[0]?.id as string

test('analysts’ decisions are obeyed, the last one first', () => {
  const merge: Settled = { kind: 'merge', tellings: [main(clash), main(otherTown)] }
  const split: Settled = { kind: 'split', tellings: [main(protest)], from: [main(protestAgain)] }
  const decided = reconcile(all, [merge, split])
  assert.deepEqual(fellows(decided, otherTown), ids(clash, clashLater, otherTown))
  assert.deepEqual(fellows(decided, protest), ids(protest))
  const back: Settled = { kind: 'split', tellings: [main(otherTown)], from: [main(clash), main(clashLater)] }
  assert.deepEqual(fellows(reconcile(all, [merge, back]), otherTown), ids(otherTown))
})

test('nothing joins a locked incident', () => {
  assert.deepEqual(fellows(reconcile(all, [{ kind: 'lock', tellings: [main(clash)] }]), clash), ids(clash))
})

test('a sketch comes back as it was packed', () => {
  for (const one of all) assert.deepEqual(unpackSketch(packSketch(one)), one)
})

test('days apart tell acts that harm nobody from each other, and attacks less', () => {
  const on = (telling: Telling, first: number): Telling => ({ ...telling, day: { first, last: first, stated: true }, days: [first] })
  const [attack, talks] = [clash.tellings[0] as Telling, { ...(clash.tellings[0] as Telling), type: 'CONSULT', tolls: [] }]
  assert.deepEqual(
    [date.score(on(attack, 1), on(attack, 4)), date.score(on(attack, 1), on(talks, 4)), date.score(on(talks, 1), on(talks, 4))],
    [-0.5, -1.5, -2.5],
  )
})
