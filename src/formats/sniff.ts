import { decodeBytes, findMark } from './decode.ts'
import type { FormatName } from './format-name.ts'

/** Bytes of a source that are looked at to tell its format. */
export const HEAD = 1 << 16

/**
 * The format that a source shows by its first bytes, surely: magic numbers, or a beginning that only this format has. Null for what any text might
 * begin with.
 */
export function formatOfContent(head: Uint8Array): FormatName | null {
  const latin1 = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  if (/^PK\x03\x04/.test(latin1)) return isDocx(latin1) ? 'docx' : isOffice(latin1) ? null : 'zip'
  if (/^PK\x05\x06/.test(latin1)) return 'zip'
  const magic = MAGIC.find(({ begins }) => begins.test(latin1))
  if (magic) return magic.format
  if (latin1.slice(257, 262) === 'ustar') return 'tar'
  const text = textOf(head)
  return TEXTS.find(({ begins }) => begins.test(text))?.format ?? null
}

const MAGIC: readonly { begins: RegExp; format: FormatName }[] = [
  { begins: /^(?:[\s\0]{0,16}|\xef\xbb\xbf)%PDF-\d/, format: 'pdf' },
  { begins: /^\x1f\x8b\x08/, format: 'gzip' },
  { begins: /^WARC\/[01]\.\d+\r?\n/, format: 'warc' },
  { begins: /^From \S+ .*\d:\d\d.*\r?\n(?:>From .*\r?\n)?[\w-]+:/, format: 'mbox' },
]

/** A file of Microsoft's Word; its parts stand in the first bytes by name. */
function isDocx(latin1: string): boolean {
  return /PK\x03\x04[\s\S]{26}word\//.test(latin1)
}

/** A spreadsheet, slides, a book: archives that are not read as such. */
function isOffice(latin1: string): boolean {
  return /PK\x03\x04[\s\S]{26}(?:xl|ppt)\/|^PK\x03\x04[\s\S]{26}mimetypeapplication\//.test(latin1)
}

const TEXTS: readonly { begins: RegExp; format: FormatName }[] = [
  { begins: /^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype )?html)/i, format: 'html' },
  { begins: /^\s*(?:<\?xml[^>]*>\s*)?(?:(?:<\?[^>]*>|<!--[\s\S]{0,5000}?-->)\s*){0,9}<(?:rss|feed|rdf:RDF)[\s>]/, format: 'feed' },
  { begins: /^\s*\{[^[]{0,5000}?"version"\s*:\s*"https?:\/\/jsonfeed\.org\//, format: 'feed' },
  {
    begins:
      /^(?:[\x21-\x39\x3b-\x7e]{1,60}:[ \t].{0,990}\r?\n(?:[ \t].{0,990}\r?\n){0,50}){0,60}?(?:MIME-Version|Message-ID|Received|Return-Path):[ \t]/i,
    format: 'mail',
  },
]

/**
 * JSON of which kind, by the beginning: ReliefWeb's, one object a line, or any other; null where it is not JSON.
 */
export function formatOfJson(head: Uint8Array): Extract<FormatName, 'json' | 'jsonl' | 'reliefweb'> | null {
  const text = textOf(head)
  const isLine = /^[ \t]*\{[ \t]*"(?:[^"\\]|\\.){1,100}"[ \t]*:/.test(text)
  const isList = /^\s*\[\s*(?:\{|\])/.test(text)
  if (!isLine && !isList && !/^\s*\{\s*"(?:[^"\\]|\\.){1,100}"\s*:/.test(text)) return null
  const lines = text.split('\n', 3)
  if (isLine && lines.length > 1 && isObject(lines[0] as string) && /^\s*(?:\{|$)/.test(lines[1] as string)) return 'jsonl'
  if (/"fields"\s*:\s*\{/.test(text) && /"(?:href|type)"\s*:\s*"[^"]*reports|api\.reliefweb\.int/.test(text)) return 'reliefweb'
  return 'json'
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/** The head as text; nothing where it is none. */
function textOf(head: Uint8Array): string {
  const mark = findMark(head)
  if (!mark && head.subarray(0, 512).includes(0)) return ''
  try {
    return decodeBytes(head, '').text.replace(/^\uFEFF/, '')
  } catch {
    return ''
  }
}
