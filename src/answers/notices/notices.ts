import { recordQuestion, reportFilter, tablesAsked, type Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { lastPublished, lastReportNumber, reportIds } from '../../store/arrivals.ts'
import { getReportId } from '../../store/reports.ts'
import type { SavedRow, ToldRow } from '../../store/saved.ts'
import { searchReports } from '../../store/search.ts'
import { noticeFigures } from './figures.ts'
import { noticeIncidents } from './incidents.ts'
import { noticeMentions } from './mentions.ts'
import type { Asked, Notice } from './notice.ts'
import { noticePositions } from './positions.ts'

/** What is to be told of a saved search, and how far it is told then. */
export interface Told {
  readonly notices: readonly Notice[]
  readonly told: ToldRow
}

/** Reports looked at, at the most. */
const MOST = 10_000

/** What has changed for a saved search since it was told up to a report; `today` is an ISO day. */
export function findNotices(library: Library, saved: SavedRow, told: ToldRow, today: string): Told {
  const wanted = JSON.parse(saved.wanted) as Wanted
  const upTo = lastReportNumber(library.db)
  const arrived = matching(library, { ...wanted, arrived: { after: told.upTo } })
  const asked: Asked = { search: saved.name, wanted, upTo: told.upTo, arrived, ids: reportIds(library.db, arrived) }
  const changes = arrived.length === 0 ? [] : PARTS.flatMap(part => part(library, asked))
  const silence = findSilence(library, saved, wanted, today)
  const isNews = silence !== null && silence.last !== told.silentSince
  return {
    notices: [...changes, ...(isNews ? [silence.notice] : [])],
    told: { upTo, silentSince: silence?.last ?? null },
  }
}

const PARTS = [noticeIncidents, noticeFigures, noticePositions, noticeMentions]

/** Numbers of the reports that a search finds. */
function matching({ db }: Library, wanted: Wanted): number[] {
  const tables = tablesAsked(wanted)
  const { words, ...rest } = wanted
  const records = tables[0] && { tables, question: recordQuestion(db, tables[0], rest) }
  const question = { ...(words !== undefined && { words }), reports: reportFilter(wanted), ...(records && { records }) }
  return searchReports(db, question, MOST).ranked.map(({ no }) => no)
}

/** Nobody has reported for as long as was said, though somebody had before. */
function findSilence(library: Library, { name, silence }: SavedRow, wanted: Wanted, today: string) {
  if (silence === null) return null
  const reports = matching(library, wanted)
  const last = lastPublished(library.db, reports)
  if (last === null) return null
  const days = Math.floor((Date.parse(today) - Date.parse(last)) / 86_400_000)
  if (days < silence) return null
  const says = `Silence: nothing was reported on “${name}” for ${days} days, since ${last}.`
  const evidence = reports.filter(no => lastPublished(library.db, [no]) === last).slice(0, 1)
  const notice: Notice = { kind: 'silence', search: name, says, evidence: evidence.map(no => getReportId(library.db, no)) }
  return { last, notice }
}
