import type { Language } from '../../document/language.ts'
import type { Figure, TimeMention, Word } from '../../document/layers.ts'
import { readsAs } from '../../document/phrase.ts'
import { childrenBy, feature, firstConjunct, relation } from '../../document/tree.ts'
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

/**
 * Where what is counted took place or stands: the place of the part itself, where people left or arrived, the place of the whole, of the
 * predicate, of the sentence; one with a name before one without; else the place told of before.
 */
export function placeOf(
  context: FigureContext,
  what: Measured,
  number: NumberExpression,
  whole: Figure | null,
  journey: Journey,
): Placed | null {
  const { words, told } = context
  const found = [...placesNear(context, what, number, journey)]
  if (whole?.place && !found.length)
    found.push({ entity: whole.place, span: whole.from.place?.spans[0] ?? whole.span, rule: 'figures/place-of-whole' })
  found.push(...placesOfPredicate(context, what, number, journey))
  const { origin } = what.term.measure === 'displaced' ? NOWHERE : journey
  const near = placeInSentence(context, number)
  if (near && near.entity !== origin?.entity) found.push(near)
  if (what.term.measure === 'funding') found.splice(0, found.length, ...found.filter(({ span }) => !isVenue(context, span)))
  const named = found.find(({ entity }) => isNamed(context, entity))
  const unnamed = found.find(({ span }) => !isLodging(context, span))
  if (named ?? unnamed) return named ?? (unnamed as Placed)
  const around = told.around(words[number.first] as Word)
  if (around && GIVEN.has(what.term.measure) && (isGiver(context, number, around.span) || isVenue(context, around.span))) return null
  return around && around.entity !== origin?.entity ? { ...around, rule: 'figures/place-of-paragraph' } : null
}

/** What somebody gives or sends: who does is not where it goes. */
const GIVEN: ReadonlySet<string> = new Set(['funding', 'deployed'])

/** "Norway gave 30 million", "its ministry sent 200 men": a name in the number's own sentence that is, or belongs to, who acts. */
function isGiver({ words, sentences, index }: FigureContext, number: NumberExpression, span: Span): boolean {
  const sentence = sentences[(words[number.first] as Word).sentence]?.span
  if (!sentence || span[0] < sentence[0] || span[1] > sentence[1]) return false
  let word = words[index.inside(...span)[0]?.head ?? -1]
  for (let steps = 0; word && steps < 4; steps++) {
    if (relation(word) === 'nsubj') return true
    if (!/^(?:nmod:poss|compound|amod|flat|appos|conj|nmod)$/.test(word.deprel)) return false
    word = words[word.head]
  }
  return false
}

/** "Promised in Brussels": where money is spoken of is not where it goes. */
function isVenue({ words, index, language }: FigureContext, span: Span): boolean {
  const place = words[index.inside(...span)[0]?.head ?? -1]
  const over = place && words[place.head]
  if (!over || !language.events) return false
  const { vows, speech, frames } = language.events
  // "Meeting in Brussels", "at a conference in Brussels"
  const pos = over.upos === 'VERB' ? 'verb' : 'noun'
  if (frames.get(over.lemma)?.some(f => f.type === 'CONSULT' && f.pos === pos)) return true
  const verb = relation(over) === 'obj' ? words[over.head] : over
  return verb?.upos === 'VERB' && (vows.has(verb.lemma) || speech.has(verb.lemma))
}

/** "Drove 410,000 from their homes": no place on its own. */
function isLodging({ words, index, language }: FigureContext, span: Span): boolean {
  const head = words[index.inside(...span)[0]?.head ?? -1]
  return head !== undefined && language.figures.classes.get('lodging')?.has(head.lemma.toLowerCase()) === true
}

/** Places on the number or its noun, or said to hold those counted, or left or reached by them. */
function placesNear(context: FigureContext, what: Measured, number: NumberExpression, { origin, destination }: Journey): Placed[] {
  const { search } = context
  const heads = what.counted === null ? [number.head] : [what.counted, number.head]
  const own = heads.flatMap(head => placesOn(search, head).slice(0, 1)).map(({ id, span, rule }) => ({ entity: id, span, rule }))
  const moved = what.term.measure === 'displaced' ? (origin ?? destination) : destination
  return [...own, placeBehind(context, number), hostOf(context, what), moved].filter(place => place !== null)
}

function placesOfPredicate(context: FigureContext, what: Measured, number: NumberExpression, { origin }: Journey): Placed[] {
  const { words, search, language } = context
  const objects = what.counted === null || namesPeople(words[what.counted] as Word, language) ? [] : [what.counted]
  const all = placesOf(search, what.predicate, { moving: true, objects })
  // "in Kelantan, Johor and Malacca": of several in a row the first, whichever is the smallest.
  const lead = all.find(({ head }) => head === firstConjunct(words, all[0]?.head ?? -1))
  const places = lead ? [lead, ...all.filter(place => place !== lead)] : all
  // "hundreds were killed, including 170 in three villages": the villages are those of the part. Who came back is not where he came from.
  return places
    .filter(({ id, span }) => !isPartAhead(context, number.end, span[0]) && (what.term.measure === 'displaced' || id !== origin?.entity))
    .map(({ id, span, rule }) => ({ entity: id, span, rule }))
}

function isNamed({ search }: FigureContext, entity: string): boolean {
  const place = search.entities.get(entity)
  // "The market of Gao" has a place on the map.
  return place?.mentions.some(m => m.as === 'name') === true || (place?.kind === 'place' && place.place !== null)
}

function namesPeople(noun: Word, language: Language): boolean {
  return noun.upos === 'PROPN' || language.figures.isPeople(noun)
}

