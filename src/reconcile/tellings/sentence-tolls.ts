import type { Harm, ReconcileAnswers } from '../../document/answers/reconcile.ts'
import type { EventRecord } from '../../record/event.ts'
import type { FigureRecord } from '../../record/figure.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { listSpans, type Span } from '../../record/span.ts'
import { pushTo } from '../../util/group.ts'
import type { Happening } from './happenings.ts'

/** So many people: those that a number counts and those who are named or described one by one. */
export interface Count {
  readonly number: number
  /** The number that it rests on; null where people are only named or described. */
  readonly figure: FigureRecord | null
  /** Figure or event. */
  readonly record: string
  /** Whether the number is of people besides those told of before: "three others". */
  readonly besides: boolean
}

/** What one sentence tells of those whom a happening harmed. */
export interface SentenceToll {
  readonly span: Span
  /** Whether it holds an event of the happening. */
  readonly isOwn: boolean
  /** What its words say is done to people, where it does not deny it. */
  readonly harms: ReadonlySet<Harm>
  readonly killed: Count | null
  readonly injured: Count | null
  /** Those hit of whom it does not say whether they live: "four were shot". */
  readonly hit: Count | null
  /** Whether it says that those hurt are others than those told of before, or that they live. */
  readonly isApart: boolean
}

/** The sentences of a happening that hold its figures or events, or words for harm, in order; of what a report is about all that tell of nothing else. */
export function sentenceTolls(
  reading: ReadingRecord,
  { isMain, events }: Happening,
  others: readonly Happening[],
  figures: readonly FigureRecord[],
  answers: ReconcileAnswers,
): SentenceToll[] {
  const { text } = reading.report
  const spans = sentencesOf(text)
  const find = (position: number) => findSentence(spans, position)
  const own = new Set(events.flatMap(({ evidence }) => range(find(evidence[0]), find(evidence[1] - 1))))
  const foreign = new Set(others.flatMap(other => other.events.flatMap(({ evidence }) => range(find(evidence[0]), find(evidence[1] - 1)))))
  const deeds = events.filter(({ type, status }) => type === 'ASSAULT' && TOOK_PLACE.has(status))
  const eventsIn = Map.groupBy(deeds, ({ trigger }) => find(listSpans(trigger)[0]?.[0] ?? 0))
  const figuresIn = Map.groupBy(figures, ({ span }) => find(span[0]))
  const peopleIn = new Map<number, Map<string, Span[]>>()
  for (const { id, kind, mentions } of reading.entities)
    for (const { span } of kind === 'person' ? mentions : []) {
      const at = find(span[0])
      const people = peopleIn.get(at) ?? new Map<string, Span[]>()
      pushTo(people, id, span)
      peopleIn.set(at, people)
    }
  return spans.flatMap((span, i) => {
    if (!own.has(i) && (!isMain || foreign.has(i))) return []
    const words = wordsOf(text.slice(...span))
    const harms = harmsIn(words, answers)
    const [counted, told] = [figuresIn.get(i) ?? [], eventsIn.get(i) ?? []]
    if (harms.size === 0 && counted.length === 0 && told.length === 0) return []
    const sentence = { span, isOwn: own.has(i), words, harms, figures: counted, events: told, people: peopleIn.get(i) ?? new Map() }
    return [tollOf(sentence, text, answers)]
  })
}

const TOOK_PLACE: ReadonlySet<string> = new Set(['occurred', 'ongoing'])

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

interface Sentence {
  readonly span: Span
  readonly isOwn: boolean
  readonly words: readonly string[]
  readonly harms: ReadonlySet<Harm>
  readonly figures: readonly FigureRecord[]
  readonly events: readonly EventRecord[]
  /** Where it names, describes or refers to whom. */
  readonly people: ReadonlyMap<string, readonly Span[]>
}

