import { existsSync } from 'node:fs'
import { type CitedReport, findCited } from '../../library/find-cited.ts'
import { findInputs, itemsOf } from '../../library/inputs.ts'
import type { Library } from '../../library/open.ts'
import { findReport } from '../../library/read-item.ts'
import type { Reader } from '../../read/reader.ts'
import { GriotError } from '../../util/error.ts'
import { type Cited, openCited } from './cited.ts'

/** Where cited reports stand: files that were named, a library, files that claims name. */
export interface Shelf {
  readonly reader: Reader
  /** Reports of the files that were named. */
  readonly files: readonly CitedReport[]
  readonly library: Library | null
  /** The reports that a citation may mean; a sentence where there is none. */
  find(cite: string): Promise<readonly CitedReport[] | string>
  /** A report made ready to be asked; null where Griot does not read its language. */
  open(report: CitedReport): Promise<Cited | null>
}

/** Texts kept ready at once. */
const MOST_OPEN = 200

/** Makes a shelf; `files` may be folders and archives. */
export async function createShelf(reader: Reader, library: Library | null, files: readonly string[]): Promise<Shelf> {
  const named: (CitedReport & { readonly path: string })[] = []
  for (const file of files) named.push(...(await readFiles(file, reader)))
  const opened = new Map<string, Promise<Cited | null>>()
  const found = new Map<string, Promise<readonly CitedReport[] | string>>()
  const look = async (cite: string) => {
    const here = named.filter(({ reading: { report }, path }) => isCalled(cite, [report.sourceId, report.url, path, report.id], report.id))
    if (here.length > 0) return here
    const stored = library ? findCited(library, cite) : []
    if (stored.length > 0) return stored
    if (existsSync(cite)) return readFiles(cite, reader)
    return library ? `Neither the library nor a file is called "${cite}".` : `No cited report is called "${cite}".`
  }
  return {
    reader,
    files: named,
    library,
    find: cite => {
      const known = found.get(cite) ?? look(cite).catch(sayError)
      found.set(cite, known)
      return known
    },
    open: report => {
      const { id } = report.reading.report
      const known = opened.get(id) ?? openCited(report.reading)
      opened.delete(id)
      opened.set(id, known)
      if (opened.size > MOST_OPEN) opened.delete(opened.keys().next().value as string)
      return known
    },
  }
}

function isCalled(cite: string, names: readonly (string | null)[], id: string): boolean {
  const hex = id.replace(/^sha256:/, '')
  return names.includes(cite) || (/^(sha256:)?[0-9a-f]{6,64}$/.test(cite) && hex.startsWith(cite.replace(/^sha256:/, '')))
}

function sayError(error: unknown): string {
  if (error instanceof GriotError) return `${error.message}.`
  throw error
}

/** Standard input is no cited text. */
async function* nothing(): AsyncGenerator<Buffer> {}
export const NO_INPUT = nothing()

/** Reads the reports of a file or folder; the first that cannot be read is an error. */
async function readFiles(path: string, reader: Reader): Promise<(CitedReport & { readonly path: string })[]> {
  const { inputs, failures } = await findInputs([path])
  if (failures[0]) throw failures[0].error
  const out: (CitedReport & { readonly path: string })[] = []
  for (const input of inputs)
    for await (const item of itemsOf(input, {}, NO_INPUT)) {
      if ('error' in item) throw item.error
      const reading = await reader.readPrepared(reader.prepare(await findReport(item)))
      out.push({ reading, copyOf: null, newer: null, path: item.name })
    }
  return out
}
