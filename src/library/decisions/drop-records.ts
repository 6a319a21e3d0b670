import type { ReadingRecord } from '../../record/reading.ts'
import { REFERENCES, type Reference } from '../../record/reference-fields.ts'
import { RECORD_LISTS } from '../../record/references.ts'
import type { AnyRecord } from './anchor.ts'

/** A reading without some records (by their ids), and without anything that leads to them. What cannot be without one of them goes too. */
export function dropRecords(reading: ReadingRecord, ids: ReadonlySet<string>): ReadingRecord {
  if (ids.size === 0) return reading
  const lost = new Set(ids)
  const lists = RECORD_LISTS.map(list => {
    const kept = (reading[list] as readonly AnyRecord[]).flatMap(record => {
      if (ids.has(record.id)) return []
      const without = withoutReferences(record, REFERENCES[list], ids)
      if (!without) lost.add(record.id)
      return without ? [without] : []
    })
    return [list, kept] as const
  })
  const rest = { ...reading, ...Object.fromEntries(lists) } as ReadingRecord
  return lost.size > ids.size ? dropRecords(rest, lost) : rest
}

function withoutReferences(record: AnyRecord, references: readonly Reference[], ids: ReadonlySet<string>): AnyRecord | null {
  let out = record as unknown as Record<string, unknown>
  for (const { field, isList, isNullable } of references) {
    const value = out[field]
    if (isList && (value as readonly string[]).some(id => ids.has(id)))
      out = { ...out, [field]: (value as readonly string[]).filter(id => !ids.has(id)) }
    if (isList || !ids.has(value as string)) continue
    if (!isNullable) return null
    out = { ...out, [field]: null }
  }
  // The place of a record is the first of its places.
  if ('places' in out) out = { ...out, place: (out.places as readonly string[])[0] ?? null }
  return out as unknown as AnyRecord
}
