import type { EntityRecord } from '../record/entity.ts'
import type { ReadingRecord } from '../record/reading.ts'
import type { Span } from '../record/span.ts'
import { displayWidth, makePrintable, wrap } from '../util/display-width.ts'
import type { Output, OutputOptions } from './output.ts'
import { KINDS, type Kind, listRecords, namesIn, type RecordView } from './view/record-view.ts'
import { shorten } from './view/shorten.ts'
import { formatDays } from './view/values.ts'
import { nameLanguage, spell } from './view/words.ts'

/** Lines of running text are not pleasant to read beyond this. */
const WIDEST = 100
const NARROWEST = 40
/** Of the sentence around an event, a figure or an office as many letters are quoted. */
const QUOTED = 240
/** Of what somebody says as many. */
const LONGEST = 700
/** Two columns, the mark, the id. */
const INDENT = 9

type Style = 'bold' | 'dim' | 'underline' | Kind

const CODES: Record<Style, string> = {
  bold: '1',
  dim: '2',
  underline: '4',
  statements: '36',
  events: '35',
  figures: '33',
  positions: '32',
}

type Paint = (style: Style, text: string) => string

/** Readings as a listing for people: records in the order of the report, each with the words that it rests on. */
export function terminalOutput(options: OutputOptions): Output {
  let isFirst = true
  return {
    head: '',
    format(reading) {
      const rule = isFirst ? '' : `\n${'─'.repeat(columnsOf(options))}\n\n`
      isFirst = false
      return rule + formatListing(reading, options)
    },
  }
}

function columnsOf({ width }: Pick<OutputOptions, 'width'>): number {
  return Math.max(NARROWEST, Math.min(width, WIDEST))
}

function formatListing(reading: ReadingRecord, options: OutputOptions): string {
  const paint: Paint = (style, text) => (options.color && text ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text)
  const columns = columnsOf(options)
  const names = namesIn(reading)
  const records = listRecords(reading, names)
  const blocks = [formatHead(reading, columns, paint), ...records.map(view => formatRecord(view, reading.report.text, columns, paint))]
  const cast = formatCast(reading, records, columns, paint)
  if (cast) blocks.push(cast)
  return `${blocks.join('\n\n')}\n`
}

/** Title, where it is from, what was found; notes on what was odd. */
function formatHead(reading: ReadingRecord, columns: number, paint: Paint): string {
  const { report } = reading
  const published = report.published && formatDays(report.published)
  const source = [report.publisher, report.authors.join(', '), published, nameLanguage(report.language), report.url]
    .filter(Boolean)
    .join(' · ')
  const kinds = Object.keys(KINDS) as Kind[]
  const counts = kinds
    .filter(kind => reading[kind].length > 0)
    .map(kind => {
      const { one, many, mark } = KINDS[kind]
      const count = reading[kind].length
      return `${paint(kind, mark)} ${count} ${count === 1 ? one : many}`
    })
  return [
    ...wrapLines(report.title ?? report.sourceId ?? firstWords(report.text), columns).map(line => paint('bold', line)),
    ...wrapLines(source, columns).map(line => paint('dim', line)),
    counts.length > 0 ? counts.join('   ') : 'Nothing was found to tell.',
    ...report.notes.flatMap(note => wrapLines(`Note: ${note}`, columns).map(line => paint('dim', line))),
  ].join('\n')
}

function firstWords(text: string): string {
  const line = text.slice(0, 1000).trim().split('\n', 1)[0] ?? ''
  return line.length > 70 ? `${line.slice(0, 70).replace(/\s+\S*$/, '')} …` : line || 'Empty report'
}

function formatRecord(view: RecordView, text: string, columns: number, paint: Paint): string {
  const margin = ' '.repeat(INDENT)
  const room = columns - INDENT
  const isSaid = view.kind === 'statements'
  const quote = isSaid ? quoteContent(view, text) : quoteAround(view, text)
  const bar = isSaid ? '' : paint('dim', '│ ')
  return [
    ...formatTop(view, columns, paint),
    ...wrap(quote.text, isSaid ? room : room - 2).map(line => margin + bar + underline(quote, line, paint)),
    ...wrapLines(view.details.join(' · '), room).map(line => margin + paint('dim', line)),
  ].join('\n')
}

