import type { Language } from '../../document/language.ts'
import type { Mention, Word } from '../../document/layers.ts'
import type { Span } from '../../record/span.ts'
import type { PlaceKind } from '../../resource/gazetteer.ts'

/** A mention of one of the toponyms: `toponym` is its number. */
export interface Placed {
  readonly mention: Mention
  readonly toponym: number
}

/** The text puts one place inside another: "Djibo, Soum province", "in Kati, Mali", "Mali's Mopti region". */
export interface Inside {
  readonly inner: number
  readonly outer: number
  /** 0..1, how surely the words say it. */
  readonly weight: number
  /** It may as well be a list of places: only a country or a division holds the others then. */
  readonly list: boolean
  readonly span: Span
}

/** A noun beside a name tells what it is: "the town of Kidal". */
export interface Typed {
  readonly kinds: readonly PlaceKind[]
  readonly span: Span
}

/** Words between two names that can belong together. */
const WIDEST_GAP = 7

/** What the words between neighbouring names say about which lies in which. */
export function findInside(words: readonly Word[], placed: readonly Placed[], language: Language): Inside[] {
  const out: Inside[] = []
  const relations = placed.map((a, i) => {
    const b = placed[i + 1]
    return b && a.toponym !== b.toponym ? relate(words, a.mention, b.mention, language) : null
  })
  const add = (a: Placed, b: Placed, weight: number, backwards: boolean, list: boolean): void => {
    const [inner, outer] = backwards ? [b, a] : [a, b]
    out.push({ inner: inner.toponym, outer: outer.toponym, weight, list, span: [a.mention.span[0], b.mention.span[1]] })
  }
  for (const [i, a] of placed.entries()) {
    const [b, relation] = [placed[i + 1], relations[i]]
    if (!b || !relation) continue
    const next = relations[i + 1]
    if (relation.kind === 'list') {
      // "Foua and Kfraya in Idlib": what holds of the last of a list holds of the one before.
      const c = placed[i + 2]
      if (c && next?.kind === 'in' && !next.backwards && c.toponym !== a.toponym) add(a, c, 0.7, false, false)
      continue
    }
    const enumerated = relation.kind === 'comma' && (next?.kind === 'list' || next?.kind === 'comma' || relations[i - 1]?.kind === 'comma')
    add(a, b, relation.kind === 'in' ? relation.weight : 0.8, relation.backwards, enumerated)
    // "Kati, Koulikoro, Mali": the first lies in the third as well.
    const c = placed[i + 2]
    if (c && relation.kind === 'comma' && next?.kind === 'comma' && c.toponym !== a.toponym) add(a, c, 0.6, false, true)
  }
  return out
}

interface Relation {
  readonly kind: 'in' | 'comma' | 'list'
  /** 0..1 */
  readonly weight: number
  /** The second lies in the first. */
  readonly backwards: boolean
}

function relate(words: readonly Word[], a: Mention, b: Mention, language: Language): Relation | null {
  const count = b.first - a.end
  if (count < 1 || count > WIDEST_GAP || words[a.first]?.sentence !== words[b.first]?.sentence) {
    return count === 0 && a.as === 'adjective' ? { kind: 'in', weight: 0.8, backwards: true } : null
  }
  const gap = words.slice(a.end, b.first)
  const head = gap[0] as Word
  const { within, genitives, typeOf, conjunctions, parts, possessives } = language.places
  if (gap.length <= 2 && conjunctions.has((gap[gap.length - 1] as Word).lower)) return { kind: 'list', weight: 1, backwards: false }
  if (gap.some(w => w.upos === 'VERB' || w.upos === 'AUX' || w.upos === 'PRON' || conjunctions.has(w.lower))) return null
  if (a.as === 'adjective') {
    return gap.length <= 4 && gap.every(w => w.upos !== 'PUNCT') ? { kind: 'in', weight: 0.8, backwards: true } : null
  }
  if (possessives.has(head.lower)) {
    const plain = gap.length <= 4 && gap.slice(1).every(w => w.upos !== 'ADP' && w.upos !== 'PUNCT')
    return plain ? { kind: 'in', weight: 0.9, backwards: true } : null
  }
  // "the Damascus suburb of Douma", but "Mopti region of Mali" the other way round.
  if (gap.length === 2 && genitives.has((gap[1] as Word).lower) && typeOf(head.lower)?.some(kind => SETTLED.has(kind)))
    return { kind: 'in', weight: 0.8, backwards: true }
  if (gap.length === 1 && head.form === ',') return { kind: 'comma', weight: 0.8, backwards: false }
  if (gap.length === 1 && head.form === '(') return { kind: 'in', weight: 0.8, backwards: false }
  let last = gap.length - 1
  // What may stand between the preposition and the name: "in the northern".
  while (last > 0 && (parts.has((gap[last] as Word).lower) || (gap[last] as Word).upos === 'DET')) last--
  if (within.has((gap[last] as Word).lower)) return { kind: 'in', weight: 1, backwards: false }
  // ", in the district of" and the like, where all that stands there is nouns of places.
  return gap.some(w => w.form === ',') && gap.every(w => w.form === ',' || typeOf(w.lower) !== null)
    ? { kind: 'in', weight: 0.7, backwards: false }
    : null
}

const SETTLED: ReadonlySet<PlaceKind> = new Set(['town', 'quarter'])

/** The noun beside a name that tells what it is, or null. */
export function findType(words: readonly Word[], mention: Mention, language: Language): Typed | null {
  const { typeOf, genitives } = language.places
  const after = words[mention.end]
  const before = words[mention.first - 1]
  if (after && after.sentence === words[mention.first]?.sentence) {
    const kinds = typeOf(after.lower)
    if (kinds && after.upos !== 'VERB') return { kinds, span: [mention.span[0], after.end] }
  }
  if (!before) return null
  const direct = typeOf(before.lower)
  if (direct) return { kinds: direct, span: [before.start, mention.span[1]] }
  const noun = words[mention.first - 2]
  const kinds = noun && genitives.has(before.lower) ? typeOf(noun.lower) : null
  return kinds && noun ? { kinds, span: [noun.start, mention.span[1]] } : null
}
