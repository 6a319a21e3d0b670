import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReader } from '../read/reader.ts'
import type { EventRecord } from '../record/event.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { loadTable } from '../resource/table.ts'

const reader = await loadReader()

/** An event as the case table notes it: `TYPE:mode status | actors > recipients | place`; "-" nobody. */
interface Noted {
  readonly type: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly place: string | null
}

function parseNoted(line: string): Noted {
  const [type = '', parties = '', place] = line.split(' | ')
  const [actors = '-', recipients = '-'] = parties.split(' > ')
  const names = (part: string) => (part === '-' ? [] : part.split(' + '))
  return { type, actors: names(actors), recipients: names(recipients), place: place ?? null }
}

/** The event in the notation of the table; a longer name of somebody expected ("six rebels near Gao" for "rebels") is written as expected. */
function shown(reading: ReadingRecord, event: EventRecord, expected: Noted | undefined): string {
  const names = (id: string) => reading.entities.find(e => e.id === id)?.mentions.map(m => reading.report.text.slice(...m.span)) ?? []
  const one = (id: string, wanted: readonly string[]) => wanted.find(w => names(id).some(n => n.includes(w))) ?? names(id)[0] ?? id
  const all = (ids: readonly string[], wanted: readonly string[] = []) => ids.map(id => one(id, wanted)).join(' + ') || '-'
  const type = event.mode ? `${event.type}:${event.mode}` : event.type
  const place = event.place ? ` | ${one(event.place, expected?.place ? [expected.place] : [])}` : ''
  return `${type} ${event.status} | ${all(event.actors, expected?.actors)} > ${all(event.recipients, expected?.recipients)}${place}`
}

for (const row of loadTable(new URL('../lang/en/cases/events.cases.tsv', import.meta.url), ['text', 'events'])) {
  test(`events, line ${row.line}: ${row.text}`, async () => {
    const reading = await reader.read({ text: row.text, language: 'en', published: '2024-03-15' })
    const expected = row.events.split(' ;; ').map(parseNoted)
    assert.equal(reading.events.map((e, i) => shown(reading, e, expected[i])).join(' ;; ') || 'none', row.events)
  })
}

test('every trigger, object and reason of an event is a slice of the report', async () => {
  const text = 'Rebels shelled the port of Hodeidah on Sunday. The UN condemned the attack and urged Yemen to hold talks.'
  const reading = await reader.read({ text, language: 'en', published: '2024-03-15' })
  assert.ok(reading.events.length >= 2)
  for (const event of reading.events) {
    assert.ok(event.evidence[0] >= 0 && event.evidence[1] <= text.length)
    for (const [field, why] of Object.entries(event.from)) {
      assert.ok(why.rule.includes('/'), `${field} names its rule`)
      for (const [start, end] of why.spans) assert.ok(start < end && end <= text.length, `${field} ${start}-${end}`)
    }
  }
})

test('an attack told again is the same event', async () => {
  const text = 'Rebels attacked an army base in Gao on Monday. Four soldiers died in the attack.'
  const reading = await reader.read({ text, language: 'en', published: '2024-03-15' })
  assert.deepEqual(
    reading.events.map(e => [e.type, e.same]),
    [
      ['ASSAULT', null],
      ['ASSAULT', 'v1'],
    ],
  )
})
