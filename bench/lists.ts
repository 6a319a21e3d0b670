import { readFileSync } from 'node:fs'

/** What a figure must reach: at least (">=") or at most ("<=") `bar`, and one day `goal`. `says` is what the README calls it; empty where it is left out there. */
export interface Bar {
  readonly set: string
  readonly metric: string
  readonly at: '>=' | '<='
  readonly bar: number
  readonly goal: number | null
  readonly says: string
}

/** What another tool, or people, reached at the same or a like task. */
export interface Peer {
  readonly set: string
  readonly metric: string
  readonly who: string
  readonly value: number
  readonly source: string
}

/** Every bar, in the order of the table. */
export function loadBars(): Bar[] {
  return rowsOf('bars.tsv').map(([set = '', metric = '', at, bar, goal, says = '']) => {
    if (at !== '>=' && at !== '<=') throw new Error(`bars.tsv: "${at}" is neither ">=" nor "<=" (${set}, ${metric})`)
    return { set, metric, at, bar: Number(bar), goal: goal ? Number(goal) : null, says }
  })
}

/** Every score of somebody else, with its source. */
export function loadPeers(): Peer[] {
  return rowsOf('peers.tsv').map(([set = '', metric = '', who = '', value, source = '']) => ({
    set,
    metric,
    who,
    value: Number(value),
    source,
  }))
}

/** Is the bar reached? */
export function reaches({ at, bar }: Bar, value: number): boolean {
  return at === '>=' ? value >= bar : value <= bar
}

function rowsOf(file: string): string[][] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')
  return lines.filter(line => line && !line.startsWith('#')).map(line => line.split('\t'))
}
