import type { Language } from '../document/language.ts'
import type { Figure, Layers, Statement, TimeMention, Word } from '../document/layers.ts'
import { indexEntities, indexMentions, type MentionIndex } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import type { Trail } from '../document/trail.ts'
import { childrenBy, relation, subjectOf } from '../document/tree.ts'
import type { Span } from '../record/span.ts'
import { type PlaceSearch, placesOf, placesOn } from './clause-place.ts'
import { timeOf } from './clause-time.ts'
import { indexStatements } from './events/speech.ts'
import { countedNoun, type Measured, measureOf } from './figures/measures.ts'
import { findNumbers, type NumberExpression } from './figures/numbers.ts'
import { findTableFigures, findTableWords } from './figures/tables.ts'
import { phrase } from './mentions.ts'
import { type PlacesTold, type PlaceTold, placesTold } from './places-told.ts'

/** How figures are found, for the rule catalogue. */
export const figureRules = [
  { name: 'figures/counted-noun', says: 'The noun that is counted says it: "170 deaths", "2,000 refugees".' },
  { name: 'figures/modified-noun', says: 'A modifier of the noun says it: "2,000 displaced people", "people killed".' },
  { name: 'figures/argument-of-verb', says: 'The counted noun is subject or object of a verb that says it: "killed 170".' },
  { name: 'figures/predicate', says: 'A predicate says it: "12 were missing".' },
  { name: 'figures/result-of-verb', says: 'The outcome of a verb says it: "left 40 dead", "forced 5,000 to flee".' },
  { name: 'figures/amount-of-noun', says: 'The number is the amount of a noun: "the killing of 40".' },
  {
    name: 'figures/words-beside',
    says: 'The verb or participle beside the counted noun says it, whatever the tree: "26,000 people fled", "116 dead".',
  },
  { name: 'figures/size-of-force', says: 'The number is the size of a force: "30,000-strong".' },
  { name: 'figures/given-to', says: 'Those who are given aid.' },
  { name: 'figures/total', says: 'The amount of a total: "the number of displaced families is 349".' },
  { name: 'figures/toll', says: 'The number is where a toll stands: "the death toll rose to 45".' },
  { name: 'figures/part-of-figure', says: 'A part of a figure counts the same thing: "including 12 in March".' },
  { name: 'figures/money', says: 'Money asked, promised, given or received for aid.' },
  { name: 'figures/head-of-column', says: 'In a table the head of the column says it.' },
  { name: 'figures/place-of-row', says: 'In a table the place that is named in the row.' },
  { name: 'figures/time-above-table', says: 'A time in the line above the table.' },
  { name: 'figures/change', says: 'A verb tells a change of what is counted: "deaths doubled".' },
  { name: 'figures/number', says: 'The number as written, with the words that say how exact it is.' },
  { name: 'figures/population', says: 'The counted noun says who.' },
  { name: 'figures/source', says: 'Who says it, by the statement that holds the number.' },
  { name: 'figures/place-of-clause', says: 'A place that hangs on the predicate or on the counted noun.' },
  { name: 'figures/place-of-whole', says: 'A part without a place of its own is where its whole is.' },
  { name: 'figures/place-of-paragraph', says: 'The place told of before; nothing nearer is named.' },
] as const

/** Finds how many, of whom, where, when and according to whom. */
export const figuresStage = stage({
  name: 'figures',
  needs: ['report', 'words', 'sentences', 'mentions', 'times', 'entities', 'statements'],
  gives: ['figures'],
  run: (layers, language) => ({ figures: findFigures(layers, language) }),
})

type Input = Pick<Layers, 'report' | 'words' | 'sentences' | 'mentions' | 'times' | 'entities' | 'statements'>

/** What every figure of a report is made with. */
interface Context extends Input {
  readonly index: MentionIndex
  readonly told: PlacesTold
  readonly search: PlaceSearch
  readonly saidAt: (position: number) => Statement | null
  readonly language: Language
}

