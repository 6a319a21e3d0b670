import type { Entity, Event, Figure, Layers, Position, Span, Statement } from '../../src/document/layers.ts'
import type { CalibratedKind } from '../../src/resource/calibration.ts'
import { foldName } from '../../src/util/fold.ts'
import type { GoldRecord } from './gold.ts'

type Records = Pick<Layers, CalibratedKind | 'entities'>
type Verdict = 'right' | 'wrong' | 'open'

/**
 * Which records of a kind are right: each gold record is given to at most one, best match first, required ones before optional ones.
 * A record that only matches an optional gold record is open: neither right nor wrong.
 */
export function judge(kind: CalibratedKind, records: Records, gold: readonly GoldRecord[]): Verdict[] {
  const wanted = gold.filter(g => g.kind === kind)
  const pairs: { readonly match: number; readonly g: GoldRecord; readonly i: number }[] = []
  for (const g of wanted)
    for (const [i, record] of records[kind].entries()) {
      const match = MATCH[kind](record as never, g, records.entities)
      if (match > 0) pairs.push({ match: match + (g.optional ? 0 : 10), g, i })
    }
  pairs.sort((a, b) => b.match - a.match)
  const given = new Set<GoldRecord>()
  const out: Verdict[] = records[kind].map(() => 'wrong')
  for (const { g, i } of pairs) {
    if (given.has(g) || out[i] !== 'wrong') continue
    given.add(g)
    out[i] = g.optional ? 'open' : 'right'
  }
  return out
}

const MATCH: { readonly [K in CalibratedKind]: (record: Layers[K][number], gold: GoldRecord, entities: readonly Entity[]) => number } = {
  /** Half of the characters of the content are the same (F1). */
  statements: (s: Statement, { spans }) => {
    const share = (2 * common(s.content, spans)) / (size(s.content) + size(spans))
    return share >= 0.5 ? share : 0
  },
  events: (v: Event, { spans, sorts }) =>
    sorts.includes(v.type) && common(listOf(v.trigger), spans) > 0 ? (sorts[0] === v.type ? 2 : 1) : 0,
  figures: (f: Figure, { spans, sorts }) => (sorts.includes(f.measure) && common([f.span], spans) > 0 ? 1 : 0),
  positions: (p: Position, { names, sorts }, entities) => {
    const title = fold(p.title)
    const held = sorts.map(fold).some(t => title.includes(t) || t.includes(title))
    return title && held && isNamed(p.holder, names, entities) ? 1 : 0
  },
}

/** Does the entity's name hold the wanted one, or is it the last part of it? */
function isNamed(id: string, wanted: readonly string[], entities: readonly Entity[]): boolean {
  const name = fold(entities.find(e => e.id === id)?.name ?? '')
  return wanted.map(fold).some(w => name !== '' && w !== '' && (name.includes(w) || w.endsWith(name)))
}

function fold(name: string): string {
  return foldName(name).replace(/^(?:the|an?) /, '')
}

function listOf(spans: Span | readonly Span[]): readonly Span[] {
  return typeof spans[0] === 'number' ? [spans as Span] : (spans as readonly Span[])
}

function common(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]))
  return sum
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, s) => sum + s[1] - s[0], 0)
}
