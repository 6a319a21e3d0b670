import type { GriotError } from '../util/error.ts'
import type { Columns } from './columns.ts'
import type { FormatName } from './format-name.ts'
import type { SourceReport } from './source.ts'

/** Bytes that come piece by piece, once. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** A container to be opened: a file, standard input, or what another container holds. */
export interface ByteSource {
  /** As it stands in messages: "mail/march.zip/box.mbox". */
  readonly name: string
  /** The same without the folders of this machine, as it begins a `sourceId`: "march.zip/box.mbox". */
  readonly id: string
  /** Where it lies on the disk as it is; null for what is unpacked or comes through a pipe. */
  readonly path: string | null
  readonly chunks: Chunks
}

/** What the one who reads says about containers. */
export interface OpenOptions {
  /** Which column or key holds what. */
  readonly columns?: Columns | undefined
}

/** What a container holds: a report, or a container again, and what the container says of it. */
export interface Member {
  /** What its name adds to that of the container: "/folder/report.html", ":12", or nothing. */
  readonly at: string
  /** Null where content and name are to tell it. */
  readonly format: FormatName | null
  /** To be used up before the next member is asked for. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>
  /** What the container knows better than the report itself. */
  readonly known?: Partial<SourceReport>
  /** What holds where the report itself says nothing. */
  readonly otherwise?: Partial<SourceReport>
  readonly notes?: readonly string[]
  /** Bytes of the file that it stands for, where the container is not read from beginning to end. */
  readonly packed?: number
}

/** A member, or all that follows, that cannot be had, and why. */
export interface Refusal {
  readonly at: string
  readonly error: GriotError
}

/** A member that holds no report by its kind: a picture, a style sheet. */
export interface LeftOut {
  readonly leftOut: string
}

/** Opens a container; members come one after the other and are not kept. */
export type OpenContainer = (source: ByteSource, options: OpenOptions) => AsyncIterable<Member | Refusal | LeftOut>
