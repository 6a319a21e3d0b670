import type { Bar, Peer } from './lists.ts'
import { findValue, type Results } from './results.ts'

const OPEN = '<!-- figures: made by npm run bench:readme from bench/results.json -->'
const CLOSE = '<!-- end of figures -->'

/** The page with its figures renewed. */
export function placeFigures(page: string, results: Results, bars: readonly Bar[], peers: readonly Peer[]): string {
  const [open, close] = [page.indexOf(OPEN), page.indexOf(CLOSE)]
  if (open < 0 || close < open) throw new Error(`README.md has no "${OPEN}" with "${CLOSE}" behind it; put both where the figures belong`)
  const figures = [formatAccuracy(results, bars, peers), formatSpeed(results)].filter(Boolean).join('\n\n')
  return `${page.slice(0, open + OPEN.length)}\n\n${figures}\n\n${page.slice(close)}`
}

function formatAccuracy(results: Results, bars: readonly Bar[], peers: readonly Peer[]): string {
  const rows = bars.flatMap(({ set, metric, says }) => {
    const value = findValue(results, set, metric)
    if (!says || value === undefined) return []
    const beside = peers.filter(p => p.set === set && p.metric === metric).map(p => `${p.who} ${share(p.value)}`)
    return [`| ${says} | ${share(value)} | ${beside.join(', ') || '–'} |`]
  })
  return ['| what (0 to 1) | Griot | beside it |', '|---|---|---|', ...rows].join('\n')
}

function formatSpeed(results: Results): string {
  const rows = results.rows.flatMap(({ set, metric, value }) => {
    const tool = /^words a second, (.*)/.exec(metric)?.[1]
    if (set !== 'speed' || !tool) return []
    const name = tool === 'griot' ? 'Griot, the whole reading' : tool
    return [`| ${name} | ${String(Math.round(value / 100) / 10)} |`]
  })
  if (rows.length === 0) return ''
  const facts = [
    describe(results, 'speed', 'seconds to load', 'the English models load in', value => `${value.toFixed(2)} s`),
    describe(results, 'speed', 'seconds to start the command line', 'the command line starts in', value => `${value.toFixed(2)} s`),
    describe(results, 'memory', 'peak MB over the corpus', 'memory peaks at', value => `${Math.round(value)} MB`),
  ].flat()
  const table = ['| one thread | thousand words a second |', '|---|---|', ...rows].join('\n')
  return facts.length ? `${table}\n\nOn ${results.machine}: ${facts.join(', ')}.` : table
}

function describe(results: Results, set: string, metric: string, says: string, format: (value: number) => string): string[] {
  const value = findValue(results, set, metric)
  return value === undefined ? [] : [`${says} ${format(value)}`]
}

function share(value: number): string {
  return value.toFixed(2)
}
