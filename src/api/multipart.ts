import { GriotError } from '../util/error.ts'

/** A part of a form as it comes (RFC 7578); its content is to be read before the next part is asked for. */
export interface Part {
  readonly name: string
  /** Null where it is a field and no file. */
  readonly file: string | null
  readonly content: AsyncIterable<Uint8Array>
}

const MOST_HEAD = 16 * 1024

/** The boundary in a content type; null where it is none of a form. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? []
  return quoted ?? plain ?? null
}

/** Reads the parts of a form as they come; none of them is held in memory. */
export async function* readParts(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const chunks = body[Symbol.asyncIterator]()
  const mark = Buffer.from(`\r\n--${boundary}`)
  // The first boundary may be at the very beginning.
  let buffer: Buffer = Buffer.from('\r\n')
  const more = async () => {
    const next = await chunks.next()
    if (next.done) throw new GriotError('upload-cut', 'What was sent ends in the middle of a part', { hint: 'Send it again' })
    buffer = Buffer.concat([buffer, next.value])
  }
  async function* untilMark(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = buffer.indexOf(mark)
      if (at >= 0) {
        const last = buffer.subarray(0, at)
        buffer = buffer.subarray(at + mark.length)
        if (last.length > 0) yield last
        return
      }
      const safe = buffer.length - mark.length + 1
      if (safe > 0) {
        const piece = buffer.subarray(0, safe)
        buffer = buffer.subarray(safe)
        yield piece
      }
      await more()
    }
  }
  for await (const _ of untilMark());
  for (;;) {
    while (buffer.length < 2) await more()
    if (buffer[0] === 0x2d && buffer[1] === 0x2d) return
    let end = buffer.indexOf('\r\n\r\n')
    while (end < 0) {
      if (buffer.length > MOST_HEAD)
        throw new GriotError('bad-form', 'A part of what was sent has no end of its head', { hint: 'Send multipart/form-data' })
      await more()
      end = buffer.indexOf('\r\n\r\n')
    }
    const head = buffer.subarray(0, end).toString()
    buffer = buffer.subarray(end + 4)
    const content = untilMark()
    yield { ...parseHead(head), content }
    for await (const _ of content);
  }
}

function parseHead(head: string): Omit<Part, 'content'> {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1] ?? ''
  const value = (key: string) => new RegExp(`(?:^|;)\\s*${key}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1]
  const plainOf = (text: string) =>
    text
      .replace(/%22/g, '"')
      .replace(/%0D|%0A/gi, ' ')
      .replace(/\\(["\\])/g, '$1')
  const [name, file] = [value('name'), value('filename')]
  if (name === undefined) throw new GriotError('bad-form', 'A part of what was sent has no name', { hint: 'Send multipart/form-data' })
  return { name: plainOf(name), file: file === undefined ? null : plainOf(file) }
}
