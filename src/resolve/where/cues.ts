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
  for (let i = 0; i + 1 < placed.length; i++) {
    const [a, b] = [placed[i] as Placed, placed[i + 1] as Placed]
    if (a.toponym === b.toponym) continue
    const relation = relate(words, a.mention, b.mention, language)
    if (!relation) continue
    const [inner, outer] = relation.backwards ? [b, a] : [a, b]
    const span: Span = [a.mention.span[0], b.mention.span[1]]
    out.push({ inner: inner.toponym, outer: outer.toponym, weight: relation.weight, span })
    // "Kati, Koulikoro, Mali": the first lies in the third as well.
    const c = placed[i + 2]
    if (c && relation.comma && c.toponym !== a.toponym && relate(words, b.mention, c.mention, language)?.comma)
      out.push({ inner: a.toponym, outer: c.toponym, weight: 0.6, span: [a.mention.span[0], c.mention.span[1]] })
  }
  return out
}

interface Relation {
  readonly weight: number
  /** The second lies in the first. */
  readonly backwards: boolean
  readonly comma: boolean
}

function relate(words: readonly Word[], a: Mention, b: Mention, language: Language): Relation | null {
  const count = b.first - a.end
  if (count < 0 || count > WIDEST_GAP || words[a.first]?.sentence !== words[b.first]?.sentence) return null
  const gap = words.slice(a.end, b.first)
  const { within, typeOf, conjunctions, parts, possessives } = language.places
  if (a.as === 'adjective') {
    const plain =
      gap.length <= 4 && gap.every(w => w.upos !== 'VERB' && w.upos !== 'AUX' && w.upos !== 'PUNCT' && !conjunctions.has(w.lower))
    return plain ? { weight: 0.8, backwards: true, comma: false } : null
  }
  if (gap.length === 0) return null
  if (gap.some(w => w.upos === 'VERB' || w.upos === 'AUX' || w.upos === 'PRON' || conjunctions.has(w.lower))) return null
  if (possessives.has((gap[0] as Word).lower)) {
    return gap.length <= 4 && gap.slice(1).every(w => w.upos !== 'ADP' && w.upos !== 'PUNCT')
      ? { weight: 0.9, backwards: true, comma: false }
      : null
  }
  if (gap.length === 1 && (gap[0] as Word).form === ',') return { weight: 0.8, backwards: false, comma: true }
  if (gap.length === 1 && (gap[0] as Word).form === '(') return { weight: 0.8, backwards: false, comma: false }
  let last = gap.length - 1
  // What may stand between the preposition and the name: "in the northern province of".
  while (last > 0 && (parts.has((gap[last] as Word).lower) || (gap[last] as Word).upos === 'DET')) last--
  const preposition = (gap[last] as Word).lower
  if (within.has(preposition)) return { weight: 1, backwards: false, comma: false }
  // ", Soum" with a type before or after the comma: "the town of Djibo, in Soum".
  return gap.some(w => w.form === ',') && gap.every(w => w.form === ',' || typeOf(w.lower) !== null)
    ? { weight: 0.7, backwards: false, comma: true }
    : null
}

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
