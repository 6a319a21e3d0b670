import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LANGUAGES } from '../src/lang/index.ts'
import type { Row } from './results.ts'

/** Scores the command line on the sets of the data folder (all that are in a language that Griot reads, or those named). */
export function measureAccuracy(data: string, only: string | undefined, date: string | null): Row[] {
  const wanted = only ?? listSets(data).join(',')
  const scores: Record<string, Record<string, number | string | null>> = JSON.parse(runScorers(data, ['--only', wanted, '--json']))
  return Object.entries(scores).flatMap(([set, metrics]) =>
    Object.entries(metrics).flatMap(([metric, value]) => {
      const number = value === null ? Number.NaN : Number(value)
      const command = `npm run bench -- --data FOLDER --accuracy --only ${set}`
      return Number.isFinite(number) ? [{ set, metric, value: round(number), command, data: set, date }] : []
    }),
  )
}

/** Four places, as the scorers print them. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function listSets(data: string): string[] {
  const names = runScorers(data, ['--list']).split('\n').filter(Boolean)
  return names.filter(name => !/\bfr\b/.test(name) || LANGUAGES.includes('fr'))
}

function runScorers(data: string, args: string[]): string {
  const { status, stdout, error } = spawnSync(process.execPath, [join(data, 'bench/run.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, GRIOT: `"${fileURLToPath(new URL('../griot', import.meta.url))}"` },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  // Status 1 says that a set could not be scored; the others count.
  if (status !== 0 && !(status === 1 && stdout)) throw new Error(`bench/run.mjs ended with status ${status}`)
  return stdout
}
