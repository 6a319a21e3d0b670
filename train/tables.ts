import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Rows of a tab-separated file, plain or gzipped, as arrays of cells. */
export function readRows(file: string): string[][] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.replace(/\r$/, '').split('\t'))
}

/** Rows of a file with a head row, by column name. */
export function readTable(file: string): Record<string, string>[] {
  const [head = [], ...rows] = readRows(file)
  return rows.map(row => Object.fromEntries(head.map((column, i) => [column, row[i] ?? ''])))
}
