import { createHash } from 'node:crypto'
import { cleanLine, cleanText } from '../formats/clean.ts'
import type { SourceReport } from '../formats/source.ts'
import { detectLanguage, languageName } from '../lang/detect.ts'
import { LANGUAGES } from '../lang/index.ts'
import type { ReportRecord } from '../record/reading.ts'
import { parsePublished } from './parse-published.ts'
import { READ_LIMIT } from './read-limit.ts'

/** What the one who asks knows better than the source. */
export interface PrepareOptions {
  /** Publication date, in any form that a source may have it in. */
  readonly published?: string | undefined
  /** ISO 639-1 code. */
  readonly language?: string | undefined
  readonly publisher?: string | undefined
}

/** Source → report record: text made safe, language and publication date understood, ids computed; what was odd stands in `notes`. */
export function prepareReport(source: SourceReport, options: PrepareOptions = {}): ReportRecord {
  const clean = cleanText(source.text)
  const language = findLanguage(clean.text, options.language ?? source.language)
  const published = parsePublished(options.published ?? source.published ?? '', language.code)
  const notes = [...source.notes, ...clean.notes, describeLength(clean.text), published.note, language.note].filter(note => note !== null)
  return identify({
    sourceId: line(source.sourceId),
    title: line(source.title),
    url: line(source.url),
    publisher: line(options.publisher ?? source.publisher),
    authors: source.authors.flatMap(author => cleanLine(author) ?? []),
    language: language.code,
    published: published.time,
    text: clean.text,
    notes,
  })
}

function identify(report: Omit<ReportRecord, 'id' | 'textHash'>): ReportRecord {
  const { text, publisher, url, published, sourceId } = report
  const identity = JSON.stringify([text, publisher, url, published?.value ?? null, sourceId])
  return { id: `sha256:${sha256(identity)}`, textHash: `sha256:${sha256(text)}`, ...report }
}

/** The language as given ("en", "en-GB", "fr_FR"), else as the words tell it. */
function findLanguage(text: string, given: string | null): { code: string; note: string | null } {
  const code = given && /^[a-z]{2,3}(?=$|[-_])/i.exec(given.trim())?.[0].toLowerCase()
  if (code) return { code, note: LANGUAGES.includes(code) ? null : describeUnread(languageName(code), code) }
  const found = detectLanguage(text)
  const wrong = given ? `The language "${given.slice(0, 40)}" is no language code; it is told from the words. ` : ''
  if (LANGUAGES.includes(found.code)) return { code: found.code, note: wrong.trim() || null }
  return { code: found.code, note: wrong + (found.name ? describeUnread(found.name, found.code) : UNKNOWN) }
}

const UNKNOWN = 'The language could not be told; the report is not read. Name the language if Griot reads it.'

function describeUnread(name: string, code: string): string {
  return `The report is in ${name}${name === code ? '' : ` (${code})`}, which Griot does not read.`
}

function describeLength({ length }: string): string | null {
  return length > READ_LIMIT ? `The text has ${length} characters; the first ${READ_LIMIT} are read.` : null
}

function line(value: string | null): string | null {
  return value === null ? null : cleanLine(value)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
