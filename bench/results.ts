import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One figure that was measured. */
export interface Row {
  readonly set: string
  readonly metric: string
  readonly value: number
  /** The command that measures it, FOLDER being the folder of the gold data. */
  readonly command: string
  /** What it was measured on. */
  readonly data: string
  /** As it was given on the command line; null where none was. */
  readonly date: string | null
}

/** What `npm run bench` found last, part by part. */
export interface Results {
  readonly machine: string
  readonly rows: readonly Row[]
}

const FILE = fileURLToPath(new URL('results.json', import.meta.url))
const MACHINE = 'two shared cores of a server (x64), Linux, Node 24'

/** The results that are kept beside the bench; empty where there are none yet. */
export function loadResults(): Results {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { machine: MACHINE, rows: [] }
}

/** Puts new figures in the place of those of the same sets, and keeps the others; a figure a line. */
export function keepResults(fresh: readonly Row[], order: (row: Row) => number): Results {
  const measured = new Set(fresh.map(row => row.set))
  const rows = [...loadResults().rows.filter(row => !measured.has(row.set)), ...fresh].sort((a, b) => order(a) - order(b))
  const lines = rows.map(row => `    ${JSON.stringify(row)}`).join(',\n')
  writeFileSync(FILE, `{\n  "machine": ${JSON.stringify(MACHINE)},\n  "rows": [\n${lines}\n  ]\n}\n`)
  return { machine: MACHINE, rows }
}

/** The value of a figure; undefined where it was not measured. */
export function findValue(results: Results, set: string, metric: string): number | undefined {
  return results.rows.find(row => row.set === set && row.metric === metric)?.value
}
