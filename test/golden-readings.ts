import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatOfName, readBytes } from '../src/formats/index.ts'
import { loadReader } from '../src/read/index.ts'
import type { ReadingRecord } from '../src/record/index.ts'

const home = fileURLToPath(new URL('..', import.meta.url))

/** A report of ours, as it lies in `examples/`. */
export interface Example {
  readonly name: string
  /** Path from the root of the repository. */
  readonly path: string
  /** ISO date; null where the report itself says when it was published. */
  readonly published: string | null
}

/** Every report in `examples/`, in the order of their names. */
export function listExamples(): Example[] {
  return globSync('examples/*/report.*', { cwd: home })
    .map(path => path.replaceAll('\\', '/'))
    .sort()
    .map(path => {
      const meta = join(home, path, '../meta.json')
      const published = existsSync(meta) ? JSON.parse(readFileSync(meta, 'utf8')).published : null
      return { name: String(path.split('/')[1]), path, published }
    })
}

const reader = await loadReader()

/** What `griot read FILE --published DATE` says about the report now. */
export async function readExample({ path, published }: Example): Promise<ReadingRecord> {
  const { report } = await readBytes(readFileSync(join(home, path)), path, formatOfName(path) ?? 'text')
  return reader.readPrepared(reader.prepare(report, { published: published ?? undefined }))
}

/** The reading that was reviewed and committed; null where there is none. */
export function findGolden(name: string): ReadingRecord | null {
  const path = goldenPath(name, 'reading.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** Commits a reading as the truth of what Griot says: a record a line, so that a change of it is a change of its line. */
export function writeGolden(name: string, reading: ReadingRecord): void {
  mkdirSync(goldenPath(name, '.'), { recursive: true })
  writeFileSync(goldenPath(name, 'reading.json'), formatByLine(reading))
}

/** A file beside the golden reading of a report. */
export function goldenPath(name: string, file: string): string {
  return join(home, 'test/golden', name, file)
}

function formatByLine(reading: ReadingRecord): string {
  const fields = Object.entries(reading).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `${JSON.stringify(key)}:${JSON.stringify(value)}`
    return `${JSON.stringify(key)}:[\n${value.map(record => JSON.stringify(record)).join(',\n')}\n]`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}
