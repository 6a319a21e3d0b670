import type { OpenContainer } from './container.ts'
import { decodeBytes } from './decode.ts'
import { FORMAT_NAMES, type FormatName } from './format-name.ts'
import type { Output, OutputOptions } from './output.ts'
import { formatOfContent, formatOfJson } from './sniff.ts'
import type { Found } from './source.ts'

export { FORMAT_NAMES, type FormatName }

interface About {
  readonly says: string
  /** How its files end; none where a name cannot tell it. */
  readonly extensions: readonly string[]
}
/** One report in the form of text. `name` stands in messages. */
interface TextFormat extends About {
  readonly holds: 'text'
  /** One report a line, so that a file of any length is read line by line. */
  readonly byLine?: true
  /** Finds the name of the encoding that a source declares in its first bytes. */
  readonly declared?: (head: string) => string | null
  load(): Promise<(source: string, name: string) => Found>
}
/** One report that is no plain text. */
interface PackedFormat extends About {
  readonly holds: 'bytes'
  load(): Promise<(bytes: Uint8Array, name: string) => Promise<Found>>
}
/** Several reports, or other files. */
interface ContainerFormat extends About {
  readonly holds: 'members'
  load(): Promise<OpenContainer>
}
type Format = TextFormat | PackedFormat | ContainerFormat

/** Every input format; a format's library is loaded with the first file that needs it. */
export const FORMATS = {
  text: {
    says: 'plain text',
    extensions: ['.txt', '.text'],
    holds: 'text',
    load: async () => (await import('./from-text.ts')).fromText,
  },
  markdown: {
    says: 'Markdown, with front matter or without',
    extensions: ['.md', '.markdown'],
    holds: 'text',
    load: async () => (await import('./from-markdown.ts')).fromMarkdown,
  },
  html: {
    says: 'the main article of a page',
    extensions: ['.html', '.htm', '.xhtml'],
    holds: 'text',
    declared: declaredEncoding,
    load: async () => (await import('./from-html.ts')).fromHtml,
  },
  fragment: {
    says: 'a piece of HTML, all of it',
    extensions: [],
    holds: 'text',
    declared: declaredEncoding,
    load: async () => (await import('./from-fragment.ts')).fromFragment,
  },
  pdf: {
    says: 'the text layer of a PDF: columns in reading order, tables as rows',
    extensions: ['.pdf'],
    holds: 'bytes',
    load: async () => (await import('./from-pdf.ts')).fromPdf,
  },
  docx: {
    says: 'a Word document',
    extensions: ['.docx'],
    holds: 'bytes',
    load: async () => (await import('./from-docx.ts')).fromDocx,
  },
  jsonl: {
    says: 'JSON Lines: {"text": "…", "id", "title", "published", "url", "publisher", "authors", "language"} a line',
    extensions: ['.jsonl', '.ndjson'],
    holds: 'text',
    byLine: true,
    load: async () => (await import('./from-jsonl.ts')).fromJsonLine,
  },
  json: {
    says: 'a list of records, in an envelope or bare, or one record, with the same keys as JSON Lines or others',
    extensions: ['.json'],
    holds: 'members',
    load: async () => (await import('./from-json.ts')).fromJson,
  },
  reliefweb: {
    says: 'an answer of ReliefWeb’s API, version 2',
    extensions: [],
    holds: 'members',
    load: async () => (await import('./from-json.ts')).fromJson,
  },
  csv: {
    says: 'a table with a head row, a row a report; parted by commas, semicolons, tabs or bars',
    extensions: ['.csv', '.tsv', '.tab'],
    holds: 'members',
    load: async () => (await import('./from-csv.ts')).fromCsv,
  },
  feed: {
    says: 'RSS, Atom or JSON Feed, an entry a report',
    extensions: ['.rss', '.atom', '.xml', '.rdf'],
    holds: 'members',
    load: async () => (await import('./from-feed.ts')).fromFeed,
  },
  mail: {
    says: 'a message, and its attachments as reports of their own',
    extensions: ['.eml'],
    holds: 'members',
    load: async () => (await import('./from-mail.ts')).fromMail,
  },
  mbox: {
    says: 'a mailbox',
    extensions: ['.mbox', '.mbx'],
    holds: 'members',
    load: async () => (await import('./from-mbox.ts')).fromMbox,
  },
  warc: {
    says: 'an archive of the web',
    extensions: ['.warc'],
    holds: 'members',
    load: async () => (await import('./from-warc.ts')).fromWarc,
  },
  zip: {
    says: 'a ZIP archive of files in any of these formats',
    extensions: ['.zip'],
    holds: 'members',
    load: async () => (await import('./from-zip.ts')).fromZip,
  },
  tar: {
    says: 'a TAR archive of such files',
    extensions: ['.tar'],
    holds: 'members',
    load: async () => (await import('./from-tar.ts')).fromTar,
  },
  gzip: {
    says: 'any of these compressed with gzip (.tar.gz, .warc.gz, …)',
    extensions: ['.gz', '.tgz'],
    holds: 'members',
    load: async () => (await import('./from-gzip.ts')).fromGzip,
  },
} as const satisfies Record<FormatName, Format>

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

