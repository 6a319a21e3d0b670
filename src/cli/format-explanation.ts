import { KINDS, listRecords } from '../formats/view/record-view.ts'
import { shorten } from '../formats/view/shorten.ts'
import type { ExplainedField, Explanation, Reason } from '../read/explain.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { displayWidth, makePrintable, wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'

type Paint = (code: '1' | '2' | '36', text: string) => string

/** An explanation as a tree for people: each field, the rule behind it, the words it rests on, and the reasons under it. */
export function formatExplanation(explanation: Explanation, reading: ReadingRecord, { width, color }: Screen): string {
  const paint: Paint = (code, text) => (color && text ? `\u001B[${code}m${text}\u001B[0m` : text)
  const columns = Math.max(40, Math.min(width, 100))
  const [filled, empty] = [explanation.fields.filter(field => field.isFilled), explanation.fields.filter(field => !field.isFilled)]
  const [told, untold] = [empty.filter(field => field.why), empty.filter(field => !field.why)]
  const blocks = [
    formatTitle(explanation, reading, columns, paint),
    ...filled.map(field => formatField(field, columns, paint)),
    ...told.map(field => formatField(field, columns, paint)),
  ]
  if (untold.length > 0) {
    const names = untold.map(({ field, says }) => (explanation.fields.length === 1 ? `${field} (${says})` : field)).join(', ')
    blocks.push(...lines(`Not known, for no rule found anything: ${names}.`, columns).map(line => paint('2', line)))
  }
  return `${blocks.join('\n')}\n`
}

function formatTitle({ id, list, record }: Explanation, reading: ReadingRecord, columns: number, paint: Paint): string {
  const sure = `${Math.round(record.confidence * 100)} %`
  if (list === 'entities') return formatHead([id, 'entity', (record as { name: string }).name, sure], columns, paint)
  const view = listRecords(reading).find(each => each.id === id)
  const head = view ? [view.head, view.what].filter(Boolean).join(': ') : ''
  const quote = view ? reading.report.text.slice(...view.evidence) : ''
  return [
    formatHead([id, KINDS[list].one, head, sure], columns, paint),
    ...lines(quote, columns - 2).map(line => `${paint('2', '│')} ${line}`),
    '',
  ].join('\n')
}

function formatHead([id = '', kind = '', head = '', sure = '']: readonly string[], columns: number, paint: Paint): string {
  return lines(`${id} · ${kind} · ${head} · ${sure}`, columns)
    .map(line => paint('1', line))
    .join('\n')
}

function formatField({ field, says, text, why }: ExplainedField, columns: number, paint: Paint): string {
  const [first = '', ...more] = lines(text ?? 'not known', columns - LABEL)
  return [
    `${paint('1', field.padEnd(LABEL - 1))} ${first}`,
    ...more.map(line => ' '.repeat(LABEL) + line),
    ...lines(says, columns - 2).map(line => paint('2', `  ${line}`)),
    ...(why ? formatReason(why, '  ', true, columns, paint) : []),
    '',
  ].join('\n')
}

const LABEL = 13

/** A reason as a branch of the tree, with those below it. */
function formatReason({ rule, says, words, because }: Reason, before: string, isLast: boolean, columns: number, paint: Paint): string[] {
  const [branch, below] = isLast ? ['└─ ', '   '] : ['├─ ', '│  ']
  const trunk = before + below + (because.length > 0 ? '│  ' : '   ')
  const room = Math.max(20, columns - displayWidth(trunk))
  const quotes = words.map(({ span, text }) => `“${shorten(makePrintable(text), 200)}” (${span.join('–')})`).join(', ')
  return [
    `${before}${paint('2', branch)}${paint('36', rule)}`,
    ...lines(says, room).map(line => paint('2', trunk) + line),
    ...lines(quotes, room).map(line => paint('2', trunk) + line),
    ...because.flatMap((each, i) => formatReason(each, before + below, i === because.length - 1, columns, paint)),
  ]
}

function lines(text: string, width: number): string[] {
  const line = makePrintable(text)
  return wrap(line, width).map(span => line.slice(...span))
}
