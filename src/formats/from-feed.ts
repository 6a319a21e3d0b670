import { toUtf8 } from './bytes/utf8-chunks.ts'
import type { ByteSource, Member, OpenOptions, Refusal } from './container.ts'
import { readJsonFeed } from './feed/json-feed.ts'
import { readXmlFeed } from './feed/xml-feed.ts'

/** A feed: RSS, Atom or JSON Feed; an entry a report. The feed's own title is the publisher where an entry names none. */
export async function* fromFeed({ name, chunks }: ByteSource, _options: OpenOptions): AsyncGenerator<Member | Refusal> {
  const { chunks: utf8, notes } = await toUtf8(chunks, name, declaredEncoding)
  const iterator = utf8[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value
  const all = async function* () {
    yield head
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  const read = /^\s*\{/.test(head.subarray(0, 1024).toString()) ? readJsonFeed : readXmlFeed
  yield* read(all(), name, notes)
}

function declaredEncoding(head: string): string {
  const declared = /^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? 'windows-1252'
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return 'windows-1252'
  }
}
