import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { LONGEST_MEMBER } from '../bytes/limits.ts'

/** The answer of a server, as an archive of the web keeps it. */
export interface HttpMessage {
  readonly status: number
  /** Lower case, without its parameters; null where the server told none. */
  readonly type: string | null
  readonly charset: string | null
  readonly body: Uint8Array
}

/** Parses an HTTP response (RFC 9112) with its body, chunks put together and packing undone; null where it is none. */
export function parseHttp(bytes: Uint8Array): HttpMessage | null {
  const end = endOfHead(bytes)
  const head = latin1(bytes.subarray(0, Math.min(end, 1 << 16))).split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head[0] ?? '')?.[1]
  if (!status) return null
  const headers = parseHeaders(head.slice(1))
  const type = headers.get('content-type') ?? ''
  let body = bytes.subarray(end)
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) body = joinChunks(body)
  return {
    status: Number(status),
    type: /^[^;\s]+/.exec(type)?.[0].toLowerCase() ?? null,
    charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1] ?? null,
    body: unpack(body, headers.get('content-encoding') ?? ''),
  }
}

/** Lines "Name: value"; a line that begins with white space goes on with the one before. */
export function parseHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line) && last !== '') headers.set(last, `${headers.get(last)} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      headers.set(last, line.slice(colon + 1).trim())
    }
  }
  return headers
}

function endOfHead(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
  }
  return bytes.length
}

/** Undoes "Transfer-Encoding: chunked"; a body that is not in chunks (archives often keep the header and drop the chunks) stays as it is. */
function joinChunks(body: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < body.length; ) {
    const line = /^([0-9a-f]{1,8})[^\n]{0,200}\n/i.exec(latin1(body.subarray(at, at + 220)))
    if (!line) return pieces.length === 0 ? body : Buffer.concat(pieces)
    const size = Number.parseInt(line[1] as string, 16)
    if (size === 0) break
    const start = at + line[0].length
    pieces.push(body.subarray(start, start + size))
    at = start + size + 2
  }
  return Buffer.concat(pieces)
}

function unpack(body: Uint8Array, encoding: string): Uint8Array {
  const options = { maxOutputLength: Math.min(LONGEST_MEMBER, 200 * body.length + (1 << 20)) }
  try {
    if (/gzip/i.test(encoding)) return gunzipSync(body, options)
    if (/br/i.test(encoding)) return brotliDecompressSync(body, options)
    if (/deflate/i.test(encoding)) return inflateSync(body, options)
  } catch {
    // Archives often unpack a body and leave the header that says it is packed.
  }
  return body
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
