import type { Library } from '../../library/open.ts'
import type { DoingRow } from '../../store/doings.ts'
import { listDoings } from '../../store/doings.ts'
import { listOffices, type PartyRow, partiesByEvent } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import type { ReportFilter } from '../../store/reports.ts'
import { countOnce, evidenceOf, recordId } from '../origins.ts'
import { BEGINNING, type PhraseFinder, phraseFinder } from '../phrases.ts'
import { stateOf } from '../sides.ts'
import { loadWords } from '../words/words.ts'

/** What politics does about a crisis, each counted once a day. */
export const ACTS = ['mediations', 'envoys', 'visits', 'resolutions', 'summits', 'conferences'] as const
export type Act = (typeof ACTS)[number]

export interface Politics extends Readonly<Record<Act, number>> {
  readonly total: number
  readonly evidence: readonly string[]
}

type Finder = PhraseFinder<{ readonly word: string; readonly act: Act }>
let finders: Readonly<Record<'event' | 'title' | 'body', Finder>> | null = null

function load() {
  if (finders) return finders
  const rows = loadWords('political', ['word', 'in', 'act'])
  const of = (where: string): Finder =>
    phraseFinder(
      rows.filter(row => row.in === where).map(row => ({ word: row.word, act: row.act as Act })),
      BEGINNING,
    )
  finders = { event: of('event'), title: of('title'), body: of('body') }
  return finders
}

const TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'REQUEST', 'SANCTION', 'COOPERATE']
const DONE: ReadonlySet<string> = new Set(['occurred', 'ongoing'])

/** Acts of politics about each of some countries. `aboutOf` gives the country among them that a report is about. */
export function countPolitics(
  library: Library,
  filter: ReportFilter,
  countries: ReadonlySet<string>,
  aboutOf: (report: number) => string | null,
): Map<string, Politics> {
  const { db } = library
  const isMade = ({ status, type, triggerText, objectText }: DoingRow) =>
    DONE.has(status) || (status === 'planned' && type === 'AGREE' && load().event(`${triggerText} ${objectText ?? ''}`) !== null)
  const rows = countOnce(listDoings(db, filter, TYPES, null), filter.knownOn).filter(isMade)
  const parties = partiesByEvent(db, rows)
  const envoys = new Set(
    listOffices(db, filter, null).flatMap(({ title, holderKey }) => (holderKey !== null && load().title(title) ? [holderKey] : [])),
  )
  const found = new Map<string, Map<string, DoingRow>>()
  for (const row of rows) {
    const own = parties.get(row.no) ?? []
    const act = actOf(row, own, envoys)
    const country = act && countryOf(row, own, countries, aboutOf)
    if (!act || !country) continue
    const acts = found.get(country) ?? new Map<string, DoingRow>()
    // The same on the same day is one act, however many reports tell it.
    const key = `${act} ${row.timeStart ?? row.published}`
    if (!acts.has(key)) acts.set(key, row)
    found.set(country, acts)
  }
  return new Map([...countries].map(country => [country, summarize(found.get(country) ?? new Map())]))
}

function actOf(row: DoingRow, parties: readonly PartyRow[], envoys: ReadonlySet<string>): Act | null {
  const actors = parties.filter(party => party.role === 'actor')
  if (row.type === 'CONSULT' && parties.some(party => envoys.has(party.key))) return 'envoys'
  for (const actor of actors) {
    const body = load().body(actor.name)?.act
    if (body === 'resolutions' || (body === 'conferences' && row.type === 'AGREE')) return body
  }
  const told = load().event(`${row.triggerText} ${row.objectText ?? ''}`)?.act
  if (told && (told !== 'mediations' || row.type === 'CONSULT')) return told
  return row.type === 'CONSULT' && (row.mode === 'visit' || row.mode === 'third-party') && actors.some(actor => actor.kind === 'person')
    ? visitOf(row, parties)
    : null
}

/** Somebody of one state comes to another one. */
function visitOf({ country }: DoingRow, parties: readonly PartyRow[]): Act | null {
  const guest = parties
    .filter(party => party.role === 'actor')
    .map(stateOf)
    .find(state => state !== null)
  const hosts = [country, ...parties.filter(party => party.role === 'recipient').map(stateOf)]
  return guest != null && hosts.some(host => host !== null && host !== guest) ? 'visits' : null
}

/** The country that it is about: whose people have a part in it, else where it is, else what the report is about. */
function countryOf(
  row: DoingRow,
  parties: readonly PartyRow[],
  countries: ReadonlySet<string>,
  aboutOf: (report: number) => string | null,
): string | null {
  const named = [...parties].sort((a, b) => (a.role < b.role ? 1 : -1)).map(stateOf)
  const found = [row.country, ...named].find(country => country !== null && countries.has(country))
  return found ?? aboutOf(splitRecordNumber(row.no).report)
}

function summarize(acts: ReadonlyMap<string, DoingRow>): Politics {
  const counts = Object.fromEntries(ACTS.map(act => [act, [...acts.keys()].filter(key => key.startsWith(`${act} `)).length])) as Record<
    Act,
    number
  >
  return { ...counts, total: acts.size, evidence: evidenceOf([...acts.values()].map(row => recordId(row, 'v'))) }
}
