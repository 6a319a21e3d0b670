import { TABLE_LISTS } from '../../library/asking/list-records.ts'
import type { Library } from '../../library/open.ts'
import { firstMentions } from '../../store/arrivals.ts'
import { PARTY_ROLES } from '../../store/names.ts'
import { type RecordTable, splitRecordNumber } from '../../store/records.ts'
import type { Asked, Notice } from './notice.ts'

/** Actors and places that no report of the library had named; "15 people" and "the governor" are no names. */
export function noticeMentions(library: Library, { search, upTo, arrived, ids }: Asked): Notice[] {
  const reports = new Map([...ids].map(([id, no]) => [no, id]))
  const named = firstMentions(library.db, arrived, upTo).filter(({ kind, name }) => kind !== 'population' && /\p{Lu}/u.test(name))
  return named.map(({ name, kind, record, role, reports: count }) => {
    const { report, ordinal } = splitRecordNumber(record)
    const [table, as] = (PARTY_ROLES[role] as string).split('.') as [RecordTable, string]
    const says = `First mention: ${name} (${kind}), as ${as}, in ${count} ${count === 1 ? 'report' : 'reports'}.`
    return { kind: 'mention', search, says, evidence: [`${reports.get(report)}/${TABLE_LISTS[table].letter}${ordinal}`] }
  })
}
