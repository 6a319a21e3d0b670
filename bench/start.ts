import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { round } from './accuracy.ts'
import type { Row } from './results.ts'

const ROUNDS = 9

/** Seconds until a reader stands with its English models, and until the command line has answered: the best of some runs. */
export function measureStart(date: string | null): Row[] {
  const row = (metric: string, value: number, data: string): Row => ({
    set: 'speed',
    metric,
    value: round(value),
    command: 'npm run bench -- --data FOLDER --speed',
    data: `${data}, best of ${ROUNDS}`,
    date,
  })
  return [
    row('seconds to load', best(loadOnce), 'import and loadReader with English, built, in a process of its own'),
    row('seconds to start the command line', best(startOnce), './griot --version'),
  ]
}

function best(measure: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, measure))
}

function loadOnce(): number {
  const cache = fileURLToPath(new URL('../.cache/compile', import.meta.url))
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  return Number(execFileSync(process.execPath, [fileURLToPath(new URL('load-once.ts', import.meta.url))], { encoding: 'utf8', env }))
}

function startOnce(): number {
  const start = performance.now()
  spawnSync(fileURLToPath(new URL('../griot', import.meta.url)), ['--version'])
  return (performance.now() - start) / 1000
}
