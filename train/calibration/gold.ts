import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/document/layers.ts'
import type { CalibratedKind } from '../../src/resource/calibration.ts'

/** What a record must be to be right. Which fields are filled depends on its kind. */
export interface GoldRecord {
  readonly kind: CalibratedKind
  /** Two experts could disagree on whether it is a record: found or not, it does not count. */
  readonly optional: boolean
  /** A statement's content; any of the triggers of an event; the number of a figure. */
  readonly spans: readonly Span[]
  /** Types of an event, measures of a figure, titles of a position: any of them. */
  readonly sorts: readonly string[]
  /** Names of a statement's speaker or a position's holder: any of them. */
  readonly names: readonly string[]
}

/** A text and the records that it tells. */
export interface GoldText {
  readonly id: string
  readonly published: string | null
  readonly text: string
  readonly records: readonly GoldRecord[]
}

const KINDS: Readonly<Record<string, CalibratedKind>> = { S: 'statements', E: 'events', F: 'figures', P: 'positions' }

/** Reads the annotated texts of a folder; how they are written says its README. A quote that its text does not contain is an error. */
export function readAnnotations(folder: string): GoldText[] {
  const files = readdirSync(folder).filter(f => f.endsWith('.txt'))
  return files.sort().flatMap(file =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^=== /m)
      .slice(1)
      .map(part => parseText(part, file)),
  )
}

function parseText(part: string, file: string): GoldText {
  const [head = '', ...rest] = part.split('\n')
  const [id = '', published = null] = head.trim().split(' ')
  const [text = '', lines = ''] = rest.join('\n').split('\n--\n')
  const records = lines
    .split('\n')
    .filter(line => line.trim())
    .map(line => {
      try {
        return parseRecord(text, line)
      } catch (cause) {
        throw new Error(`${file}, ${id}: ${line}`, { cause })
      }
    })
  return { id, published, text, records }
}

function parseRecord(text: string, line: string): GoldRecord {
  const [, letter = '', optional, body = ''] = /^([SEFP])(\??) (.+)$/.exec(line) ?? fail('a line begins with S, E, F or P')
  const record = { kind: KINDS[letter] as CalibratedKind, optional: optional === '?', spans: [], sorts: [], names: [] }
  if (letter === 'S') {
    const [speaker = '', content = ''] = cut(body, ' | ')
    const names = speaker === '-' ? [] : speaker.split('/')
    return { ...record, names, spans: content.split(' + ').map(quote => locateLong(text, quote)) }
  }
  if (letter === 'P') {
    const [holder = '', titles = ''] = cut(body, ' = ')
    return { ...record, names: holder.split('/'), sorts: titles.split(' / ') }
  }
  const [sorts = '', quote = ''] = cut(body, ' ')
  return { ...record, sorts: sorts.split('/'), spans: [locateMarked(text, quote)] }
}

/** "first words … last words" */
function locateLong(text: string, quote: string): Span {
  const [first = '', last] = quote.split(' … ')
  const [start, end] = locate(text, first, 0)
  return last === undefined ? [start, end] : [start, locate(text, last, end)[1]]
}

/** "words [the word] words" */
function locateMarked(text: string, quote: string): Span {
  const open = quote.indexOf('[')
  const start = locate(text, quote.replace(/[[\]]/g, ''), 0)[0]
  return open < 0 ? [start, start + quote.length] : [start + open, start + quote.indexOf(']') - 1]
}

function locate(text: string, quote: string, from: number): Span {
  const at = text.indexOf(quote, from)
  return at < 0 ? fail(`the text does not contain "${quote}"`) : [at, at + quote.length]
}

function cut(body: string, at: string): string[] {
  const i = body.indexOf(at)
  return i < 0 ? fail(`no "${at}"`) : [body.slice(0, i), body.slice(i + at.length)]
}

function fail(what: string): never {
  throw new Error(what)
}

/** Reads reports with gold: folders of `report.txt`, `meta.json` and `gold.json`, the English ones. They measure; nothing is fitted on them. */
export function readReports(folder: string): GoldText[] {
  return readdirSync(folder)
    .filter(name => existsSync(join(folder, name, 'gold.json')))
    .sort()
    .flatMap(id => {
      const meta = readJson(join(folder, id, 'meta.json'))
      const gold = readJson(join(folder, id, 'gold.json'))
      const text = readFileSync(join(folder, id, 'report.txt'), 'utf8')
      const language = meta.language ?? gold.report?.language ?? 'en'
      return language === 'en' ? [{ id, published: meta.published ?? null, text, records: recordsOf(gold, text) }] : []
    })
}

// biome-ignore lint/suspicious/noExplicitAny: a file from outside
type Json = any

function recordsOf(gold: Json, text: string): GoldRecord[] {
  const list = (v: Json): string[] => (v == null ? [] : [v].flat(2))
  const names = (v: Json): string[] => list(v).flatMap(name => [name, ...list(gold.aliases?.[name])])
  const make = (kind: CalibratedKind, r: Json, rest: Partial<GoldRecord>): GoldRecord => {
    return { kind, optional: r.optional === true, spans: [], sorts: [], names: [], ...rest }
  }
  const triggers = (r: Json): Span[] => {
    let start = -1
    for (let n = 0; n < (r.n ?? 1); n++) start = text.indexOf(r.at, start + 1)
    return list(r.trigger).map((trigger): Span => {
      const i = r.at.indexOf(trigger)
      return i < 0 ? [start, start + r.at.length] : [start + i, start + i + trigger.length]
    })
  }
  return [
    ...(gold.statements ?? []).map((r: Json) =>
      make('statements', r, { spans: r.content.map((q: string) => locate(text, q, 0)), names: names(r.speaker) }),
    ),
    ...(gold.events ?? []).map((r: Json) => make('events', r, { spans: triggers(r), sorts: list(r.type) })),
    ...(gold.figures ?? []).map((r: Json) =>
      make('figures', r, { spans: [locate(text, r.span ?? r.at, locate(text, r.at, 0)[0])], sorts: list(r.measure) }),
    ),
    ...(gold.positions ?? []).map((r: Json) => make('positions', r, { names: names(r.holder), sorts: list(r.title) })),
  ]
}

function readJson(file: string): Json {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
