import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ByteReader } from '../formats/bytes/byte-reader.ts'
import { Allowance, collect } from '../formats/bytes/limits.ts'
import type { Columns } from '../formats/columns.ts'
import { FORMATS, type FormatName, formatOf, formatOfName, guessFormat, isByLine } from '../formats/index.ts'
import { splitLines } from '../formats/lines.ts'
import { openContainer } from '../formats/open-container.ts'
import { HEAD } from '../formats/sniff.ts'
import type { SourceReport } from '../formats/source.ts'
import { GriotError } from '../util/error.ts'
import { describeFileError } from './file-error.ts'

/** A file to be read, or standard input. */
export interface Input {
  /** As the user wrote it, or the path inside the folder that he wrote. */
  readonly name: string
  /** Null for standard input. */
  readonly path: string | null
  /** In bytes; null where it is not known beforehand. */
  readonly size: number | null
}

/**
 * One report's worth of work, small enough to be sent to a worker. `bytes` is a line, a report out of a container, or all of standard input;
 * `known` and `otherwise` are what its container says of it, `columns` which keys of a record hold what.
 */
export interface Item {
  readonly name: string
  readonly format: FormatName
  readonly path: string | null
  readonly bytes: Uint8Array | null
  /** Bytes of the input that it stands for. */
  readonly size: number
  readonly known?: Partial<SourceReport>
  readonly otherwise?: Partial<SourceReport>
  readonly columns?: Columns | undefined
  readonly notes: readonly string[]
}

/** What could not be read, and why. */
export interface Failure {
  readonly name: string
  readonly error: GriotError
}

/**
 * Lists the files that some paths name: a folder gives the reports in it (by their extensions, in the order of their names, folders inside it too);
 * `leftOut` counts its other files. "-" is standard input.
 */
export async function findInputs(paths: readonly string[]): Promise<{ inputs: Input[]; failures: Failure[]; leftOut: number }> {
  const inputs: Input[] = []
  const failures: Failure[] = []
  let leftOut = 0
  for (const path of paths) {
    if (path === '-') {
      inputs.push({ name: 'standard input', path: null, size: null })
      continue
    }
    try {
      const found = await stat(path)
      if (!found.isDirectory()) inputs.push({ name: path, path, size: found.isFile() ? found.size : null })
      else leftOut += await listFolder(path, inputs)
    } catch (error) {
      failures.push({ name: path, error: error instanceof GriotError ? error : describeFileError(error, path) })
    }
  }
  return { inputs, failures, leftOut }
}

/** Adds the reports of a folder to `inputs`; gives how many files of other kinds were left out. */
async function listFolder(folder: string, inputs: Input[]): Promise<number> {
  const before = inputs.length
  const leftOut = await listInto(folder, inputs)
  if (inputs.length === before) {
    const known = Object.values(FORMATS).flatMap(format => format.extensions)
    throw new GriotError('folder-empty', `${folder} holds no report${leftOut > 0 ? `, but ${leftOut} files of other kinds` : ''}`, {
      hint: `Griot reads files that end in ${known.join(' ')}; name other files one by one`,
    })
  }
  return leftOut
}

async function listInto(folder: string, inputs: Input[]): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true })
  let leftOut = 0
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) leftOut += await listInto(path, inputs)
    else if (formatOfName(entry.name) === null) leftOut++
    else inputs.push({ name: path, path, size: entry.isFile() ? (await stat(path)).size : null })
  }
  return leftOut
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/** How inputs are to be taken. */
export interface InputOptions {
  readonly from?: FormatName | undefined
  /** Which column of a table, or key of a record, holds what. */
  readonly columns?: Columns | undefined
  /** Is told the name of what a container holds that can be no report. */
  readonly onLeftOut?: ((name: string) => void) | undefined
}

/**
 * Turns an input into its items, as they are asked for: one for a file, one a line for JSON Lines, one a report for containers. What cannot be had of
 * a container stands between its items as a failure.
 */
export async function* itemsOf(input: Input, options: InputOptions, stdin: AsyncIterable<Buffer | string>): AsyncGenerator<Item | Failure> {
  const allowance = new Allowance()
  try {
    const reader = new ByteReader(countBytes(input.path === null ? stdin : createReadStream(input.path), allowance))
    try {
      yield* itemsOfReader(reader, input, options, allowance)
    } finally {
      await reader.close()
    }
  } catch (error) {
    yield { name: input.name, error: error instanceof GriotError ? error : describeFileError(error, input.name) }
  }
}

async function* itemsOfReader(
  reader: ByteReader,
  input: Input,
  options: InputOptions,
  allowance: Allowance,
): AsyncGenerator<Item | Failure> {
  const { name, path } = input
  const { columns } = options
  if ((await reader.peek(1)).length === 0)
    throw new GriotError('file-empty', `${name} is empty`, { hint: 'Give a file that holds a report' })
  const { format, notes } = options.from
    ? { format: options.from, notes: [] }
    : guessFormat(await reader.peek(HEAD), path === null ? '' : name)
  if (isByLine(format)) {
    for await (const line of splitLines(reader.rest(), name))
      yield {
        name: `${name}:${line.number}`,
        format,
        path: null,
        bytes: line.bytes,
        size: line.size,
        columns,
        notes: [...notes, ...line.notes],
      }
  } else if (formatOf(format).holds !== 'members') {
    if (path !== null) yield { name, format, path, bytes: null, size: input.size ?? 0, notes }
    else {
      const bytes = await collect(reader.rest(), name, Number.POSITIVE_INFINITY)
      yield { name, format, path: null, bytes, size: bytes.length, notes }
    }
  } else {
    const isPlain = input.size !== null
    const source = { name, id: path === null ? name : basename(path), path: isPlain ? path : null, chunks: reader.rest() }
    let said = 0
    let first = notes
    let count = 0
    let leftOut = 0
    for await (const part of openContainer(source, format, { columns }, allowance)) {
      if ('leftOut' in part) {
        leftOut++
        options.onLeftOut?.(part.leftOut)
        continue
      }
      count++
      if ('error' in part) yield part
      else {
        yield { ...part, path: null, columns, size: allowance.taken - said, notes: [...first, ...part.notes] }
        said = allowance.taken
        first = []
      }
    }
    if (count === 0) yield { name, error: holdsNone(name, leftOut) }
  }
}

function holdsNone(name: string, leftOut: number): GriotError {
  return new GriotError('no-report', `${name} holds no report${leftOut > 0 ? `, but ${leftOut} files of other kinds` : ''}`, {
    hint: 'Leave it out',
  })
}

async function* countBytes(stream: AsyncIterable<Buffer | string>, allowance: Allowance): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    allowance.took(bytes.length)
    yield bytes
  }
}
