import type { ReadingRecord } from '../src/record/index.ts'
import { listPlain, type PlainRecord, shorten } from './record-view.ts'

/**
 * What changed from one reading of a report to another, a line a change: `v3 “signed” recipients: Burkina Faso → none`,
 * `s2 missing: “…”`, `f9 added: “…”`. Records are matched by the words they rest on, so that ids may shift. Where only confidences changed one
 * line says how many. Empty where nothing did.
 */
export function diffReadings(before: ReadingRecord, after: ReadingRecord): string[] {
  const lines = [...diffReports(before.report, after.report), ...diffTimes(before, after)]
  const [was, is] = [listPlain(before), listPlain(after)]
  const partners = matchRecords(was, is)
  const taken = new Set(partners.values())
  let confidences = 0
  for (const record of was) {
    const partner = partners.get(record)
    if (!partner) lines.push(`${record.id} missing: ${describe(record)}`)
    else {
      lines.push(...diffFields(record, partner))
      if (record.fields.get('confidence') !== partner.fields.get('confidence')) confidences++
    }
  }
  for (const record of is) if (!taken.has(record)) lines.push(`${record.id} added: ${describe(record)}`)
  if (confidences > 0) lines.push(`the confidence of ${confidences} records`)
  return lines
}

function diffReports(before: ReadingRecord['report'], after: ReadingRecord['report']): string[] {
  const keys = Object.keys({ ...before, ...after }) as (keyof ReadingRecord['report'])[]
  return keys
    .filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map(key => `report.${key}: ${shorten(JSON.stringify(before[key]))} → ${shorten(JSON.stringify(after[key]))}`)
}

function diffTimes(before: ReadingRecord, after: ReadingRecord): string[] {
  const show = ({ report, times }: ReadingRecord) =>
    new Set(times.map(({ span, value, start, end }) => `“${span ? report.text.slice(...span) : ''}” ${value}, ${start} to ${end}`))
  const [was, is] = [show(before), show(after)]
  return [
    ...[...was].filter(time => !is.has(time)).map(time => `time missing: ${time}`),
    ...[...is].filter(time => !was.has(time)).map(time => `time added: ${time}`),
  ]
}

/** First those on exactly the same words and of the same type, then on the same words, then on words that overlap. */
function matchRecords(was: readonly PlainRecord[], is: readonly PlainRecord[]): Map<PlainRecord, PlainRecord> {
  const partners = new Map<PlainRecord, PlainRecord>()
  const taken = new Set<PlainRecord>()
  const isSame = (a: PlainRecord, b: PlainRecord) => a.list === b.list && a.words === b.words && startOf(a) === startOf(b)
  const passes: ((a: PlainRecord, b: PlainRecord) => boolean)[] = [
    (a, b) => isSame(a, b) && kindOf(a) === kindOf(b),
    isSame,
    (a, b) => a.list === b.list && a.at.some(x => b.at.some(y => x[0] < y[1] && y[0] < x[1])),
  ]
  for (const fits of passes)
    for (const record of was) {
      const partner = partners.has(record) ? undefined : is.find(other => !taken.has(other) && fits(record, other))
      if (!partner) continue
      partners.set(record, partner)
      taken.add(partner)
    }
  return partners
}

function diffFields(was: PlainRecord, is: PlainRecord): string[] {
  const names = new Set([...was.fields.keys(), ...is.fields.keys()])
  names.delete('confidence')
  return [...names]
    .map(name => ({ name, a: was.fields.get(name) ?? 'none', b: is.fields.get(name) ?? 'none' }))
    .filter(({ a, b }) => a !== b)
    .map(({ name, a, b }) => `${was.id} “${shorten(was.words)}” ${name}: ${shorten(a)} → ${shorten(b)}`)
}

function describe(record: PlainRecord): string {
  return `“${shorten(record.words)}” ${kindOf(record)}`.trim()
}

function kindOf({ fields }: PlainRecord): string {
  return fields.get('type') ?? fields.get('measure') ?? fields.get('title') ?? fields.get('kind') ?? ''
}

function startOf({ at }: PlainRecord): number {
  return at[0]?.[0] ?? -1
}