/** Mark, id and head; how sure it is at the right edge. */
function formatTop({ kind, id, head, what, confidence }: RecordView, columns: number, paint: Paint): string[] {
  const sure = `${Math.round(confidence * 100)} %`.padStart(5)
  const title = [head, what].filter(Boolean).join(': ')
  const lines = wrapLines(title, columns - INDENT - sure.length - 1)
  return lines.map((line, i) => {
    if (i > 0) return ' '.repeat(INDENT) + paint('bold', line)
    const gap = ' '.repeat(Math.max(1, columns - INDENT - displayWidth(line) - sure.length))
    return `  ${paint(kind, KINDS[kind].mark)} ${paint('dim', id.padEnd(INDENT - 4))}${paint('bold', line)}${gap}${paint('dim', sure)}`
  })
}

interface Quote {
  readonly text: string
  /** Where the words of the record stand in it. */
  readonly marked: readonly Span[]
}

function quoteContent({ at }: RecordView, text: string): Quote {
  return { text: `“${at.map(span => bare(shorten(text.slice(...span), LONGEST))).join(' … ')}”`, marked: [] }
}

/** A quotation's own marks are left away: ours stand around it. */
function bare(words: string): string {
  return makePrintable(words)
    .trim()
    .replace(/^["“]|["”]$/g, '')
}

/** The sentence around a record, cut to what is near its words. */
function quoteAround({ at, evidence }: RecordView, text: string): Quote {
  const [first = evidence] = at
  const spare = Math.max(0, QUOTED - (first[1] - first[0])) >> 1
  const start = cutAt(text, Math.max(evidence[0], Math.min(first[0], first[0] - spare)), evidence[0], 1)
  const end = cutAt(text, Math.min(evidence[1], Math.max(first[1], first[1] + spare)), evidence[1], -1)
  let quoted = start > evidence[0] ? '… ' : ''
  const marked: Span[] = []
  let done = start
  for (const span of at) {
    if (span[0] < done || span[1] > end) continue
    quoted += makePrintable(text.slice(done, span[0]))
    const from = quoted.length
    quoted += makePrintable(text.slice(...span))
    marked.push([from, quoted.length])
    done = span[1]
  }
  quoted += makePrintable(text.slice(done, end)).trimEnd()
  return { text: quoted + (end < evidence[1] ? ' …' : ''), marked }
}

/** Moves a cut inside the evidence to the next space, so that no word is broken; `step` is away from the evidence's edge. */
function cutAt(text: string, at: number, edge: number, step: 1 | -1): number {
  if (Math.abs(edge - at) < 20) return edge
  for (let i = at, left = 30; left > 0; i += step, left--) if (/\s/.test(text[step > 0 ? i - 1 : i] ?? ' ')) return i
  return at
}

function underline({ text, marked }: Quote, [start, end]: Span, paint: Paint): string {
  let out = ''
  let done = start
  for (const [from, to] of marked) {
    const [first, last] = [Math.max(from, done), Math.min(to, end)]
    if (first >= last) continue
    out += text.slice(done, first) + paint('underline', text.slice(first, last))
    done = last
  }
  return out + text.slice(done, end)
}

/** Who and where: the entities that the records name, a line each. */
function formatCast({ entities }: ReadingRecord, records: readonly RecordView[], columns: number, paint: Paint): string | null {
  const named = new Set<string>()
  for (const { record } of records)
    for (const value of Object.values(record))
      for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') named.add(id)
  const cast = entities.filter(entity => named.has(entity.id))
  if (cast.length === 0) return null
  const lines = cast.flatMap(entity => {
    const [first = '', ...more] = wrapLines(`${shorten(entity.name, 160)}${describeEntity(entity)}`, columns - INDENT)
    return [`    ${paint('dim', entity.id.padEnd(INDENT - 4))}${first}`, ...more.map(line => ' '.repeat(INDENT + 2) + line)]
  })
  return [`  ${paint('bold', 'Who and where')}`, ...lines].join('\n')
}

function describeEntity({ kind, ref, sector, place }: EntityRecord): string {
  const country = ref?.country ?? place?.country ?? null
  const where = place && `${place.lat}, ${place.lon}`
  return ` · ${[spell(kind), sector, country, ref?.wikidata, where].filter(Boolean).join(' · ')}`
}

/** A text of any kind as lines of a terminal. */
function wrapLines(text: string, width: number): string[] {
  const line = makePrintable(text)
  return wrap(line, width).map(span => line.slice(...span))
}