function tollOf(sentence: Sentence, text: string, answers: ReconcileAnswers): SentenceToll {
  // Entity → the event that tells what is done to them.
  const done = { killed: new Map<string, string>(), injured: new Map<string, string>(), hit: new Map<string, string>() }
  for (const event of sentence.events) {
    const harm = harmOf(event, sentence, text, answers)
    for (const id of harm ? event.recipients : [])
      if (isToldIn(id, sentence) && !done[harm as Harm].has(id)) done[harm as Harm].set(id, event.id)
  }
  // Who is hit and killed is killed; who is hit and injured is injured.
  for (const id of done.killed.keys()) done.injured.delete(id)
  for (const id of [...done.killed.keys(), ...done.injured.keys()]) done.hit.delete(id)
  if (sentence.harms.has('killed') || done.killed.size > 0) addSuicide(sentence, text, done.killed, answers)
  const count = (harm: Harm) => countOf(sentence, harm, done[harm], text, answers)
  const { span, isOwn, harms } = sentence
  const isApart = areOthers(sentence, [...done.injured.keys(), ...done.hit.keys()], text, answers)
  return { span, isOwn, harms, killed: count('killed'), injured: count('injured'), hit: count('hit'), isApart }
}

/** Characters in front of a description in which its determiner stands: "another", "a second". */
const DETERMINER = 10

/** Whether somebody hurt is not who was told of before: "another man", "was also shot"; or lives: "is expected to survive". */
function areOthers({ people, words }: Sentence, ids: readonly string[], text: string, answers: ReconcileAnswers): boolean {
  const { others, also, harms, survivals } = answers
  if (words.some((word, i) => survivals.has(word) || (also.has(word) && words.slice(i + 1, i + 3).some(next => harms.has(next)))))
    return true
  const described = ids.flatMap(id => people.get(id) ?? []).map(([start, end]) => text.slice(Math.max(0, start - DETERMINER), end))
  return described.some(words => wordsOf(words).some(word => others.has(word)))
}

const MEASURES: Readonly<Record<Harm, FigureRecord['measure']>> = { killed: 'killed', injured: 'injured', hit: 'affected' }

/** Numbers of people under one word are added ("one man and two women were wounded"), of several words the largest counts; no part of another. */
function countOf(
  { figures, words, events }: Sentence,
  harm: Harm,
  told: ReadonlyMap<string, string>,
  text: string,
  answers: ReconcileAnswers,
): Count | null {
  const own = figures.filter(({ measure, value }) => measure === MEASURES[harm] && value !== null)
  const wholes = own.filter(({ partOf }) => !own.some(({ id }) => id === partOf))
  const groups = [...Map.groupBy(wholes, ({ term, id }) => term?.join() ?? id).values()]
  const best = groups.map(group => sumOf(group, text)).sort((a, b) => b.number - a.number)[0]
  const figure = best?.figure ?? null
  const several = figure === null ? multipleIn(words, harm, answers) : 0
  const number = Math.max((best?.number ?? 0) + told.size, several)
  const record = figure?.id ?? told.values().next().value ?? (several > 0 ? events[0]?.id : undefined)
  const besides = figure !== null && isBesides(figure, text, answers)
  return record === undefined ? null : { number, figure, record, besides }
}

/** The sum of numbers that each count people of their own, or the one that the others are the parts of. */
function sumOf(group: readonly FigureRecord[], text: string): { readonly number: number; readonly figure: FigureRecord } {
  const [figure, ...rest] = group.toSorted((a, b) => bestOf(b) - bestOf(a)) as [FigureRecord, ...FigureRecord[]]
  const own = rest.filter(({ population }) => population !== null)
  const sum = own.reduce((all, one) => all + bestOf(one), 0)
  const isWhole =
    figure.population === null || sum === bestOf(figure) || (figure === group[0] && sum < bestOf(figure) && isApart(figure, rest, text))
  return { number: isWhole ? bestOf(figure) : bestOf(figure) + sum, figure }
}

