import type { Database } from '../../store/database.ts'
import { countCountries, type OfficeRow } from '../../store/offices.ts'
import { splitRecordNumber } from '../../store/records.ts'
import { pushTo } from '../../util/group.ts'
import { countryOfKey } from '../countries.ts'
import { recordId } from '../origins.ts'
import { mergePeople, personKey } from '../people.ts'
import { nameOffice, type OfficeNamed } from './offices.ts'

/** A report that says who holds an office. */
export interface Sighting {
  readonly row: OfficeRow
  readonly id: string
  readonly office: OfficeNamed
  /** Key of the holder among all people of the answer. */
  readonly person: string
  readonly holder: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  readonly countryBasis: 'told' | 'inferred' | null
  /** The body whose office it is, where that is no state. */
  readonly body: { readonly key: string; readonly name: string } | null
  readonly status: string
  /** The day that the report tells for it, else that on which it was published. */
  readonly day: string | null
}

/** Positions as sightings: one key for each person, the country where it is told, else where it follows from other reports or the report's own. */
export function makeSightings(db: Database, rows: readonly OfficeRow[]): Sighting[] {
  const people = mergePeople(rows.map(row => row.holder ?? ''))
  const drafts = rows.map(row => ({
    row,
    body: bodyOf(row),
    office: nameOffice(row.title, bodyOf(row)),
    person: people.get(personKey(row.holder ?? '')) ?? '',
  }))
  const told = new Map<string, string>()
  for (const { row, person } of drafts) {
    const country = toldCountry(row)
    if (country !== null && !told.has(person)) told.set(person, country)
  }
  const open = drafts.filter(({ row, person, office }) => office.isOfState && toldCountry(row) === null && !told.has(person))
  const ofReports = mainCountries(db, [...new Set(open.map(({ row }) => splitRecordNumber(row.no).report))])
  const names = fullestNames(drafts)
  return drafts.flatMap(({ row, body, office, person }) => {
    const own = toldCountry(row)
    const elsewhere = told.get(person) ?? null
    const fromReport = office.isOfState ? (ofReports.get(splitRecordNumber(row.no).report) ?? null) : null
    const isForeignBody = body !== null && !office.isOfState
    const country = own ?? (isForeignBody ? null : (elsewhere ?? fromReport))
    return {
      row,
      id: recordId(row, 'p'),
      office,
      person,
      holder: names.get(person) ?? row.holder ?? '',
      country,
      countryBasis: own !== null ? ('told' as const) : country === null ? null : ('inferred' as const),
      body: office.isOfState || own !== null || body === null ? null : { key: row.ofKey as string, name: body },
      status: statusOf(row.status, office),
      day: row.timeStart ?? row.timeEnd ?? row.published,
    }
  })
}

/** Words before a title count where the record does not say more. */
function statusOf(status: string, { says }: OfficeNamed): string {
  if (status !== 'current' && status !== 'deputy') return status
  return (['former', 'future', 'acting'] as const).find(each => says.has(each)) ?? (status === 'deputy' ? 'current' : status)
}

/** The body whose office it is, where it is no state. */
function bodyOf({ ofKey, ofName, ofKind }: OfficeRow): string | null {
  if (ofKey === null || ofKind === 'country' || ofKind === 'government') return null
  return ofName
}

function toldCountry({ ofKey, holderKey }: OfficeRow): string | null {
  return (ofKey === null ? null : countryOfKey(ofKey)) ?? (holderKey === null ? null : countryOfKey(holderKey))
}

/** The country that most of a report's records are about; none where two are even. */
function mainCountries(db: Database, reports: readonly number[]): Map<number, string> {
  const counts = new Map<number, { country: string; count: number }[]>()
  for (const { report, country, count } of countCountries(db, reports)) pushTo(counts, report, { country, count })
  return new Map(
    [...counts].flatMap(([report, [first, second]]) =>
      first && first.count > (second?.count ?? 0) ? [[report, first.country] as const] : [],
    ),
  )
}

/** Of the names of each person the longest, of those the one met first. */
function fullestNames(drafts: readonly { readonly row: OfficeRow; readonly person: string }[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { row, person } of drafts)
    if ((row.holder?.length ?? 0) > (names.get(person)?.length ?? 0)) names.set(person, row.holder as string)
  return names
}
