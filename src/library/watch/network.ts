import type { GriotError } from '../../util/error.ts'

/** What is asked of a server. */
export interface Ask {
  readonly headers?: Readonly<Record<string, string>>
  /** A body makes it a POST, which follows no redirect. */
  readonly body?: string
}

/** What a server answered. */
export interface Answer {
  readonly status: number
  /** The address that answered, after redirects. */
  readonly url: string
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
  /** The body was longer than is taken, and ends early. */
  readonly isCut: boolean
}

/** Asks one address; a server that cannot be asked is a `GriotError`. */
export type Network = (url: string, ask?: Ask) => Promise<Answer>

/** Codes of errors that say that this machine has no network, not that one server is away. */
const OFFLINE = 'network-absent'

/** Is it that there is no network at all? */
export function isOffline(error: GriotError): boolean {
  return error.code === OFFLINE
}
