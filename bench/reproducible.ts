import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCorpus } from './corpus.ts'
import type { Row } from './results.ts'

/** Reads the corpus twice with one job and once with two: 1 where all three outputs are the same bytes, else 0. */
export function checkReproducible(data: string, date: string | null): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const input = join(folder, 'input.jsonl')
  const lines = loadCorpus(data).map(report => JSON.stringify(report))
  writeFileSync(input, `${lines.join('\n')}\n`)
  const hashes = ['1', '1', '2'].map(jobs => {
    const out = join(folder, 'readings.jsonl')
    const griot = fileURLToPath(new URL('../griot', import.meta.url))
    execFileSync(griot, ['read', '--from', 'jsonl', input, '--json', '--jobs', jobs, '--out', out], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return createHash('sha256').update(readFileSync(out)).digest('hex')
  })
  rmSync(folder, { recursive: true })
  return [
    {
      set: 'reproducible',
      metric: 'two runs and two jobs, byte for byte',
      value: new Set(hashes).size === 1 ? 1 : 0,
      command: 'npm run bench -- --data FOLDER --speed',
      data: `${lines.length} English reports of the corpus`,
      date,
    },
  ]
}
