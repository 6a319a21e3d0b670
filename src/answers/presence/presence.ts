import { reportFilter, type Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { type CountRow, type DoingRow, listCounts, listDoings, listNamedParts } from '../../store/doings.ts'
import { partiesByEvent } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import { pushTo } from '../../util/group.ts'
import { getCountry } from '../countries.ts'
import { countOnce } from '../origins.ts'
import { reportsAbout, Surroundings } from '../sides.ts'
import { findThing, findWay } from './kinds.ts'
import { type Mark, readMark } from './marks.ts'
import { makeRows, type PresenceRow } from './rows.ts'

/** What is asked of who has what in which state. */
export interface PresenceWanted extends Pick<Wanted, 'publishers' | 'languages' | 'asKnownOn' | 'from' | 'to'> {
  /** The state in which it is, by name or ISO 3166-1 alpha-3; without it all. */
  readonly host?: string
  /** The state that sends it. */
  readonly sender?: string
}

/** Types of events that may bring people or arms into a state, or take them out. */
const TYPES = ['AGREE', 'SUPPORT', 'COOPERATE', 'AID', 'MOBILIZE', 'RETREAT', 'CONCEDE', 'SANCTION', 'CONSULT', 'THREATEN']

/** Instructors, troops, mercenaries, bases, arms and military cooperation of one side in another state: promised, agreed, begun, ended. */
export function answerPresence(library: Library, wanted: PresenceWanted): PresenceRow[] {
  const { db } = library
  const host = wanted.host === undefined ? null : getCountry(wanted.host)
  const sender = wanted.sender === undefined ? null : getCountry(wanted.sender)
  const about = host ?? sender
  const events = countOnce(listDoings(db, reportFilter(wanted), TYPES, about === null ? null : reportsAbout(db, about)), wanted.asKnownOn)
  const marks = readMarks(library, events)
  const today = events.reduce<string | null>(
    (last, { published }) => (published !== null && published > (last ?? '') ? published : last),
    null,
  )
  return makeRows(
    marks.filter(mark => (host === null || mark.host.key === host) && (sender === null || mark.sender.key === sender)),
    wanted.asKnownOn ?? today,
  ).filter(row => isBetween(row, wanted))
}

function readMarks({ db }: Library, events: readonly DoingRow[]): Mark[] {
  const named = listNamedParts(db, name => findThing(name) !== null)
  const counts = new Map<number, CountRow[]>()
  for (const count of listCounts(db, [...new Set(events.map(row => splitRecordNumber(row.no).report))])) {
    if (findThing(count.population ?? '') === null) continue
    const { report } = splitRecordNumber(count.no)
    pushTo(counts, report, count)
  }
  const countsOf = ({ no, sentence }: DoingRow) => {
    const { report, ordinal } = splitRecordNumber(no)
    return (counts.get(report) ?? [])
      .filter(count => count.event === ordinal || count.sentence === sentence)
      .sort((a, b) => Number(b.event === ordinal) - Number(a.event === ordinal))
  }
  const hopeful = events.filter(
    row =>
      named.has(row.no) ||
      findThing(row.objectText ?? '') !== null ||
      findThing(row.triggerText) !== null ||
      findWay(row.triggerText) === 'train' ||
      countsOf(row).length > 0,
  )
  const parties = partiesByEvent(db, hopeful)
  const surroundings = new Surroundings(db)
  return hopeful.flatMap(row => readMark(row, { parties: parties.get(row.no) ?? [], counts: countsOf(row), surroundings }) ?? [])
}

/** Did anything of it happen between two days? */
function isBetween(row: PresenceRow, { from, to }: PresenceWanted): boolean {
  if (from === undefined && to === undefined) return true
  const steps = [row.promised, row.agreed, ...row.deliveries, row.leaving, row.ended, row.notYet, row.alleged]
  return steps.some(step => step?.day != null && (from === undefined || step.day >= from) && (to === undefined || step.day <= to))
}
