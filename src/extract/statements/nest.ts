import type { Statement } from '../../document/layers.ts'
import type { Span } from '../../record/span.ts'
import { cover } from './content.ts'

/** How many statements before and after one may hold it; more never nest in prose. */
const NEAR = 20

/** `within`: the narrowest other statement whose content holds the cue (or the whole of a quotation). */
export function nest(statements: readonly Statement[]): Statement[] {
  return statements.map((s, i) => {
    const [start, end] = s.cue ? cover(Array.isArray(s.cue[0]) ? (s.cue as readonly Span[]) : [s.cue as Span]) : cover(s.content)
    let best: Statement | null = null
    for (const other of statements.slice(Math.max(0, i - NEAR), i + NEAR)) {
      if (other === s || !other.content.some(c => c[0] <= start && end <= c[1])) continue
      if (!best || length(other) < length(best)) best = other
    }
    return best ? { ...s, within: best.id, from: { ...s.from, within: { rule: 'statements/inside-another', spans: best.content } } } : s
  })
}

function length(s: Statement): number {
  const [start, end] = cover(s.content)
  return end - start
}
