import type { Why } from '../document/trail.ts'
import { listFields } from '../formats/view/field-view.ts'
import { type AnyRecord, namesIn } from '../formats/view/record-view.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { RECORD_LISTS, type RecordList } from '../record/references.ts'
import type { Span } from '../record/span.ts'
import { GriotError } from '../util/error.ts'
import type { Reading } from './read.ts'

/** A rule that had a part in a field, with the words that it rested on and the reasons under it. */
export interface Reason {
  readonly rule: string
  readonly says: string
  readonly words: readonly { readonly span: Span; readonly text: string }[]
  readonly because: readonly Reason[]
}

/** Why a field holds what it holds; or, `isFilled` false, why it stayed empty, where that is known. */
export interface ExplainedField {
  readonly field: string
  /** What the record format says about it. */
  readonly says: string
  readonly isFilled: boolean
  /** The value as in the JSON of a reading. */
  readonly value: unknown
  /** The same for people. */
  readonly text: string | null
  readonly why: Reason | null
}

export interface Explanation {
  readonly id: string
  readonly list: RecordList
  readonly record: AnyRecord
  readonly fields: readonly ExplainedField[]
}

/** Reasons deeper than this are left out: a chain of a thousand mentions is no explanation. */
const DEEPEST = 12

/** Explains a record of a reading, or one field of it. `rules`: name → sentence. */
export function explainRecord(reading: Reading, id: string, rules: ReadonlyMap<string, string>, field?: string): Explanation {
  const { list, record } = getRecord(reading, id)
  const { text } = reading.report
  const values = record as unknown as Readonly<Record<string, unknown>>
  const toReason = (why: Why, depth = 0): Reason => ({
    rule: why.rule,
    says: [rules.get(why.rule), why.says && `(${why.says})`].filter(Boolean).join(' '),
    words: why.spans.map(span => ({ span, text: text.slice(...span) })),
    because: depth < DEEPEST ? (why.because ?? []).map(each => toReason(each, depth + 1)) : [],
  })
  const plain = record as unknown as AnyRecord
  const fields = listFields(list, plain, namesIn(reading as unknown as ReadingRecord), text).map(view => {
    const why = view.text === null ? record.not?.[view.field] : record.from[view.field]
    return {
      field: view.field,
      says: view.says,
      isFilled: view.text !== null,
      value: values[view.field] ?? null,
      text: view.text,
      why: why ? toReason(why) : null,
    }
  })
  if (field === undefined) return { id, list, record: plain, fields }
  const asked = fields.filter(each => each.field === field)
  if (asked.length > 0) return { id, list, record: plain, fields: asked }
  throw new GriotError('no-such-field', `${id} has no field "${field}"`, { hint: `It has ${fields.map(each => each.field).join(', ')}` })
}

function getRecord(reading: Reading, id: string): { list: RecordList; record: Reading[RecordList][number] } {
  for (const list of RECORD_LISTS) {
    const record = reading[list].find(each => each.id === id)
    if (record) return { list, record }
  }
  const there = RECORD_LISTS.flatMap(list => {
    const [first, last] = [reading[list][0], reading[list].at(-1)]
    return first && last ? [`${list} ${first === last ? first.id : `${first.id} to ${last.id}`}`] : []
  })
  throw new GriotError('no-such-record', `The report has no record "${id}"`, {
    hint: there.length > 0 ? `It has ${there.join(', ')}` : 'Nothing was found in it',
  })
}
