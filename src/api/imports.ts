import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { z } from '@hono/zod-openapi'
import { collect } from '../formats/bytes/limits.ts'
import { FORMATS, type FormatName } from '../formats/index.ts'
import type { Input } from '../library/inputs.ts'
import { CONFIDENTIALITIES, type Confidentiality } from '../store/reports.ts'
import { GriotError } from '../util/error.ts'
import { byOf, type Desk } from './desk.ts'
import type { Live } from './live.ts'
import { type Part, readParts } from './multipart.ts'
import type { importAnswer } from './shapes/import.ts'

/** How an import stands. */
export type ImportState = z.output<typeof importAnswer>

/** What may be said of all files of an import. */
const FIELDS = ['publisher', 'published', 'language', 'confidentiality', 'format', 'map'] as const
type Fields = Partial<Record<(typeof FIELDS)[number], string>>

const MOST_FIELD = 10_000
const MOST_UPLOAD = 4 * 2 ** 30
/** Imports that are remembered. */
const MOST_KEPT = 100

/** Takes files that are sent, as they come, and has them read. */
export class Imports {
  readonly #desk: Desk
  readonly #live: Live
  readonly #states = new Map<string, ImportState>()
  #last = 0

  constructor(desk: Desk, live: Live) {
    this.#desk = desk
    this.#live = live
  }

  list(): ImportState[] {
    return [...this.#states.values()].reverse()
  }

  get(id: string): ImportState {
    const state = this.#states.get(id)
    if (state) return state
    throw new GriotError('no-such-import', `There is no import ${id.slice(0, 40)}`, { hint: 'Imports are remembered until Griot ends' })
  }

  /** Writes what is sent to a folder, and begins to read it when all is there. */
  async take(body: ReadableStream<Uint8Array>, boundary: string): Promise<ImportState> {
    const folder = mkdtempSync(join(tmpdir(), 'griot-import-'))
    try {
      const { inputs, fields } = await receive(Readable.fromWeb(body as never), boundary, folder)
      if (inputs.length === 0) throw new GriotError('no-file', 'No file was sent', { hint: 'Send each as a part with a file name' })
      const said = checkFields(fields)
      const state = this.#begin(inputs)
      this.#read(state.id, folder, inputs, said)
      return state
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  }

  #begin(inputs: readonly Input[]): ImportState {
    const id = String(++this.#last)
    const size = inputs.reduce((sum, input) => sum + (input.size ?? 0), 0)
    const files = inputs.map(({ name }) => name)
    const state: ImportState = {
      ...{ id, state: 'reading', files, size, done: 0, items: 0, startedAt: byOf(this.#desk).at },
      ...{ added: 0, known: 0, leftOut: 0, refused: [], error: null },
    }
    this.#states.set(id, state)
    if (this.#states.size > MOST_KEPT) this.#states.delete([...this.#states.keys()][0] as string)
    return state
  }

  #read(id: string, folder: string, inputs: readonly Input[], fields: ReturnType<typeof checkFields>): void {
    const jobs = availableParallelism()
    this.#desk.writer
      .do('add', { folder, inputs, jobs, ...fields }, size => {
        const { done, items } = this.get(id)
        this.#change(id, { done: done + size, items: items + 1 })
      })
      .then(
        result => this.#change(id, { ...result, state: 'done', done: this.get(id).size }),
        error => {
          if (!(error instanceof GriotError)) this.#desk.onBug(error)
          const code = error instanceof GriotError ? error.code : 'fault'
          this.#change(id, { state: 'failed', error: { code, detail: String(error.message), hint: error.hint ?? null } })
        },
      )
  }

  #change(id: string, changed: Partial<ImportState>): void {
    const state = { ...this.get(id), ...changed }
    this.#states.set(id, state)
    this.#live.tell({ event: 'import', data: state })
  }
}

async function receive(body: AsyncIterable<Uint8Array>, boundary: string, folder: string): Promise<{ inputs: Input[]; fields: Fields }> {
  const inputs: Input[] = []
  const fields: Fields = {}
  let left = MOST_UPLOAD
  for await (const part of readParts(body, boundary)) {
    if (part.file === null) {
      const name = FIELDS.find(field => field === part.name)
      if (name === undefined)
        throw new GriotError('bad-argument', `Nothing is known of "${part.name.slice(0, 40)}"`, { hint: `Fields are ${FIELDS.join(', ')}` })
      fields[name] = Buffer.from(await collect(part.content, part.name, MOST_FIELD)).toString()
    } else if (part.file !== '') {
      const input = await store(part, join(folder, String(inputs.length)), left)
      left -= input.size ?? 0
      inputs.push(input)
    }
  }
  return { inputs, fields }
}

/** Writes a file under its own name, whose end tells its format, in a folder of its own. */
async function store({ file, content }: Part, folder: string, most: number): Promise<Input> {
  const name = nameOf(file ?? '')
  mkdirSync(folder)
  const path = join(folder, name)
  let size = 0
  async function* counted() {
    for await (const chunk of content) {
      size += chunk.length
      if (size > most) throw new GriotError('too-large', 'More than 4 GB were sent', { hint: 'Add so much with griot add' })
      yield chunk
    }
  }
  await pipeline(counted, createWriteStream(path))
  return { name, path, size }
}

/** The last part of a name, without what a file system minds. */
function nameOf(file: string): string {
  const plain = basename(file.replaceAll('\\', '/'))
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .trim()
  return plain === '' || /^\.+$/.test(plain) ? 'file' : plain.slice(-120)
}

function checkFields({ confidentiality = 'public', format, ...rest }: Fields) {
  if (!(CONFIDENTIALITIES as readonly string[]).includes(confidentiality))
    throw new GriotError('bad-argument', `"${confidentiality}" is no confidentiality`, {
      hint: `It is one of ${CONFIDENTIALITIES.join(', ')}`,
    })
  if (format !== undefined && !(format in FORMATS))
    throw new GriotError('bad-argument', `"${format}" is no format`, { hint: `It is one of ${Object.keys(FORMATS).join(', ')}` })
  return { ...rest, confidentiality: confidentiality as Confidentiality, format: format as FormatName | undefined }
}
