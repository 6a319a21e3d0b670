import { createReadStream, type Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeBytes } from '../formats/decode.ts'
import { FORMATS, type FormatName, formatOfHead, formatOfName } from '../formats/index.ts'
import { GriotError } from '../util/error.ts'
import { describeFileError } from './file-error.ts'
import { splitLines } from './lines.ts'

/** A file to be read, or standard input. */
export interface Input {
  /** As the user wrote it, or the path inside the folder that he wrote. */
  readonly name: string
  /** Null for standard input. */
  readonly path: string | null
  /** In bytes; null where it is not known beforehand. */
  readonly size: number | null
}

/** One report's worth of work, small enough to be sent to a worker. `bytes` is a line, or all of standard input. */
export interface Item {
  readonly name: string
  readonly format: FormatName
  readonly path: string | null
  readonly bytes: Uint8Array | null
  /** Bytes of the input that it stands for. */
  readonly size: number
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

/** Turns an input into its items: one for a file, one a line for JSON Lines, whose lines are read as they are asked for. */
export async function* itemsOf(
  input: Input,
  from: FormatName | undefined,
  stdin: AsyncIterable<Buffer | string>,
): AsyncGenerator<Item | Failure> {
  try {
    if (input.path === null) yield* itemsOfStream(stdin, input, from)
    else {
      const format = from ?? formatOfName(input.name) ?? formatOfHead(await headOf(input.path, input.name))
      if ((FORMATS[format] as { byLine?: true }).byLine) yield* itemsOfLines(createReadStream(input.path), input, format)
      else yield { name: input.name, format, path: input.path, bytes: null, size: input.size ?? 0, notes: [] }
    }
  } catch (error) {
    yield { name: input.name, error: error instanceof GriotError ? error : describeFileError(error, input.name) }
  }
}

async function* itemsOfStream(
  stream: AsyncIterable<Buffer | string>,
  input: Input,
  from: FormatName | undefined,
): AsyncGenerator<Item | Failure> {
  if (from && (FORMATS[from] as { byLine?: true }).byLine) {
    yield* itemsOfLines(stream, input, from)
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer))
  const bytes = Buffer.concat(chunks)
  const format = from ?? formatOfHead(decodeBytes(bytes.subarray(0, HEAD), input.name).text)
  if ((FORMATS[format] as { byLine?: true }).byLine) yield* itemsOfLines([bytes], input, format)
  else yield { name: input.name, format, path: null, bytes, size: bytes.length, notes: [] }
}

async function* itemsOfLines(
  stream: AsyncIterable<Buffer | string> | Iterable<Buffer>,
  input: Input,
  format: FormatName,
): AsyncGenerator<Item> {
  for await (const { number, bytes, size, notes } of splitLines(stream, input.name))
    yield { name: `${input.name}:${number}`, format, path: null, bytes, size, notes }
}

const HEAD = 4096

async function headOf(path: string, name: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, null)
    return decodeBytes(buffer.subarray(0, bytesRead), name).text
  } finally {
    await file.close()
  }
}
