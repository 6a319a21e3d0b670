import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OUTPUTS } from '../formats/index.ts'
import type { Output, OutputOptions } from '../formats/output.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { RECORD_LISTS, type RecordList } from '../record/references.ts'
import { GriotError } from '../util/error.ts'
import { screenOf } from './screen.ts'
import { fileSink, type Sink, streamSink } from './sink.ts'
import type { World } from './world.ts'

/** What was asked for. */
export interface OutputChoice {
  readonly json?: true
  /** A folder; true where none was named. */
  readonly csv?: string | true
  readonly only?: RecordList
  readonly html?: string
  readonly out?: string
  readonly resume?: true
}

/** Where the readings of a run go, one after the other. */
export interface Outputs {
  /** Takes a reading as a line of JSON. */
  write(json: string): Promise<void>
  close(): Promise<void>
}

/** One of them: what it does with a reading. */
interface Writer {
  write(reading: ReadingRecord, json: string): Promise<void>
  close(): Promise<void> | void
}

/** Opens what was asked for: standard output or --out, tables in a folder, pages. */
export async function openOutputs(options: OutputChoice, world: World): Promise<Outputs> {
  const { csv, html, only, json, out } = options
  const writers: Writer[] = []
  if (typeof csv === 'string') writers.push(await tableWriter(csv, world))
  if (html !== undefined) writers.push(await pageWriter(html, world))
  if (only || json || out || writers.length === 0) writers.push(await mainWriter(options, world))
  const isPlain = json && writers.length === 1
  return {
    async write(line) {
      const reading: ReadingRecord = isPlain ? (null as never) : JSON.parse(line)
      for (const writer of writers) await writer.write(reading, line)
    },
    async close() {
      for (const writer of writers) await writer.close()
      const written = [csv, html].filter(path => typeof path === 'string' && path !== '-')
      if (world.stderr.isTTY && written.length > 0) world.stderr.write(`griot: ${written.join(' and ')} written.\n`)
    },
  }
}

/** Standard output or --out: a listing, JSON Lines, or one table. */
async function mainWriter({ json, only, out, resume }: OutputChoice, world: World): Promise<Writer> {
  const sink = out ? fileSink(out, resume === true) : streamSink(world.stdout)
  if (json) return { write: (_, line) => sink.write(`${line}\n`), close: () => sink.close() }
  const given = optionsFor(world, out === undefined, only)
  return writerOf((await OUTPUTS[only ? 'csv' : 'terminal'].load())(given), sink)
}

function writerOf(output: Output, sink: Sink): Writer {
  let isBegun = false
  const begin = async () => {
    if (!isBegun && output.head !== '') await sink.write(output.head)
    isBegun = true
  }
  return {
    async write(reading) {
      await begin()
      const text = output.format(reading)
      if (text !== '') await sink.write(text)
    },
    async close() {
      await begin()
      sink.close()
    },
  }
}

/** A file for each list of records, rows of one report below those of another. */
async function tableWriter(folder: string, world: World): Promise<Writer> {
  makeFolder(folder)
  const create = await OUTPUTS.csv.load()
  const tables = RECORD_LISTS.map(list => writerOf(create(optionsFor(world, false, list)), fileSink(join(folder, `${list}.csv`), false)))
  return {
    async write(reading, line) {
      for (const table of tables) await table.write(reading, line)
    },
    async close() {
      for (const table of tables) await table.close()
    },
  }
}

/** A page of one report where a file is named, and of each report, with a list of them, where a folder is. */
async function pageWriter(path: string, world: World): Promise<Writer> {
  const { loadRules } = await import('../read/rules.ts')
  const { createIndex } = await import('../formats/html-page/index-page.ts')
  const rules = new Map((await loadRules()).map(rule => [rule.name, rule.says]))
  const page = (await OUTPUTS.html.load())({ ...optionsFor(world, false), rules })
  if (path === '-' || (/\.x?html?$/i.test(path) && !isFolder(path))) {
    let count = 0
    return {
      async write(reading) {
        if (count++ > 0)
          throw new GriotError('one-page-many-reports', `${path} holds the page of one report, and there are more`, {
            hint: 'Name a folder: --html pages/',
          })
        const sink = path === '-' ? streamSink(world.stdout) : fileSink(path, false)
        await sink.write(page.format(reading))
        sink.close()
      },
      close() {},
    }
  }
  makeFolder(path)
  const index = createIndex()
  const list = fileSink(join(path, 'index.html'), false)
  await list.write(index.head)
  return {
    async write(reading) {
      const { name, item } = index.add(reading)
      const sink = fileSink(join(path, name), false)
      await sink.write(page.format(reading))
      sink.close()
      await list.write(item)
    },
    async close() {
      await list.write(index.foot())
      list.close()
    },
  }
}

function optionsFor(world: World, toScreen: boolean, list: RecordList = 'events'): OutputOptions {
  return { ...screenOf(world, !toScreen), list, rules: new Map() }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function makeFolder(path: string): void {
  if (existsSync(path) && !isFolder(path))
    throw new GriotError('output-no-folder', `${path} is a file, and a folder was expected`, { hint: 'Name another folder' })
  try {
    mkdirSync(path, { recursive: true })
  } catch (cause) {
    throw new GriotError('output-unwritable', `The folder ${path} could not be made`, { cause, hint: 'Look whether you may write there' })
  }
}
