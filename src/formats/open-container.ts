import { GriotError } from '../util/error.ts'
import { ByteReader } from './bytes/byte-reader.ts'
import { type Allowance, collect } from './bytes/limits.ts'
import type { ByteSource, LeftOut, Member, OpenOptions } from './container.ts'
import type { FormatName } from './format-name.ts'
import { formatOf, guessFormat, isByLine } from './index.ts'
import { splitLines } from './lines.ts'
import { HEAD } from './sniff.ts'
import type { SourceReport } from './source.ts'

/** Containers inside each other: a compressed archive with a mailbox with a message with an archive attached. */
const DEEPEST = 6

/** One report out of a container, in a format of one report, with what the container says of it. */
export interface Part {
  /** As it stands in messages: "archive.zip/folder/report.html". */
  readonly name: string
  readonly format: FormatName
  readonly bytes: Uint8Array
  readonly known: Partial<SourceReport>
  readonly otherwise: Partial<SourceReport>
  readonly notes: readonly string[]
}

/** What cannot be had of a container. */
export interface Failed {
  readonly name: string
  readonly error: GriotError
}

/**
 * Opens a container and those in it: their reports one by one, as they are asked for. What cannot be had is told and does not keep the others back.
 */
export async function* openContainer(
  source: ByteSource,
  format: FormatName,
  options: OpenOptions,
  allowance: Allowance,
): AsyncGenerator<Part | Failed | LeftOut> {
  yield* new Opener(options, allowance).open(source, format, { known: {}, otherwise: {} }, 1)
}

class Opener {
  readonly #options: OpenOptions
  readonly #allowance: Allowance
  /** Notes on containers, said with the first report out of them. */
  #notes: string[] = []

  constructor(options: OpenOptions, allowance: Allowance) {
    this.#options = options
    this.#allowance = allowance
  }

  async *open(source: ByteSource, format: FormatName, outer: Around, depth: number): AsyncGenerator<Part | Failed | LeftOut> {
    if (depth > DEEPEST) {
      yield { name: source.name, error: tooDeep(source.name) }
      return
    }
    try {
      if (isByLine(format)) yield* this.#openLines(source, format, outer)
      else yield* this.#openMembers(source, format, outer, depth)
    } catch (error) {
      yield { name: source.name, error: failureOf(error) }
    }
  }

  async *#openMembers(source: ByteSource, format: FormatName, outer: Around, depth: number): AsyncGenerator<Part | Failed | LeftOut> {
    const reader = formatOf(format)
    if (reader.holds !== 'members') throw new TypeError(`${format} holds one report`)
    const open = await reader.load()
    for await (const member of open(source, this.#options)) {
      if ('leftOut' in member) yield member
      else if ('error' in member) yield { name: source.name + member.at, error: member.error }
      else {
        this.#allowance.took(member.packed ?? 0)
        try {
          yield* this.#openMember(member, source, outer, depth)
        } catch (error) {
          yield { name: source.name + member.at, error: failureOf(error) }
        }
      }
    }
  }

  async *#openMember(member: Member, source: ByteSource, outer: Around, depth: number): AsyncGenerator<Part | Failed | LeftOut> {
    const name = source.name + member.at
    const around = within(member, outer)
    const reader = new ByteReader(this.#counted(member.content, name))
    try {
      const { format, notes } = await findFormat(member, name, reader)
      if (format === null) {
        yield { leftOut: name }
        return
      }
      if (member.format === null && (await reader.peek(1)).length === 0)
        throw new GriotError('file-empty', `${name} is empty`, { hint: 'Leave it out' })
      this.#notes.push(...notes)
      if (formatOf(format).holds === 'members' || (isByLine(format) && member.format === null)) {
        const id = member.at === '' ? source.id : source.id + member.at
        yield* this.open({ name, id, path: null, chunks: reader.rest() }, format, around, depth + 1)
        return
      }
      const bytes = await collect(reader.rest(), name)
      yield this.#part(name, format, bytes, around, member.notes)
    } finally {
      await reader.close()
    }
  }

  async *#openLines(source: ByteSource, format: FormatName, outer: Around): AsyncGenerator<Part> {
    for await (const { number, bytes, notes } of splitLines(source.chunks, source.name)) {
      const at = `:${number}`
      yield this.#part(source.name + at, format, bytes, within({ at }, outer), notes)
    }
  }

  #part(name: string, format: FormatName, bytes: Uint8Array, { known, otherwise }: Around, notes: readonly string[] = []): Part {
    const all = [...this.#notes, ...notes]
    this.#notes = []
    return { name, format, bytes, known, otherwise, notes: all }
  }

  /** Every byte that a container gives is held against the size of the file that it came in. */
  async *#counted(content: Member['content'], name: string): AsyncGenerator<Uint8Array> {
    if (content instanceof Uint8Array) {
      yield content
      return
    }
    for await (const piece of content) {
      this.#allowance.gave(piece.length, name)
      yield piece
    }
  }
}

/** What the containers around a report say of it. */
interface Around {
  readonly known: Partial<SourceReport>
  readonly otherwise: Partial<SourceReport>
}

/** The nearer container knows better. A report that has no id of its own gets that of its container, and its place in it. */
function within({ at, known = {}, otherwise = {} }: Pick<Member, 'at' | 'known' | 'otherwise'>, outer: Around): Around {
  const sourceId = otherwise.sourceId ?? (outer.otherwise.sourceId ? outer.otherwise.sourceId + at : null)
  return { known: fill(known, outer.known), otherwise: { ...fill(otherwise, outer.otherwise), sourceId } }
}

function fill(inner: Partial<SourceReport>, outer: Partial<SourceReport>): Partial<SourceReport> {
  const given = Object.entries(inner).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
  return { ...outer, ...Object.fromEntries(given) }
}

/** What a member is read as; null where it can be no report. */
async function findFormat(
  { at, format }: Member,
  name: string,
  reader: ByteReader,
): Promise<{ format: FormatName | null; notes: readonly string[] }> {
  if (format !== null) return { format, notes: [] }
  // A compressed file is called like what is in it, with ".gz" behind.
  const fileName = at === '' ? name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '') : name
  if (NO_REPORT.test(fileName)) return { format: null, notes: [] }
  return guessFormat(await reader.peek(HEAD), fileName)
}

/** Pictures, sounds, letters, programs. */
const NO_REPORT =
  /\.(?:png|jpe?g|gif|webp|svg|ico|bmp|tiff?|heic|mp[34]|m4[av]|wav|ogg|avi|mov|webm|woff2?|ttf|otf|eot|css|m?js|map|exe|dll|so|bin|class|pyc?|sh|bat|lock|DS_Store)$/i

function failureOf(error: unknown): GriotError {
  if (error instanceof GriotError) return error
  throw error
}

function tooDeep(name: string): GriotError {
  return new GriotError('too-deep', `${name} is a container in a container, more than ${DEEPEST} deep, and is left closed`, {
    hint: 'Unpack the outer ones and give the folder',
  })
}
