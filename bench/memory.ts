import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { round } from './accuracy.ts'
import type { Row } from './results.ts'

/** Memory of a process that reads the corpus ten times: the peak, and whether it grows. */
export function measureMemory(data: string, date: string | null): Row[] {
  const passes = fileURLToPath(new URL('read-ten-times.ts', import.meta.url))
  const { peak, after } = JSON.parse(execFileSync(process.execPath, [passes, data], { encoding: 'utf8' }))
  const row = (metric: string, value: number): Row => ({
    set: 'memory',
    metric,
    value: round(value),
    command: 'npm run bench -- --data FOLDER --speed',
    data: 'English reports of the corpus, ten passes',
    date,
  })
  return [row('peak MB over the corpus', Math.round(peak)), row('last of ten passes beside the third', after[9] / after[2])]
}