/** What a format holds, as the general contract. */
export function formatOf(name: FormatName): Format {
  return FORMATS[name]
}

/** Is a file of this format read line by line? */
export function isByLine(name: FormatName): boolean {
  const format = formatOf(name)
  return format.holds === 'text' && format.byLine === true
}

/** The format that a file's name tells, or null. */
export function formatOfName(name: string): FormatName | null {
  const extension = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase()
  return FORMAT_NAMES.find(format => (FORMATS[format].extensions as readonly string[]).includes(extension ?? '')) ?? null
}

/** What a source is read as, and a sentence where its name says something else. */
export interface Guess {
  readonly format: FormatName
  readonly notes: readonly string[]
}

/** The format of a source: by its first bytes where they are sure, then by its name, else text. */
export function guessFormat(head: Uint8Array, name: string): Guess {
  const named = formatOfName(name)
  const shown = formatOfContent(head)
  if (shown) return { format: shown, notes: named && named !== shown && !AKIN[named]?.includes(shown) ? [describeLie(name, shown)] : [] }
  if (named === null || named === 'json') {
    const json = formatOfJson(head)
    if (json) return { format: json, notes: [] }
  }
  if (named === null) return { format: 'text', notes: [] }
  const needsMagic = named === 'gzip' || named === 'tar' || named === 'zip' || named === 'warc' || named === 'docx' || named === 'pdf'
  if (!needsMagic) return { format: named, notes: [] }
  const format = formatOfJson(head) ?? 'text'
  return { format, notes: head.length > 0 ? [describeLie(name, format)] : [] }
}

/** Formats whose files commonly go by each other's names. */
const AKIN: Partial<Record<FormatName, readonly FormatName[]>> = {
  json: ['feed', 'jsonl', 'reliefweb'],
  feed: ['html'],
  text: ['mail', 'mbox'],
  fragment: ['html'],
  mail: ['mbox'],
  mbox: ['mail'],
}

function describeLie(name: string, format: FormatName): string {
  return `The file is named ${/\.[^./\\]+$/.exec(name)?.[0].toLowerCase()}, but its content is read as ${format}.`
}

/** Bytes → report, for the formats that hold one report a file. Notes on the encoding come first. */
export async function readBytes(bytes: Uint8Array, name: string, format: FormatName): Promise<Found> {
  const reader = formatOf(format)
  if (reader.holds === 'members') throw new TypeError(`${format} holds several reports`)
  if (reader.holds === 'bytes') return (await reader.load())(bytes, name)
  const { text, notes } = decodeBytes(bytes, name, reader.declared)
  const { report, map } = (await reader.load())(text, name)
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