/** "three others, a man and two women, …": a comma between the whole and its parts. */
function isApart({ span }: FigureRecord, parts: readonly FigureRecord[], text: string): boolean {
  return parts.every(part => text.slice(span[1], part.span[0]).includes(','))
}

function bestOf({ value }: FigureRecord): number {
  return value?.best ?? value?.low ?? 0
}

/** "three other men", "five others": besides those told of before. */
function isBesides({ population, span }: FigureRecord, text: string, { others }: ReconcileAnswers): boolean {
  return wordsOf(`${population ?? ''} ${text.slice(span[1], span[1] + 12)}`).some(word => others.has(word))
}

/** "a double murder" */
function multipleIn(words: readonly string[], harm: Harm, { multiples, multiplied }: ReconcileAnswers): number {
  return Math.max(0, ...words.flatMap((word, i) => (multiplied.get(words[i + 1] ?? '') === harm ? (multiples.get(word) ?? []) : [])))
}

/** How far behind the verb "himself" may stand: "turned the gun on himself". */
const REACH = 5

/** Adds who kills himself in a sentence that tells of others killed, if he is not among them. */
function addSuicide(
  { words, events, people }: Sentence,
  text: string,
  killed: Map<string, string>,
  { reflexives, selfHarms }: ReconcileAnswers,
): void {
  const at = words.findIndex((word, i) => reflexives.has(word) && words.slice(Math.max(0, i - REACH), i).some(one => selfHarms.has(one)))
  const record = events[0]?.id
  if (at < 0 || record === undefined) return
  const isSelf = (span: Span) => reflexives.has(text.slice(...span).toLowerCase())
  const who = [...people].find(([, spans]) => spans.some(isSelf))?.[0] ?? (words[at] as string)
  if (!killed.has(who)) killed.set(who, record)
}

/** What an event does to those to whom it is done: as its own words say, else as the only word for it in the sentence says. */
function harmOf({ trigger }: EventRecord, { harms }: Sentence, text: string, answers: ReconcileAnswers): Harm | null {
  const own = new Set(
    listSpans(trigger).flatMap(span =>
      wordsOf(text.slice(...span)).flatMap(word => answers.harms.get(word) ?? answers.multiplied.get(word) ?? []),
    ),
  )
  if (own.has('killed')) return 'killed'
  if (own.has('injured')) return 'injured'
  if (harms.has('killed')) return harms.has('injured') ? 'hit' : 'killed'
  return harms.has('injured') ? 'injured' : harms.has('hit') ? 'hit' : null
}

/** Whether somebody is told of in a sentence, and not as one of those whom a number counts. */
function isToldIn(id: string, { people, figures }: Sentence): boolean {
  const spans = people.get(id) ?? []
  return spans.length > 0 && !spans.some(([start, end]) => figures.some(({ span }) => start <= span[0] && span[1] <= end))
}

/** Words behind a denial that it can reach: "nobody was seriously hurt"; not so "he was not at home when his brother was shot". */
const DENIED = 4

/** What is done to people in a sentence, unless it is denied; who is hit and killed in one sentence is killed. */
function harmsIn(words: readonly string[], { harms, denials }: ReconcileAnswers): Set<Harm> {
  const isDenied = (at: number) => words.slice(Math.max(0, at - DENIED), at).some(word => denials.has(word))
  const found = new Set(words.flatMap((word, i) => (harms.has(word) && !isDenied(i) ? (harms.get(word) as Harm) : [])))
  if (found.has('killed')) found.delete('hit')
  return found
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
}

function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { index } of text.matchAll(/[.!?]\s|\n/g)) {
    spans.push([start, index + 1])
    start = index + 1
  }
  spans.push([start, text.length])
  return spans
}

/** The number of the sentence that holds a position. */
function findSentence(spans: readonly Span[], position: number): number {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle] as Span)[0] <= position) low = middle
    else high = middle - 1
  }
  return low
}