/** "Idlib is home to 300,000 people", "the camp hosts 6,000 refugees": the place that is said to hold them. */
function hostOf(context: FigureContext, what: Measured): Placed | null {
  const { words, language } = context
  let at = words[what.counted ?? what.word]
  for (let steps = 0; at && steps < 5; steps++) {
    at = words[at.head]
    if (!at || !language.figures.hosts.has(at.lemma.toLowerCase())) continue
    const subject = childrenBy(words, at.index, 'nsubj')[0]
    return subject ? namedAt(context, subject.index, 'figures/host') : null
  }
  return null
}

/** How far from the number a place of its sentence may stand, in words. */
const NEAR = 30

/** The nearest place in the number's sentence that stands behind a preposition of place or has something of its own there, first behind the number. */
function placeInSentence(context: FigureContext, number: NumberExpression): Placed | null {
  const { words } = context
  const { sentence } = words[number.first] as Word
  const at = (i: number): Placed | null =>
    words[i]?.sentence === sentence && isWhere(context, i) ? namedAt(context, i, 'figures/place-of-sentence') : null
  for (let i = number.end; i < number.end + NEAR && words[i]?.sentence === sentence; i++) {
    const found = at(i)
    if (found) return found
  }
  for (let i = number.first - 1; i >= number.first - NEAR && words[i]?.sentence === sentence; i--) {
    const found = at(i)
    if (found) return found
  }
  return null
}

/** Does the name stand for where something is, not for who acts? */
function isWhere({ words, search, language }: FigureContext, at: number): boolean {
  let word = words[at] as Word
  if (word.upos !== 'PROPN' && word.upos !== 'NOUN') return false
  // "from Narayanguri village", "in the Mopti region": the preposition hangs on the noun of the kind of place.
  if (/^(?:compound|flat|appos|nmod:poss)/.test(word.deprel)) word = words[word.head] ?? word
  return childrenBy(words, word.index, 'case').some(mark => search.placeMarks.has(mark.lower) || language.figures.origins.has(mark.lower))
}

/** The named place whose mention has its head here. */
function namedAt({ search, index }: FigureContext, head: number, rule: string): Placed | null {
  const mention = index.at(head).find(m => m.entity !== null && m.as === 'name')
  const entity = mention?.entity ? search.entities.get(mention.entity) : undefined
  return mention && entity && (entity.kind === 'place' || entity.kind === 'country')
    ? { entity: entity.id, span: mention.span, rule }
    : null
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

/** Where people came from and went. */
export interface Journey {
  readonly origin: Placed | null
  readonly destination: Placed | null
}

const NOWHERE: Journey = { origin: null, destination: null }

const MOVING: ReadonlySet<string> = new Set(['displaced', 'returned', 'refugees'])

/** "900 refugees arrived last week": who they are is a stock, how many came a flow. The verb of coming or going, or null. */
export function moveOf(words: readonly Word[], noun: Word, { figures }: Language): Word | null {
  const verb = words[noun.head]
  if (verb?.upos !== 'VERB' || noun.deprel !== 'nsubj' || feature(verb, 'Tense') === 'Pres') return null
  const terms = figures.measures.get(verb.lemma.toLowerCase()) ?? []
  return terms.some(t => t.as === 'subject' && t.kind === 'flow' && MOVING.has(t.measure)) ? verb : null
}

/** The places that people left and reached: "fled from Mopti to Gao", "left their homes in Mopti", "arrived in Gao". */
export function journeyOf(context: FigureContext, what: Measured): Journey {
  const { words, search, index, language } = context
  let origin: Placed | null = null
  let destination: Placed | null = null
  if (!MOVING.has(what.term.measure)) return { origin, destination }
  const placeAt = (head: number, rule: string): Placed | null => {
    const mention = index.at(head).find(m => m.entity !== null && m.as !== 'adjective')
    const entity = mention?.entity ? search.entities.get(mention.entity) : undefined
    const isPlace = entity?.kind === 'place' || entity?.kind === 'country'
    return mention && entity && isPlace && isNamed(context, entity.id) ? { entity: entity.id, span: mention.span, rule } : null
  }
  const told = words[what.word] as Word
  const verb = told.upos === 'VERB' ? told : (moveOf(words, told, language) ?? told)
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
        // "displaced in Ituri" may be where they are; "fled in Ituri", "homes in Ituri" is where they left.
        else if (depth === 1 || what.term.as === 'subject') origin ??= placeAt(c, 'figures/left')
      }
    }
  }
  if (verb.upos === 'VERB') look(verb, 0)
  return { origin, destination }
}

/** A date right behind the part itself ("170 in three villages in March") before that of its clause. */
export function timeOfFigure({ words, times, language }: FigureContext, what: Measured, number: NumberExpression): TimeMention | null {
  const next = times[firstAfter(times, number.end)]
  const gap = next && next.first - number.end <= 10 ? words.slice(number.end, next.first) : null
  if (next?.time.start && gap && !gap.some(w => w.upos === 'VERB' || w.upos === 'AUX' || w.upos === 'NUM' || w.upos === 'PUNCT'))
    return next.range ? { ...next, time: next.range } : next
  const found = timeOf(words, times, what.predicate) ?? timeShared(words, times, what.predicate)
  return found && isOfAnother(words, number, found, language) ? null : found
}

/** "reached 41, up from 26 in January": the day behind the number that it is compared with is that one's. */
function isOfAnother(words: readonly Word[], number: NumberExpression, time: TimeMention, { figures }: Language): boolean {
  if (time.first - number.end > 20) return false
  for (let i = number.end + 1; i < time.first; i++)
    if (words[i]?.upos === 'NUM' && figures.comparisons.some(phrase => readsAs(words, i - phrase.length, phrase))) return true
  return false
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
