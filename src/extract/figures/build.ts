import type { Language } from '../../document/language.ts'
import type { Figure, Statement, TimeMention, Word } from '../../document/layers.ts'
import { readsAs } from '../../document/phrase.ts'
import type { Trail } from '../../document/trail.ts'
import { childrenBy, relation, subjectOf } from '../../document/tree.ts'
import type { Span } from '../../record/span.ts'
import { phrase } from '../mentions.ts'
import type { FigureContext } from './context.ts'
import { isAge } from './counted.ts'
import type { Measured } from './measured.ts'
import type { NumberExpression } from './numbers.ts'
import { journeyOf, moveOf, placeOf, rateOf, timeOfFigure } from './where-when.ts'

/** Makes the figure of a number and what it counts. `whole`: the figure that it is a part of. */
export function buildFigure(context: FigureContext, id: string, number: NumberExpression, what: Measured, whole: Figure | null): Figure {
  const { words, sentences, report, saidAt, language } = context
  const span: Span = [(words[number.first] as Word).start, (words[number.end - 1] as Word).end]
  const noun = what.counted === null ? null : (words[what.counted] as Word)
  const known = noun ? language.figures.counted.get(noun.lemma.toLowerCase()) : undefined
  const unit = number.money ?? (number.percent ? 'percent' : (known?.unit ?? UNITS[what.term.measure] ?? 'person'))
  const damaged = what.term.measure === 'affected' && known?.unit === 'building'
  const measure = damaged && alsoDestroyed(words, what, language) ? 'destroyed' : what.term.measure
  const population =
    noun && unit !== 'building' && unit !== 'incident' && (noun.index !== what.word || language.figures.isPeople(noun))
      ? report.text.slice(...populationSpan(words, noun, number, language))
      : null
  const saidIn = saidAt(span[0])
  const time = timeOfFigure(context, what, number)
  const journey = journeyOf(context, what)
  const { origin, destination } = journey
  const place = placeOf(context, what, number, whole, journey)
  const rate = rateOf(context, number)
  const source = sourceOf(context, what, saidIn)
  const term = words[what.word] as Word
  const sentence = sentences[term.sentence]?.span ?? span
  const quantifierSpans: Span[] = number.quantifierWords.map(i => [(words[i] as Word).start, (words[i] as Word).end])
  const from: Record<string, Trail[string]> = {
    measure: { rule: what.rule, spans: [[term.start, term.end]] },
    value: { rule: 'figures/number', spans: [span, ...quantifierSpans] },
    unit: { rule: what.rule, spans: [noun ? [noun.start, noun.end] : span] },
  }
  if (population && noun) from.population = { rule: 'figures/population', spans: [[noun.start, noun.end]] }
  if (time) from.time = { rule: time.rule, spans: time.time.span ? [time.time.span] : [] }
  if (place) from.place = { rule: place.rule, spans: [place.span] }
  if (origin) from.origin = { rule: origin.rule, spans: [origin.span] }
  if (destination) from.destination = { rule: destination.rule, spans: [destination.span] }
  if (rate) from.per = { rule: 'figures/rate', spans: rate.span ? [rate.span] : [] }
  if (source) from.source = { rule: source.rule, spans: source.spans }
  const own = place?.rule === 'figures/host' ? 'stock' : kindOf(words, what, time, language)
  const kind = whole?.measure === measure && time === null ? whole.kind : own
  return {
    id,
    measure,
    kind,
    unit,
    per: rate?.per ?? null,
    population,
    term: [term.start, term.end],
    value: number.value,
    change: null,
    time: kind === 'stock' && time?.time.precision === 'day' ? null : (time?.time ?? null),
    asOf: kind === 'stock' ? (time?.time ?? null) : null,
    place: place?.entity ?? null,
    places: place ? [place.entity] : [],
    origin: origin?.entity ?? null,
    destination: destination?.entity ?? null,
    source: source?.entity ?? null,
    saidIn: saidIn?.id ?? null,
    partOf: whole?.id ?? null,
    same: null,
    events: [],
    span,
    evidence: sentence,
    confidence: what.rule === 'figures/part-of-figure' ? 0.7 : what.rule === 'figures/people' ? 0.6 : 0.85,
    from,
  }
}

const UNITS: Readonly<Record<string, string>> = { attacks: 'incident', destroyed: 'building' }

