import { type Bar, type Peer, reaches } from './lists.ts'
import type { Row } from './results.ts'

/** Every figure that has a bar or a peer, as a table for the terminal; those that miss their bar are marked. */
export function formatTable(rows: readonly Row[], bars: readonly Bar[], peers: readonly Peer[]): string {
  const lines = rows.map(({ set, metric, value }) => {
    const bar = bars.find(b => b.set === set && b.metric === metric)
    const beside = peers.filter(p => p.set === set && p.metric === metric).map(p => `${p.who} ${p.value}`)
    const mark = bar && !reaches(bar, value) ? 'below' : ''
    return [set, metric, String(value), bar ? `${bar.at} ${bar.bar}` : '', mark, beside.join('; ')]
  })
  const all = [['set', 'metric', 'ours', 'bar', '', 'beside it'], ...lines]
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(...all.map(line => (line[column] as string).length)))
  return all
    .map(line =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Figures in the order of their bars; those of a set without one behind, as they were measured. */
export function orderOf(bars: readonly Bar[]): (row: Row) => number {
  return ({ set, metric }) => {
    const own = bars.findIndex(bar => bar.set === set && bar.metric === metric)
    const last = bars.findLastIndex(bar => bar.set === set)
    if (own >= 0) return own
    return last >= 0 ? last + 0.5 : bars.length
  }
}
