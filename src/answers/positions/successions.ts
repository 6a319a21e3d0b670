import { evidenceOf } from '../origins.ts'
import type { Held, Spell } from './spells.ts'

/** Reports that do not go together. */
export interface Contradiction {
  readonly kind: 'contradiction'
  readonly country: string | null
  readonly office: string
  /** The first day of it, and the last. */
  readonly day: string
  readonly until: string
  readonly holders: readonly string[]
  /** A sentence. */
  readonly because: string
  readonly evidence: readonly string[]
}

/** Holders of one office of one country, by the day they took it: an open end follows from the next one; what does not go together is told. */
export function succeed(held: readonly Held[]): { spells: Spell[]; contradictions: Contradiction[] } {
  const sorted = [...held].sort((a, b) => compare(startOf(a.spell), startOf(b.spell)))
  const contradictions = sorted.flatMap(calledAfter)
  const spells = sorted.map((each, i) => {
    if (!each.isSingle || each.spell.to !== null || !isReal(each.spell)) return each.spell
    const next = sorted
      .slice(i + 1)
      .find(other => other.person !== each.person && isReal(other.spell) && startOf(other.spell) > startOf(each.spell))
    if (!next) return each.spell
    const taken = next.spell.from as NonNullable<Spell['from']>
    const last = each.spell.last
    if (last && next.spell.first && last.day >= next.spell.first.day) {
      contradictions.push(twoHolders(each.spell, next.spell))
      return each.spell
    }
    const day = last && last.day > taken.day ? (next.spell.first?.day ?? taken.day) : taken.day
    const to = { day, basis: 'inferred' as const, evidence: taken.evidence }
    return { ...each.spell, to, end: 'successor' as const, status: 'former' as const }
  })
  return { spells, contradictions }
}

/** Has somebody been in office, as far as anybody reports? */
function isReal({ status, from }: Spell): boolean {
  return status !== 'future' && status !== 'disputed' && from !== null
}

function startOf({ from, to, first }: Spell): string {
  return from?.day ?? first?.day ?? to?.day ?? ''
}

function calledAfter({ spell, after }: Held): Contradiction[] {
  const [first] = after
  if (!first || !spell.to) return []
  const { country, office, holder, to, end } = spell
  return [
    {
      ...{ kind: 'contradiction', country, office, holders: [holder] },
      day: first.day as string,
      until: after.at(-1)?.day as string,
      because: `Called ${office} after ${to.day}, when the time in office ended (${end})`,
      evidence: evidenceOf([...after.map(each => each.id), ...to.evidence]),
    },
  ]
}

function twoHolders(a: Spell, b: Spell): Contradiction {
  return {
    ...{ kind: 'contradiction', country: a.country, office: a.office, holders: [a.holder, b.holder] },
    day: b.first?.day as string,
    until: (a.last as NonNullable<Spell['last']>).day,
    because: `Two holders of one office are reported: ${a.holder} until ${a.last?.day}, ${b.holder} from ${b.first?.day}`,
    evidence: evidenceOf([a.last?.evidence ?? [], b.first?.evidence ?? []].flat()),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