/** Figures in reading order. */
function findFigures(input: Input, language: Language): readonly Figure[] {
  const { words } = input
  const index = indexMentions(input.mentions)
  const search: PlaceSearch = {
    words,
    index,
    entities: indexEntities(input.entities),
    placeMarks: language.events?.placeMarks ?? new Set(),
    directionMarks: language.events?.directionMarks ?? new Set(),
    speech: language.events?.speech ?? new Set(),
  }
  const context: Context = { ...input, index, told: placesTold(input), search, saidAt: indexStatements(input.statements), language }
  const out: Figure[] = []
  const made = new Map<string, Figure>()
  const numberOf = new Map<string, { number: NumberExpression; measured: Measured }>()
  const names = new Uint8Array(words.length)
  for (const m of input.mentions) if (m.as === 'name') names.fill(1, m.first, m.end)
  const changes = changeVerbs(context)
  const tables = findTableFigures({ ...context, entities: search.entities }, language.figures)
  const inTable = findTableWords(input)
  for (const number of findNumbers(words, input.times, language.figures)) {
    if (
      names[number.first] ||
      isAge(words, number, language) ||
      isPartitive(words, number, language) ||
      inTable(words[number.first] as Word)
    )
      continue
    const earlier = out[out.length - 1]
    const measured = number.percent || number.money ? moneyOrShare(words, number, language) : measureOf(words, number, language.figures)
    const part = measured ? null : partOf(words, number, earlier, numberOf, language)
    const what = measured ?? part?.measured
    if (!what) continue
    if (what.rule === 'figures/change') continue
    const id = `f${out.length + 1}`
    const whole = part?.whole ?? wholeOf(words, number, earlier, numberOf, language)
    const figure = build(context, id, number, what, whole === null ? null : (made.get(whole) ?? null))
    made.set(id, figure)
    numberOf.set(id, { number, measured: what })
    out.push(figure)
  }
  return [...out, ...changes, ...tables].sort((a, b) => a.span[0] - b.span[0])
}

/** Money is a figure where aid is spoken of; a share of people or houses where the words around it say which. */
function moneyOrShare(words: readonly Word[], number: NumberExpression, language: Language): Measured | null {
  if (number.money === null) return null
  const sentence = words[number.first]?.sentence
  for (let i = Math.max(0, number.first - 25); i < Math.min(words.length, number.end + 15); i++) {
    const word = words[i] as Word
    if (word.sentence === sentence && language.figures.funding.has(word.lemma.toLowerCase())) {
      return {
        term: { as: 'object', with: '', measure: 'funding', kind: 'flow' },
        word: i,
        counted: null,
        predicate: i,
        rule: 'figures/money',
      }
    }
  }
  return null
}

interface Part {
  readonly measured: Measured
  readonly whole: string | null
}

/** "… including 12 in March", "… and 30 in February": counts what the figure before it counts. */
function partOf(
  words: readonly Word[],
  number: NumberExpression,
  earlier: Figure | undefined,
  numberOf: ReadonlyMap<string, { number: NumberExpression; measured: Measured }>,
  language: Language,
): Part | null {
  const before = earlier && numberOf.get(earlier.id)
  if (!before || words[before.number.first]?.sentence !== words[number.first]?.sentence) return null
  const more = language.figures.more.has(words[number.end]?.lower ?? '')
  const counted = more ? null : countedNoun(words, number, language.figures)
  const noun = counted === null ? null : (words[counted] as Word)
  if (noun && !isPeople(noun, language)) return null
  const gap = between(words, before.number.end, number.first)
  const included = gap.some(w => language.figures.parts.has(w.lower) && w.lower !== language.figures.of)
  const bare = noun === null && (relation(words[number.head] as Word) === 'conj' || hangsOnPlace(words, number))
  const inherits = included || more || bare || (noun !== null && isListed(words, number, before, gap))
  if (!inherits) return null
  const measured = {
    ...before.measured,
    counted: counted ?? before.measured.counted,
    predicate: number.head,
    rule: 'figures/part-of-figure',
  }
  return { measured, whole: included && !earlier.partOf ? earlier.id : earlier.partOf }
}

/** "24 civilians had died, as well as 25 rebels and 26 fighters": people added to the people counted before by a comma or a conjunction. */
function isListed(words: readonly Word[], number: NumberExpression, before: { measured: Measured }, gap: readonly Word[]): boolean {
  const start = Math.min(number.first, ...number.quantifierWords)
  const joint = words[start - 1]
  const joined = joint && (joint.upos === 'CCONJ' || joint.form === ',' || joint.upos === 'ADP')
  const verbs = gap.filter(w => w.upos === 'VERB' && w.index !== before.measured.word && w.deprel !== 'acl' && w.deprel !== 'amod')
  return (
    joined === true && gap.length > 0 && gap.length < 24 && verbs.length === 0 && !(joint.upos === 'ADP' && !gap.some(w => w.form === ','))
  )
}

