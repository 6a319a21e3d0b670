import { GriotError } from '../../util/error.ts'
import type { Chunks } from '../container.ts'

/** One record of a JSON file. */
export interface JsonPart {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array
  /** What stood around the list before it, closed so that it is JSON; null where the file is a bare list or one record. */
  readonly envelope: string | null
}

/** Keys under which the APIs and exports of the field keep their records. */
const LISTS = new Set([
  'data',
  'items',
  'reports',
  'articles',
  'results',
  'records',
  'documents',
  'docs',
  'entries',
  'posts',
  'rows',
  'stories',
  'features',
  'value',
])

/** Keys that are looked for are shorter. */
const LONGEST_KEY = 100

/** No single record is longer, nor what stands around a list. */
const LONGEST = 64 << 20

/**
 * Cuts a JSON file (UTF-8) into its records as it comes: the elements of a list, of the list inside an envelope (`{ "data": [ … ] }`), or the one
 * object that it is. Brackets and strings are followed, nothing is parsed. Fails where the file ends too soon, behind the records that are whole.
 */
export async function* splitJson(chunks: Chunks, name: string): AsyncGenerator<JsonPart> {
  const splitter = new Splitter(name)
  for await (const chunk of chunks) yield* splitter.push(chunk)
  splitter.end()
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125]

class Splitter {
  readonly #name: string
  /** Depth at which the elements of the list stand; 0 while no list was found. */
  #list = 0
  #depth = 0
  #inString = false
  #escaped = false
  /** Bytes of the record (or of what stands before the list) from earlier chunks. */
  #kept: Uint8Array[] = []
  #keptLength = 0
  #envelope: string | null = null
  #number = 0
  /** Is a record under way? */
  #open = false
  #isOver = false
  /** At depth 1 of an object: the last string, and whether a colon followed it. */
  #key = ''
  #afterColon = false
  /** What an earlier chunk holds of a string that is a key. */
  #keyHead = ''
  /** A list under one of the keys began; it is the one looked for if its first element is an object. */
  #mayBeList = false

  constructor(name: string) {
    this.#name = name
  }

  *push(chunk: Uint8Array): Generator<JsonPart> {
    let start = 0
    let stringStart = 0
    for (let i = 0; i < chunk.length && !this.#isOver; i++) {
      const byte = chunk[i] as number
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (byte === BACKSLASH) this.#escaped = true
        else if (byte === QUOTE) {
          this.#inString = false
          if (this.#list === 0 && this.#depth === 1 && !this.#afterColon) this.#key = this.#keyHead + latin1(chunk.subarray(stringStart, i))
        }
        continue
      }
      if (byte <= 32) continue
      if (this.#list > 0 && this.#depth === this.#list) {
        if (byte === COMMA || byte === CLOSE_LIST) {
          if (this.#open) yield this.#finish(chunk.subarray(start, i))
          if (byte === CLOSE_LIST) this.#isOver = true
          continue
        }
        if (!this.#open) {
          this.#open = true
          start = i
        }
      }
      if (this.#mayBeList) {
        this.#mayBeList = false
        if (byte === OPEN_OBJECT) {
          this.#keep(chunk.subarray(start, i))
          this.#envelope = `${Buffer.concat(this.#kept).toString()}]}`
          this.#drop()
          this.#list = 2
          this.#open = true
          start = i
        }
      }
      if (byte === QUOTE && this.#depth > 0) {
        this.#inString = true
        stringStart = i + 1
        this.#keyHead = ''
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        if (this.#depth === 0 && byte === OPEN_LIST && this.#number === 0) this.#list = 1
        else if (this.#list === 0 && this.#depth === 1 && byte === OPEN_LIST && LISTS.has(this.#key)) this.#mayBeList = true
        if (this.#depth === 0 && this.#list === 0) start = i
        this.#depth++
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        this.#depth--
        if (this.#depth === 0 && this.#list === 0) {
          // Another object behind it: the file is JSON Lines after all.
          yield this.#finish(chunk.subarray(start, i + 1))
        }
      } else if (this.#depth === 0) throw this.#notJson()
      if (this.#depth === 1) this.#afterColon = byte === COLON || (this.#afterColon && byte !== COMMA)
    }
    if (this.#inString && this.#list === 0 && this.#depth === 1 && this.#keyHead.length < LONGEST_KEY)
      this.#keyHead += latin1(chunk.subarray(stringStart))
    if (!this.#isOver && (this.#open || (this.#list === 0 && this.#depth > 0))) this.#keep(chunk.subarray(start))
  }

  end(): void {
    if (this.#isOver || (this.#depth === 0 && this.#number > 0)) return
    if (this.#depth === 0) throw this.#notJson()
    throw new GriotError('file-cut-off', `${this.#name} is cut off${this.#number > 0 ? ` after record ${this.#number}` : ''}`, {
      hint: this.#number > 0 ? 'The records before the cut are read; get a whole copy for the rest' : 'Get a whole copy of it',
    })
  }

  #finish(last: Uint8Array): JsonPart {
    this.#keep(last)
    const bytes = new Uint8Array(Buffer.concat(this.#kept))
    this.#drop()
    this.#open = false
    return { number: ++this.#number, bytes, envelope: this.#envelope }
  }

  #keep(bytes: Uint8Array): void {
    this.#kept.push(bytes)
    this.#keptLength += bytes.length
    if (this.#keptLength <= LONGEST) return
    throw new GriotError('file-too-large', `${this.#name} has a record of more than ${LONGEST >> 20} MB, after record ${this.#number}`, {
      hint: 'Make it JSON Lines, one report a line',
    })
  }

  #drop(): void {
    this.#kept = []
    this.#keptLength = 0
  }

  #notJson(): GriotError {
    return new GriotError(
      'file-not-json',
      `${this.#name} is not JSON${this.#number > 0 ? ` after record ${this.#number}` : ': it begins with neither a list nor an object'}`,
      {
        hint: this.#number > 0 ? 'The records before it are read' : 'For plain text give --from text',
      },
    )
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
