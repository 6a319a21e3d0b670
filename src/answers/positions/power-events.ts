import { reviewReport } from '../../library/decisions/review-report.ts'
import type { Library } from '../../library/open.ts'
import type { EventRecord } from '../../record/event.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { countCountries, type PowerEventRow, partiesByEvent } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import { mondayOf, parseDay } from '../../util/calendar.ts'
import { foldName } from '../../util/fold.ts'
import { pushTo } from '../../util/group.ts'
import { countryOfKey } from '../countries.ts'
import { recordId } from '../origins.ts'
import { loadWords } from '../words/words.ts'

/** What an event says of power: it was seized, there was a coup (however it ended), one was tried, or only plotted; somebody resigned. */
export type PowerSays = 'seized' | 'coup' | 'attempted' | 'plotted' | 'resigned'

/** An event about who has power. */
export interface PowerEvent {
  readonly row: PowerEventRow
  readonly id: string
  readonly says: PowerSays
  readonly country: string | null
  readonly actors: readonly { readonly name: string; readonly kind: string }[]
  /** The people to whom it was done, or who resigned. */
  readonly people: readonly string[]
  /** The day told, or null. */
  readonly told: string | null
}

/** Reports of one week that are opened for their words at the most, the first ones: they stand for the rest. */
const MOST_OPENED = 3

/** Events that are resignations or, by their words, coups. */
export function readPowerEvents(library: Library, rows: readonly PowerEventRow[]): PowerEvent[] {
  const parties = partiesByEvent(library.db, rows)
  const wanted = rows.filter(row => row.status !== 'denied')
  const says = readSays(library, wanted)
  const spoken = wanted.filter(row => says.has(row.no))
  const countryOf = countriesOf(library, spoken, row =>
    [...(parties.get(row.no) ?? [])].sort((a, b) => (a.role < b.role ? 1 : -1)).map(party => countryOfKey(party.key)),
  )
  return spoken.map(row => {
    const mine = parties.get(row.no) ?? []
    const isResigned = says.get(row.no) === 'resigned'
    return {
      row,
      id: recordId(row, 'v'),
      says: says.get(row.no) as PowerSays,
      country: countryOf(row),
      actors: mine.filter(party => party.role === 'actor').map(({ name, kind }) => ({ name, kind })),
      people: mine.filter(party => party.kind === 'person' && party.role === (isResigned ? 'actor' : 'recipient')).map(party => party.name),
      told: row.timeStart,
    }
  })
}

/** What the words of events say; resignations need no look at their words. */
function readSays(library: Library, rows: readonly PowerEventRow[]): Map<number, PowerSays> {
  const said = new Map<number, PowerSays>()
  const opened = new Map<number, ReadingRecord>()
  const ofWeek = new Map<number, number>()
  for (const row of rows) {
    if (row.type === 'RETREAT') {
      if (row.status === 'occurred' || row.status === 'ongoing') said.set(row.no, 'resigned')
      continue
    }
    const { report, ordinal } = splitRecordNumber(row.no)
    const week = mondayOf(parseDay(row.timeStart ?? row.published ?? '') ?? 0)
    const known = opened.get(report)
    if (!known && (ofWeek.get(week) ?? 0) >= MOST_OPENED) continue
    if (!known) ofWeek.set(week, (ofWeek.get(week) ?? 0) + 1)
    const reading = known ?? reviewReport(library.db, report).reading
    opened.set(report, reading)
    const event = reading.events.find(each => each.id === `v${ordinal}`)
    const says = event && wordsSay(reading.report.text, event)
    if (says) said.set(row.no, says)
  }
  return said
}

/** Characters before and behind a trigger in which a word may say how it went. */
const NEAR = 40
let loaded: readonly { readonly pattern: RegExp; readonly says: PowerSays }[] | null = null

function loadPatterns() {
  if (loaded) return loaded
  const bySays = new Map<string, string[]>()
  for (const { word, says } of loadWords('coups', ['word', 'says'])) pushTo(bySays, says, foldName(word))
  loaded = [...bySays].map(([says, words]) => ({ says: says as PowerSays, pattern: new RegExp(`(?:^| )(?:${words.join('|')})`) }))
  return loaded
}

/** What a trigger says of power; null where it has nothing to do with it. */
function wordsSay(text: string, { trigger, evidence, status }: EventRecord): PowerSays | null {
  const spans = (typeof trigger[0] === 'number' ? [trigger] : trigger) as readonly (readonly [number, number])[]
  const words = foldName(spans.map(span => text.slice(...span)).join(' '))
  const [start, end] = [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0]
  const around = foldName(text.slice(Math.max(evidence[0], start - NEAR), Math.min(evidence[1], end + NEAR)))
  const has = (says: PowerSays, where: string) => loadPatterns().some(each => each.says === says && each.pattern.test(where))
  const isSeized = has('seized', words)
  if (!isSeized && !has('coup', words)) return null
  if (has('plotted', around) && (status === 'planned' || status === 'possible')) return 'plotted'
  if (has('attempted', around)) return 'attempted'
  if (has('plotted', around)) return 'plotted'
  if (status === 'negated') return null
  if (status === 'planned' || status === 'possible') return 'plotted'
  return isSeized ? 'seized' : 'coup'
}

/** The country of an event: whose people it was done to or by, else where it was, else one that its report is about and whose coup is told elsewhere, else the report's own. */
function countriesOf(library: Library, rows: readonly PowerEventRow[], ofParties: (row: PowerEventRow) => (string | null)[]) {
  const own = (row: PowerEventRow) => ofParties(row).find(country => country !== null) ?? row.country
  const open = [...new Set(rows.filter(row => own(row) === null).map(row => splitRecordNumber(row.no).report))]
  const ofReport = new Map<number, { country: string; count: number }[]>()
  for (const { report, country, count } of countCountries(library.db, open)) pushTo(ofReport, report, { country, count })
  const find = (row: PowerEventRow, told: ReadonlySet<string | null>) => {
    const counted = ofReport.get(splitRecordNumber(row.no).report) ?? []
    const [first, second] = counted
    return counted.find(({ country }) => told.has(country))?.country ?? (first && first.count > (second?.count ?? 0) ? first.country : null)
  }
  const dated = rows.filter(row => row.timeStart !== null)
  const toldOwn = new Set(dated.map(own))
  const told = new Set([...toldOwn, ...dated.map(row => own(row) ?? find(row, toldOwn))])
  return (row: PowerEventRow) => own(row) ?? find(row, told)
}
