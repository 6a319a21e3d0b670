import { reportFilter, type Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { type DoingRow, listDoings, listNamedParts, listNamesSeen } from '../../store/doings.ts'
import { listOffices, partiesByEvent } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import { countryName, countryOfKey, getCountry } from '../countries.ts'
import { countOnce } from '../origins.ts'
import { reportsAbout, Surroundings } from '../sides.ts'
import { type MissionChange, mergeTellings } from './changes.ts'
import { findPost } from './posts.ts'
import { type MissionState, type Sighting, statesOn } from './states.ts'
import { isBetweenStates, readTelling, type Telling } from './tellings.ts'

/** Changes of the posts of states in each other, and how each post stands. */
export interface MissionsAnswer {
  readonly changes: readonly MissionChange[]
  readonly states: readonly MissionState[]
}

export interface MissionsWanted extends Pick<Wanted, 'publishers' | 'languages' | 'asKnownOn' | 'from' | 'to'> {
  /** One or two countries, by name or ISO 3166-1 alpha-3; without them all. */
  readonly countries: readonly string[]
  /** Only how each post stands on this day. */
  readonly on?: string
}

const TYPES = ['SANCTION', 'SUPPORT', 'RETREAT', 'COOPERATE', 'AGREE', 'CONCEDE', 'COERCE', 'CONSULT', 'MOBILIZE', 'REJECT', 'THREATEN']

/** Embassies and other posts: opened, closed, suspended, downgraded; ambassadors recalled, expelled, returned; how each post stands on a day. */
export function answerMissions(library: Library, wanted: MissionsWanted): MissionsAnswer {
  const { db } = library
  const countries = wanted.countries.map(getCountry)
  const isMeant = ({ sender, host }: { readonly sender: string; readonly host: string }) =>
    countries.every(country => country === sender || country === host)
  const [about] = countries
  const reports = about === undefined ? null : reportsAbout(db, about)
  const events = countOnce(listDoings(db, reportFilter(wanted), TYPES, reports), wanted.asKnownOn)
  const tellings = readTellings(library, events)
  const changes = mergeTellings(tellings, ambassadorOf(library, tellings)).filter(isMeant)
  const states = statesOn(changes, sightings(library, wanted, reports).filter(isMeant), wanted.on ?? null)
  if (wanted.on !== undefined) return { changes: [], states }
  return { changes: changes.filter(({ day }) => (wanted.from ?? '') <= (day ?? '9999') && (day ?? '') <= (wanted.to ?? '9999')), states }
}

function readTellings({ db }: Library, events: readonly DoingRow[]): Telling[] {
  const named = listNamedParts(db, name => findPost(name) !== null)
  const isHopeful = ({ no, type, mode, objectText, triggerText }: DoingRow) =>
    named.has(no) ||
    findPost(objectText ?? '') !== null ||
    findPost(triggerText) !== null ||
    (type === 'SANCTION' && objectText === null && (mode === 'expel' || mode === 'withdraw'))
  const hopeful = events.filter(isHopeful)
  const parties = partiesByEvent(db, hopeful)
  const surroundings = new Surroundings(db)
  return withFewOpened(hopeful, row => isBetweenStates(row, { parties: parties.get(row.no) ?? [] })).flatMap(
    row => readTelling(row, { db, parties: parties.get(row.no) ?? [], surroundings }) ?? [],
  )
}

/** Reports that are opened for their words at the most, the newest ones. */
const MOST_OPENED = 200

function withFewOpened(rows: readonly DoingRow[], isOpened: (row: DoingRow) => boolean): DoingRow[] {
  let opened = 0
  return rows
    .toReversed()
    .filter(row => !isOpened(row) || opened++ < MOST_OPENED)
    .reverse()
}

/** The ambassador's name: who holds that office in the report that tells the change. */
function ambassadorOf({ db }: Library, tellings: readonly Telling[]): (telling: Telling) => string | null {
  const reports = [...new Set(tellings.filter(({ post }) => post === 'ambassador').map(({ row }) => splitRecordNumber(row.no).report))]
  const offices = listOffices(db, {}, reports).filter(({ title }) => findPost(title) === 'ambassador')
  return ({ post, row, sender }) => {
    if (post !== 'ambassador') return null
    const isHis = ({ report, ofKey }: (typeof offices)[number]) =>
      report === row.report && (ofKey === null || countryOfKey(ofKey) === sender.key)
    return offices.find(isHis)?.holder ?? null
  }
}

/** Embassies that have any part in a record. */
function sightings({ db }: Library, wanted: MissionsWanted, reports: readonly number[] | null): Sighting[] {
  const surroundings = new Surroundings(db)
  const only = reports && new Set(reports)
  return listNamesSeen(db, reportFilter(wanted), name => findPost(name) === 'embassy').flatMap(
    ({ key, name, record, report, letter, published }) => {
      const sender = countryOfKey(key)
      if (sender === null || (only && !only.has(splitRecordNumber(record).report))) return []
      const host = surroundings.ofReport(record).find(country => country !== sender)
      if (host === undefined) return []
      const evidence = `${report}/${letter}${splitRecordNumber(record).ordinal}`
      return {
        sender,
        senderName: countryName(sender),
        host,
        hostName: countryName(host),
        post: findPost(name) ?? 'embassy',
        day: published,
        evidence,
      }
    },
  )
}
