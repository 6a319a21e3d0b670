import { decodeBytes } from './decode.ts'
import type { Output, OutputOptions } from './output.ts'
import type { Found } from './source.ts'

/** Source text → report. `name` stands in messages. */
type ReadFormat = (source: string, name: string) => Found

/** An input format: how its files are called, and what reads them. */
interface Format {
  readonly says: string
  readonly extensions: readonly string[]
  /** One report a line, so that a file of any length is read line by line. */
  readonly byLine?: true
  /** Finds the name of the encoding that a source declares in its first bytes. */
  readonly declared?: (head: string) => string | null
  load(): Promise<ReadFormat>
}

/** Every input format; a format's library is loaded with the first file that needs it. */
export const FORMATS = {
  text: {
    says: 'plain text',
    extensions: ['.txt', '.text'],
    load: async () => (await import('./from-text.ts')).fromText,
  },
  markdown: {
    says: 'Markdown, with front matter or without',
    extensions: ['.md', '.markdown'],
    load: async () => (await import('./from-markdown.ts')).fromMarkdown,
  },
  html: {
    says: 'the main article of a page',
    extensions: ['.html', '.htm', '.xhtml'],
    declared: declaredEncoding,
    load: async () => (await import('./from-html.ts')).fromHtml,
  },
  jsonl: {
    says: 'JSON Lines: {"text": "…", "id", "title", "published", "url", "publisher", "authors", "language"} a line',
    extensions: ['.jsonl', '.ndjson'],
    byLine: true,
    load: async () => (await import('./from-jsonl.ts')).fromJsonLine,
  },
} as const satisfies Record<string, Format>

/** An output: readings one after the other as text. */
interface OutputFormat {
  readonly says: string
  load(): Promise<(options: OutputOptions) => Output>
}

/** Every output. */
export const OUTPUTS = {
  terminal: { says: 'a listing for people', load: async () => (await import('./to-terminal.ts')).terminalOutput },
  json: { says: 'JSON Lines, one reading a line', load: async () => (await import('./to-json.ts')).jsonOutput },
  csv: { says: 'a table of one list of records', load: async () => (await import('./to-csv.ts')).csvOutput },
  html: { says: 'a page of one report', load: async () => (await import('./to-html.ts')).htmlOutput },
} as const satisfies Record<string, OutputFormat>

export type FormatName = keyof typeof FORMATS
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

/** The format that a file's name tells, or null. */
export function formatOfName(name: string): FormatName | null {
  const extension = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase()
  return FORMAT_NAMES.find(format => (FORMATS[format].extensions as readonly string[]).includes(extension ?? '')) ?? null
}

/** The format of a source that its name does not tell, from its beginning: a page, JSON Lines, else text. */
export function formatOfHead(head: string): FormatName {
  if (/^\uFEFF?\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head)) return 'html'
  return /^\uFEFF?[ \t]*\{[ \t]*"(?:[^"\\]|\\.){1,100}"[ \t]*:/.test(head) ? 'jsonl' : 'text'
}

/** Bytes → report, for the formats that hold one report a file. Notes on the encoding come first. */
export async function readBytes(bytes: Uint8Array, name: string, format: FormatName): Promise<Found> {
  const { declared, load }: Format = FORMATS[format]
  const { text, notes } = decodeBytes(bytes, name, declared)
  const { report, map } = (await load())(text, name)
  return { report: { ...report, notes: [...notes, ...report.notes] }, map }
}

/** The encoding that a page declares in its first bytes, or null (HTML standard, "prescan a byte stream"). */
function declaredEncoding(head: string): string | null {
  return (
    /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    null
  )
}
