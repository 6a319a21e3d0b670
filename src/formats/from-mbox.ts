import { GriotError } from '../util/error.ts'
import { ByteReader } from './bytes/byte-reader.ts'
import type { ByteSource, Member, Refusal } from './container.ts'

/** A message is held in memory whole. */
const LONGEST = 128 << 20
const LONGEST_LINE = 1 << 20
const NEWLINE = Buffer.from('\n')

/**
 * A mailbox (mbox, RFC 4155, and its kin): messages one after the other, each behind a line "From address date". Its messages are read like single
 * ones, with their attachments.
 */
export async function* fromMbox({ name, chunks }: ByteSource): AsyncGenerator<Member | Refusal> {
  const reader = new ByteReader(chunks)
  let number = 0
  let message: Uint8Array[] | null = null
  let length = 0
  let afterBlank = true
  const finish = function* (): Generator<Member | Refusal> {
    const at = `:${number}`
    if (message && length <= LONGEST) yield { at, format: 'mail', content: Buffer.concat(message) }
    else if (message) yield { at, error: tooLong(`${name}${at}`) }
  }
  for (let line = await reader.line(LONGEST_LINE); line; line = await reader.line(LONGEST_LINE)) {
    if (afterBlank && isSeparator(line)) {
      yield* finish()
      number++
      message = []
      length = 0
      afterBlank = false
      continue
    }
    afterBlank = line.length === 0
    length += line.length + 1
    // Before the first separator stands nothing that could be a message.
    if (message && length <= LONGEST) message.push(withoutMark(line), NEWLINE)
  }
  yield* finish()
  if (number === 0)
    throw new GriotError('not-a-mailbox', `${name} is no mailbox: no line begins with "From "`, {
      hint: 'For a single message give --from mail',
    })
}

/** "From ana@desk.org Tue Mar  5 10:00:00 2024", "From - Tue Mar …" */
function isSeparator(line: Uint8Array): boolean {
  if (line.length > 500 || line[0] !== 70 || line[1] !== 114 || line[4] !== 32) return false
  return /^From (?:\S+@\S+|-|\S+ .*\d:\d\d.* \d{4})/.test(Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('latin1'))
}

/** Lines of a message that look like a separator were given a ">" in front. */
function withoutMark(line: Uint8Array): Uint8Array {
  if (line[0] !== 62) return line
  let at = 1
  while (line[at] === 62) at++
  return Buffer.from(line.buffer, line.byteOffset + at, Math.min(5, line.length - at)).toString('latin1') === 'From '
    ? line.subarray(1)
    : line
}

function tooLong(name: string): GriotError {
  return new GriotError('file-too-large', `${name} is too large to be one message (over ${LONGEST >> 20} MB)`, {
    hint: 'The messages behind it are read',
  })
}
