import type { Figure, TimeMention, Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import type { Span } from '../../record/span.ts'
import { placesOf, placesOn } from '../clause-place.ts'
import { timeOf } from '../clause-time.ts'
import type { FigureContext } from './context.ts'
import type { Measured } from './measured.ts'
import type { NumberExpression } from './numbers.ts'

/** A place in a field of a figure, and the words and the rule that say so. */
export interface Placed {
  readonly entity: string
  readonly span: Span
  readonly rule: string
}

/** Where what is counted took place or stands: the place of the part itself, of its whole, of the predicate, else the place told of before. */
export function placeOf(context: FigureContext, what: Measured, number: NumberExpression, whole: Figure | null): Placed | null {
  const { words, told, search } = context
  const counted = what.counted === null ? [] : [what.counted]
  for (const head of [...counted, number.head]) {
    const own = placesOn(search, head)[0]
    if (own) return { entity: own.id, span: own.span, rule: own.rule }
  }
  const behind = placeBehind(context, number)
  if (behind) return behind
  if (whole?.place) return { entity: whole.place, span: whole.from.place?.spans[0] ?? whole.span, rule: 'figures/place-of-whole' }
  const found = placesOf(search, what.predicate, { moving: true, objects: counted })[0]
  // "hundreds were killed, including 170 in three villages": the villages are those of the part.
  if (found && !isPartAhead(context, number.end, found.span[0])) return { entity: found.id, span: found.span, rule: found.rule }
  const around = told.around(words[number.first] as Word)
  return around && { ...around, rule: 'figures/place-of-paragraph' }
}

/** "56 in Malawi": a place right behind a number alone, whatever the tree says. */
function placeBehind({ words, search, index }: FigureContext, number: NumberExpression): Placed | null {
  if (!search.placeMarks.has(words[number.end]?.lower ?? '')) return null
  const name = index.nameAt(number.end + 1)
  const kind = name?.entity ? search.entities.get(name.entity)?.kind : null
  return name?.entity && (kind === 'place' || kind === 'country')
    ? { entity: name.entity, span: name.span, rule: 'place/of-the-verb' }
    : null
}

/** Does a word that opens a part stand between the number and a place behind it? */
function isPartAhead({ words, language }: FigureContext, from: number, place: number): boolean {
  for (let i = from; i < Math.min(words.length, from + 40) && (words[i] as Word).start < place; i++)
    if (language.figures.parts.has((words[i] as Word).lower) && (words[i] as Word).lower !== language.figures.of) return true
  return false
}

const MOVING: ReadonlySet<string> = new Set(['displaced', 'returned', 'refugees'])

/** The places that people left and reached: "fled from Mopti to Gao", "left their homes in Mopti", "arrived in Gao". */
export function journeyOf(context: FigureContext, what: Measured): { readonly origin: Placed | null; readonly destination: Placed | null } {
  const { words, search, index, language } = context
  let origin: Placed | null = null
  let destination: Placed | null = null
  if (!MOVING.has(what.term.measure)) return { origin, destination }
  const placeAt = (head: number, rule: string): Placed | null => {
    const mention = index.at(head).find(m => m.entity !== null && m.as !== 'adjective')
    const entity = mention?.entity ? search.entities.get(mention.entity) : undefined
    const isPlace = entity?.kind === 'place' || entity?.kind === 'country'
    const isNamed = entity?.mentions.some(m => m.as === 'name') === true
    return mention && entity && isPlace && isNamed ? { entity: entity.id, span: mention.span, rule } : null
  }
  const verb = words[what.word] as Word
  const arrives = language.figures.arrivals.has(verb.lemma.toLowerCase())
  const look = (head: Word, depth: number): void => {
    for (const c of head.children) {
      const child = words[c] as Word
      const rel = relation(child)
      if (rel === 'obj' && !arrives) origin ??= placeAt(c, 'figures/left')
      if (rel === 'obj' && arrives) destination ??= placeAt(c, 'figures/reached')
      if ((rel === 'obl' || rel === 'nmod' || rel === 'obj') && depth === 0) {
        const isHome = language.figures.classes.get('home')?.has(child.lemma.toLowerCase()) === true
        if (rel === 'obj' || isHome) look(child, 1)
      }
      if (rel === 'xcomp' && depth === 0) look(child, 1)
      if (rel !== 'obl' && rel !== 'nmod') continue
      const marks = childrenBy(words, c, 'case').map(m => m.lower)
      const has = (set: ReadonlySet<string>) => marks.some(m => set.has(m))
      if (has(language.figures.origins)) origin ??= placeAt(c, 'figures/left')
      else if (has(language.figures.destinations)) destination ??= placeAt(c, 'figures/reached')
      else if (has(search.placeMarks)) {
        if (arrives) destination ??= placeAt(c, 'figures/reached')
        else origin ??= placeAt(c, 'figures/left')
      }
    }
  }
  if (verb.upos === 'VERB') look(verb, 0)
  return { origin, destination }
}

/** A date right behind the part itself ("170 in three villages in March") before that of its clause. */
export function timeOfFigure({ words, times }: FigureContext, what: Measured, number: NumberExpression): TimeMention | null {
  const next = times[firstAfter(times, number.end)]
  const gap = next && next.first - number.end <= 10 ? words.slice(number.end, next.first) : null
  if (next?.time.start && gap && !gap.some(w => w.upos === 'VERB' || w.upos === 'AUX' || w.upos === 'NUM' || w.upos === 'PUNCT'))
    return next.range ? { ...next, time: next.range } : next
  return timeOf(words, times, what.predicate) ?? timeShared(words, times, what.predicate)
}

/** "killed 40 and wounded 12 on Friday": the day behind the last of several verbs with one subject is that of all. */
function timeShared(words: readonly Word[], times: readonly TimeMention[], predicate: number): TimeMention | null {
  for (const verb of childrenBy(words, predicate, 'conj').reverse())
    if (verb.upos === 'VERB' && childrenBy(words, verb.index, 'nsubj').length === 0) return timeOf(words, times, verb.index)
  return null
}

const RATES: Readonly<Record<string, NonNullable<Figure['per']>>> = { P1D: 'day', P1W: 'week', P1M: 'month', P1Y: 'year' }

/** "300 a day", "between 800 and 1,000 people have arrived each day": how often, before the next number of the clause. */
export function rateOf(
  { words, times }: FigureContext,
  number: NumberExpression,
): { readonly per: NonNullable<Figure['per']>; readonly span: Span | null } | null {
  const next = times[firstAfter(times, number.end)]
  const per = next?.time.type === 'set' ? RATES[next.time.value] : undefined
  if (!next || !per || words[next.first]?.sentence !== words[number.first]?.sentence || next.first - number.end > 12) return null
  return words.slice(number.end, next.first).some(w => w.upos === 'NUM' || w.upos === 'CCONJ') ? null : { per, span: next.time.span }
}

/** Index of the first time that does not begin before a word. */
function firstAfter(times: readonly TimeMention[], word: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((times[mid] as TimeMention).first < word) low = mid + 1
    else high = mid
  }
  return low
}
