import { isUtf8 } from 'node:buffer'
import { GriotError } from '../util/error.ts'
import { ByteReader } from './bytes/byte-reader.ts'
import { collect } from './bytes/limits.ts'
import type { ByteSource, LeftOut, Member, Refusal } from './container.ts'
import type { FormatName } from './format-name.ts'
import { parseHeaders, parseHttp } from './warc/http-message.ts'

/**
 * An archive of the web (WARC 1.0 and 1.1, ISO 28500): the pages, texts and documents that servers answered with (status 2xx), and plain
 * resources and conversions. Requests, redirects and what is no text are passed over. The libraries of npm for it bring fifteen others.
 */
export async function* fromWarc(source: ByteSource): AsyncGenerator<Member | Refusal | LeftOut> {
  const reader = new ByteReader(source.chunks)
  let damaged = false
  for (let count = 0; ; ) {
    const line = await reader.line(200)
    if (!line) return
    if (!/^WARC\/\d/.test(latin1(line))) {
      // Two blank lines stand between records; anything else is what a wrong length left over, up to the next record.
      if (line.length > 0 && !damaged) yield { at: `:${count + 1}`, error: describeDamage(source.name, count) }
      damaged ||= line.length > 0
      continue
    }
    damaged = false
    count++
    const headers = await readHeaders(reader)
    const length = Number(headers.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length < 0) {
      yield { at: `:${count}`, error: describeDamage(source.name, count) }
      damaged = true
      continue
    }
    const end = reader.offset + length
    if (KEPT.has(headers.get('warc-type') ?? '')) yield* membersOf(reader, headers, length, count, source)
    await reader.skip(end - reader.offset)
    if (reader.offset < end) throw cutOff(source.name)
  }
}

const KEPT = new Set(['response', 'resource', 'conversion'])

async function* membersOf(
  reader: ByteReader,
  headers: ReadonlyMap<string, string>,
  length: number,
  count: number,
  { name }: ByteSource,
): AsyncGenerator<Member | Refusal | LeftOut> {
  const at = `:${count}`
  let block: Uint8Array
  try {
    block = await collect(reader.pieces(length), `${name}${at}`)
  } catch (error) {
    if (!(error instanceof GriotError)) throw error
    yield { at, error }
    return
  }
  if (block.length < length) throw cutOff(`${name}${at}`)
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null
  const isResponse = headers.get('warc-type') === 'response' && /^https?:/i.test(url ?? '')
  const message = isResponse ? parseHttp(block) : { status: 200, type: mediaType(headers.get('content-type')), charset: null, body: block }
  if (!message) {
    yield {
      at,
      error: new GriotError('file-damaged', `${name}${at} holds no answer of a server`, { hint: 'The records after it are read' }),
    }
    return
  }
  const { status, type, charset, body } = message
  if (status < 200 || status > 299 || body.length === 0) return
  const format = FORMAT_OF_TYPE.find(([pattern]) => pattern.test(type ?? ''))?.[1]
  if (format === undefined) {
    yield { leftOut: `${name}${at}` }
    return
  }
  const id = headers.get('warc-record-id')?.replace(/^<|>$/g, '') ?? null
  yield { at, format, content: toUtf8(body, charset), otherwise: { url: /^https?:/i.test(url ?? '') ? url : null, sourceId: id } }
}

/** What may hold a report, by the type that the server told; null where the bytes are to tell it. */
const FORMAT_OF_TYPE: readonly (readonly [RegExp, FormatName | null])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^text\/(?:plain|markdown)$/, null],
  [/^application\/(?:pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)$/, null],
  [/^application\/(?:rss|atom)\+xml$/, null],
  [/^$/, null],
]

async function readHeaders(reader: ByteReader): Promise<Map<string, string>> {
  const lines: string[] = []
  for (let length = 0; length < 1 << 16; ) {
    const line = await reader.line(1 << 13)
    if (!line || line.length === 0) break
    length += line.length
    lines.push(new TextDecoder().decode(line))
  }
  return parseHeaders(lines)
}

/** Puts a text into UTF-8 where the server told another encoding, which the page may not say itself. */
function toUtf8(body: Uint8Array, charset: string | null): Uint8Array {
  if (!charset || /^utf-?8$/i.test(charset) || isUtf8(body)) return body
  try {
    return Buffer.from(new TextDecoder(charset).decode(body))
  } catch {
    return body
  }
}

function mediaType(header: string | undefined): string | null {
  return /^[^;\s]+/.exec(header ?? '')?.[0].toLowerCase() ?? null
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function describeDamage(name: string, count: number): GriotError {
  return new GriotError('file-damaged', `${name} is damaged after record ${count}`, {
    hint: 'The records that can be found behind it are read',
  })
}

function cutOff(name: string): GriotError {
  return new GriotError('file-cut-off', `${name} is cut off`, { hint: 'What stands before the cut is read; get a whole copy for the rest' })
}