/** "aged 27 and 31" counts nobody. */
function isAge(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  for (let i = number.first - 1; i > number.first - 5; i--) {
    const word = words[i]
    if (!word || (word.upos !== 'NUM' && word.upos !== 'CCONJ' && word.upos !== 'ADP' && !language.figures.ages.has(word.lower)))
      return false
    if (language.figures.ages.has(word.lower)) return true
  }
  return false
}

/** "one of the clans" counts nothing. */
function isPartitive(words: readonly Word[], number: NumberExpression, language: Language): boolean {
  return number.value.best === 1 && language.mentions.genitives.has(words[number.end]?.lower ?? '')
}

function isPeople(noun: Word, language: Language): boolean {
  const agent = language.agents.of(noun.lower, null) ?? language.agents.of(noun.lemma.toLowerCase(), 'plur')
  return agent?.person === true
}

function hangsOnPlace(words: readonly Word[], number: NumberExpression): boolean {
  return childrenBy(words, number.head, 'nmod', 'obl').length > 0
}

function between(words: readonly Word[], from: number, to: number): readonly Word[] {
  return to - from > 60 ? [] : words.slice(from, to)
}

/** The whole that a part with a measure of its own belongs to: "170 people were killed, including 12 children". */
function wholeOf(
  words: readonly Word[],
  number: NumberExpression,
  earlier: Figure | undefined,
  numberOf: ReadonlyMap<string, { number: NumberExpression; measured: Measured }>,
  language: Language,
): string | null {
  const before = earlier && numberOf.get(earlier.id)
  if (!before || words[before.number.first]?.sentence !== words[number.first]?.sentence) return null
  return between(words, Math.max(before.number.end, number.first - 6), number.first).some(
    w => language.figures.parts.has(w.lower) && w.lower !== 'of',
  )
    ? earlier.id
    : null
}

function build(context: Context, id: string, number: NumberExpression, what: Measured, whole: Figure | null): Figure {
  const { words, sentences, report, saidAt, language } = context
  const span: Span = [(words[number.first] as Word).start, (words[number.end - 1] as Word).end]
  const noun = what.counted === null ? null : (words[what.counted] as Word)
  const known = noun ? language.figures.counted.get(noun.lemma.toLowerCase()) : undefined
  const unit =
    number.money ??
    (number.percent
      ? 'percent'
      : (known?.unit ?? (what.term.measure === 'attacks' ? 'incident' : what.term.measure === 'destroyed' ? 'building' : 'person')))
  const damaged = what.term.measure === 'affected' && known?.unit === 'building'
  const measure = damaged && alsoDestroyed(words, what, language) ? 'destroyed' : what.term.measure
  const population =
    noun && unit !== 'building' && unit !== 'incident' && noun.index !== what.word
      ? report.text.slice(...populationSpan(words, noun, number, language))
      : null
  const saidIn = saidAt(span[0])
  const time = timeOfFigure(context, what, number)
  const place = placeOf(context, what, number, whole)
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
  if (saidIn?.speaker) from.source = { rule: 'figures/source', spans: saidIn.from.speaker?.spans ?? [] }
  const kind = kindOf(words, what, time !== null)
  return {
    id,
    measure,
    kind,
    unit,
    per: null,
    population,
    term: [term.start, term.end],
    value: number.value,
    change: null,
    time: kind === 'stock' && time?.time.precision === 'day' ? null : (time?.time ?? null),
    asOf: kind === 'stock' ? (time?.time ?? null) : null,
    place: place?.entity ?? null,
    places: place ? [place.entity] : [],
    origin: null,
    destination: null,
    source: saidIn?.speaker ?? null,
    saidIn: saidIn?.id ?? null,
    partOf: whole?.id ?? null,
    same: null,
    events: [],
    span,
    evidence: sentence,
    confidence: what.rule === 'figures/part-of-figure' ? 0.7 : 0.85,
    from,
  }
}

/** "damaged or destroyed": the graver word counts. */
function alsoDestroyed(words: readonly Word[], what: Measured, language: Language): boolean {
  const word = words[what.word] as Word
  const beside = [...childrenBy(words, word.index, 'conj'), ...(relation(word) === 'conj' ? [words[word.head] as Word] : [])]
  return beside.some(w => language.figures.measures.get(w.lemma.toLowerCase())?.some(t => t.measure === 'destroyed'))
}

