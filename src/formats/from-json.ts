import { GriotError } from '../util/error.ts'
import { toUtf8 } from './bytes/utf8-chunks.ts'
import type { ByteSource, Member, OpenOptions, Refusal } from './container.ts'
import { splitJson } from './records/split-json.ts'

/**
 * A JSON file: a list of records, a list inside an envelope (as APIs answer), or a single record. A record is read like a line of JSON Lines, by
 * the same keys; ReliefWeb's are known by themselves.
 */
export async function* fromJson({ name, chunks }: ByteSource, _options: OpenOptions): AsyncGenerator<Member | Refusal> {
  const { chunks: utf8, notes } = await toUtf8(chunks, name)
  let count = 0
  for await (const { number, bytes } of splitJson(utf8, name)) {
    count++
    yield { at: `:${number}`, format: 'jsonl', content: bytes, notes }
  }
  if (count === 0) throw new GriotError('no-report', `${name} holds no record`, { hint: 'Give a list of objects, or one object' })
}
