import { randomBytes } from 'node:crypto'
import type { Library } from '../library/open.ts'
import { GriotError } from '../util/error.ts'
import type { Reader } from './reader/reader.ts'
import type { WebFiles } from './web-files.ts'
import type { Writer } from './writer/writer.ts'

/** What the desk runs on. */
export interface Desk {
  /** Opened to be read alone: answers come from it. */
  readonly library: Library
  /** Whom whatever goes over the whole library is asked. */
  readonly reader: Reader
  /** The one who writes. */
  readonly writer: Writer
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Under whose name decisions are kept. */
  readonly by: string
  /** What a page must send with every write; made anew at each start. */
  readonly token: string
  /** Names of this machine under which the desk may be called: "localhost", "127.0.0.1". */
  readonly hosts: readonly string[]
  /** The pages; null where they were not built. */
  readonly web: WebFiles | null
  /** Told of what is nobody's fault but ours. */
  readonly onBug: (error: unknown) => void
}

/** Something that no page of another origin can guess. */
export function createToken(): string {
  return randomBytes(24).toString('base64url')
}

/** The names that every machine has for itself. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** The name of the header that says who decides, percent-encoded; the desk's own name holds without it. */
export const BY_HEADER = 'x-griot-by'

/** Letters of a name that signs. */
const LONGEST_NAME = 80

/** Who decides, and when: `signed` is what the header says. */
export function byOf({ by, now }: Pick<Desk, 'by' | 'now'>, signed?: string): { readonly by: string; readonly at: string } {
  return { by: parseName(signed ?? '') || by, at: new Date(now()).toISOString() }
}

function parseName(header: string): string {
  try {
    return decodeURIComponent(header)
      .replace(/\p{C}+/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME)
  } catch {
    throw new GriotError('bad-argument', `The header ${BY_HEADER} is not percent-encoded: "${header.slice(0, 100)}"`, {
      hint: 'Ren%C3%A9e is Renée',
    })
  }
}