/** The counted noun with the words between it and the number: "internally displaced people". */
function populationSpan(words: readonly Word[], noun: Word, number: NumberExpression, language: Language): Span {
  const [first] = phrase(words, noun.index, language)
  let start = number.end <= noun.index ? Math.max(first, number.end) : noun.index
  while (start < noun.index && /^(?:ADP|DET|PUNCT|ADV)$/.test((words[start] as Word).upos)) start++
  return [(words[start] as Word).start, noun.end]
}

/** Those who are displaced, held or missing now are a stock, those who were in a period a flow. */
function kindOf(words: readonly Word[], what: Measured, timed: boolean): 'stock' | 'flow' | null {
  const word = words[what.word] as Word
  const { kind, measure } = what.term
  if (measure !== 'displaced' && measure !== 'missing' && measure !== 'deployed') return kind
  if (what.term.as === 'victim' || what.term.as === 'event') return kind
  const told =
    word.feats.includes('VerbForm=Fin') || word.children.some(c => /^aux/.test(words[c]?.deprel ?? '') || words[c]?.deprel === 'obl:agent')
  const state = what.term.as === 'state' || word.feats.includes('VerbForm=Part')
  return state && !told && !timed ? 'stock' : (kind ?? (told ? 'flow' : 'stock'))
}

/** Where what is counted took place or stands: the place of the part itself, of its whole, of the predicate, else the place told of before. */
function placeOf(context: Context, what: Measured, number: NumberExpression, whole: Figure | null): (PlaceTold & { rule: string }) | null {
  const { words, told, search, language } = context
  const counted = what.counted === null ? [] : [what.counted]
  for (const head of [...counted, number.head]) {
    const own = placesOn(search, head)[0]
    if (own) return { entity: own.id, span: own.span, rule: own.rule }
  }
  if (whole?.place) return { entity: whole.place, span: whole.from.place?.spans[0] ?? whole.span, rule: 'figures/place-of-whole' }
  const found = placesOf(search, what.predicate, { moving: true, objects: counted })[0]
  // "hundreds were killed, including 170 in three villages": the villages are those of the part.
  if (found && !isPartAhead(words, number.end, found.span[0], language)) return { entity: found.id, span: found.span, rule: found.rule }
  const around = told.around(words[number.first] as Word)
  return around && { ...around, rule: 'figures/place-of-paragraph' }
}

/** Does a word that opens a part stand between the number and a place behind it? */
function isPartAhead(words: readonly Word[], from: number, place: number, language: Language): boolean {
  for (let i = from; i < Math.min(words.length, from + 40) && (words[i] as Word).start < place; i++)
    if (language.figures.parts.has((words[i] as Word).lower) && (words[i] as Word).lower !== language.figures.of) return true
  return false
}

/** A date right behind the part itself ("170 in three villages in March") before that of its clause. */
function timeOfFigure({ words, times }: Context, what: Measured, number: NumberExpression): TimeMention | null {
  let low = 0
  let high = times.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((times[mid] as TimeMention).first < number.end) low = mid + 1
    else high = mid
  }
  const next = times[low]
  const gap = next && next.first - number.end <= 10 ? words.slice(number.end, next.first) : null
  if (next?.time.start && gap && !gap.some(w => w.upos === 'VERB' || w.upos === 'AUX' || w.upos === 'NUM' || w.upos === 'PUNCT'))
    return next
  return timeOf(words, times, what.predicate)
}

/** "Deaths doubled": a change of what the subject counts. */
function changeVerbs(context: Context): Figure[] {
  const { words, language } = context
  const out: Figure[] = []
  for (const verb of words) {
    const factor = verb.upos === 'VERB' ? language.figures.changes.get(verb.lemma.toLowerCase())?.factor : null
    const subject = factor ? subjectOf(words, verb.index) : null
    const measured = subject && measureOf(words, { first: subject.index, end: subject.index + 1, head: subject.index }, language.figures)
    if (!factor || !measured || measured.term.measure === 'other') continue
    const number: NumberExpression = {
      first: verb.index,
      end: verb.index + 1,
      head: verb.index,
      value: { low: null, best: null, high: null, quantifier: 'exact' },
      money: null,
      percent: false,
      quantifierWords: [],
    }
    const figure = build(context, `c${verb.index}`, number, { ...measured, predicate: verb.index, rule: 'figures/change' }, null)
    const { value: _, ...from } = figure.from
    out.push({
      ...figure,
      value: null,
      change: { factor },
      population: null,
      from: { ...from, change: { rule: 'figures/change', spans: [figure.span] } },
    })
  }
  return out
}