/** Who counts: the subject of the verb of counting, else who says it. */
function sourceOf({ words, index, language }: FigureContext, what: Measured, saidIn: Statement | null) {
  const verb = countingVerb(words, what, language)
  const subject = verb === null ? null : subjectOf(words, verb)
  const counter = subject && subject.index !== what.counted ? index.entityAt(subject.index) : null
  if (subject && counter) return { entity: counter, rule: 'figures/counter', spans: [[subject.start, subject.end] as Span] }
  return saidIn?.speaker ? { entity: saidIn.speaker, rule: 'figures/source', spans: saidIn.from.speaker?.spans ?? [] } : null
}

/** The verb of counting over the counted: "ACLED recorded 4,700 attacks", "put the dead at 12". */
function countingVerb(words: readonly Word[], what: Measured, language: Language): number | null {
  let at = words[what.word]
  for (let steps = 0; at && steps < 4; steps++) {
    if (at.upos === 'VERB' && language.figures.counters.has(at.lemma.toLowerCase()))
      return childrenBy(words, at.index, 'obj').length > 0 ? at.index : null
    if (!/^(?:obj|nmod|obl|acl|amod|conj|compound)$/.test(relation(at))) return null
    at = words[at.head]
  }
  return null
}

/** "damaged or destroyed": the graver word counts. */
function alsoDestroyed(words: readonly Word[], what: Measured, language: Language): boolean {
  const word = words[what.word] as Word
  if (childrenBy(words, word.index, 'nsubj:pass').length > 0 && relation(word) === 'conj') return false
  const beside = [...childrenBy(words, word.index, 'conj'), ...(relation(word) === 'conj' ? [words[word.head] as Word] : [])]
  return beside.some(w => language.figures.measures.get(w.lemma.toLowerCase())?.some(t => t.measure === 'destroyed'))
}

/** The counted noun with the words between it and the number: "internally displaced people". */
function populationSpan(words: readonly Word[], noun: Word, number: NumberExpression, language: Language): Span {
  const [first] = phrase(words, noun.index, language)
  let start = number.end <= noun.index ? Math.max(first, number.end) : noun.index
  while (start < noun.index && /^(?:ADP|DET|PUNCT|ADV|NUM)$/.test((words[start] as Word).upos) && !isAge(words, start, language.figures))
    start++
  return [(words[start] as Word).start, noun.end]
}

const LASTING: ReadonlySet<string> = new Set(['displaced', 'missing', 'deployed'])

/** Those who are displaced, held or missing now are a stock, those who were in a period a flow. */
function kindOf(words: readonly Word[], what: Measured, time: TimeMention | null, language: Language): 'stock' | 'flow' | null {
  const word = words[what.word] as Word
  const { kind, measure } = what.term
  if (what.term.as === 'victim' && kind === 'stock' && moveOf(words, word, language)) return 'flow'
  if (kind !== null && (!LASTING.has(measure) || what.term.as === 'subject')) return kind
  if (what.term.as === 'victim' || what.term.as === 'event') return kind
  const auxiliaries = word.children.map(c => words[c] as Word).filter(w => /^(?:aux|cop)/.test(w.deprel))
  const agent = childrenBy(words, word.index, 'obl').some(w => w.deprel === 'obl:agent')
  const now = auxiliaries.length === 1 && auxiliaries[0]?.feats.includes('Tense=Pres') === true && isBe(auxiliaries[0], language)
  const shared = relation(word) === 'conj' && childrenBy(words, word.head, 'aux').length > 0
  const told = !now && (shared || word.feats.includes('VerbForm=Fin') || auxiliaries.length > 0 || agent)
  const state = what.term.as === 'state' || word.feats.includes('VerbForm=Part')
  // "As of 15 March, 41,000 people were displaced": so many are so on that day; "had been displaced" tells what happened until then.
  const lasts = state && LASTING.has(measure) && !agent && auxiliaries.every(w => isBe(w, language))
  if (lasts && time !== null && isStanding(words, time, language)) return 'stock'
  return state && !told && (now || time === null) ? 'stock' : (kind ?? (told ? 'flow' : 'stock'))
}

/** Does a phrase such as "as of" bring the day? */
function isStanding(words: readonly Word[], { first }: TimeMention, { figures }: Language): boolean {
  return figures.standing.some(phrase => [first - phrase.length, first - phrase.length - 1, first].some(at => readsAs(words, at, phrase)))
}

/** "are displaced": a state that holds, where "have been displaced" tells what happened. */
function isBe(auxiliary: Word, language: Language): boolean {
  return auxiliary.deprel !== 'aux' && language.figures.links.has(auxiliary.lemma.toLowerCase())
}
