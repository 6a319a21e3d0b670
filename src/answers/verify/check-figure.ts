import type { Word } from '../../document/layers.ts'
import { formatDays, formatValue } from '../../formats/view/values.ts'
import { MEASURE_WORDS, STATUS_WORDS } from '../../formats/view/words.ts'
import { populationClass } from '../../reconcile/series/populations.ts'
import type { EventStatus } from '../../record/event.ts'
import type { Span } from '../../record/span.ts'
import { foldName } from '../../util/fold.ts'
import { isSameNumber, matchAmounts } from './amounts.ts'
import { type Cited, figuresLike } from './cited.ts'
import { matchDays } from './days.ts'
import type { FigureFact } from './figure-facts.ts'
import type { Aspect, Finding, Match } from './finding.ts'
import { DURATION } from './loose-numbers.ts'
import { isSame, matchActors, matchParties, matchPlace, type Party, partiesOf } from './parties.ts'
import { within } from './text-index.ts'
import { holds, quote, sentenceAt, type Told, wordsIn } from './told.ts'

/** A figure of the text beside the claimed one. */
interface Pair {
  readonly told: FigureFact
  readonly amount: Match
  readonly differences: readonly Aspect[]
  /** In what they are the same. */
  readonly sames: ReadonlySet<string>
}

/** More differences than these, and two numbers are alike by chance. */
const MOST_DIFFERENCES = 2

/** Is the claimed number in the text, of the same thing, place, time and source? */
export function checkFigure(claimed: FigureFact, cited: Cited, keys: Iterable<string>): Finding {
  const pairs = figuresLike(cited, keys)
    .filter(told => isCommensurable(claimed, told))
    .map(told => pair(claimed, told, cited))
    .sort((a, b) => rank(a) - rank(b))
  const exact = pairs.filter(({ amount }) => amount === 'same')
  const found = exact.find(({ differences }) => differences.length === 0)
  if (found) return tellPair('supported', found, supportedBecause(claimed, found.told), cited)
  const same = pairs.filter(({ told }) => claimed.value && told.value && isSameNumber(claimed.value, told.value))
  const status = same.find(({ differences, told }) => {
    const of = differences.map(difference => difference.of)
    return of.includes('status') && (!of.includes('measure') || isSameVerb(claimed, told)) && differences.length <= MOST_DIFFERENCES
  })
  if (status) return tellPair('contradicted', status, `The number is there, but ${listDifferences(status)}.`, cited)
  const instead = pairs.find(pair => pair.amount === 'different' && pair.differences.length === 0 && isOfSame(claimed, pair, cited))
  const elsewhere = same.find(({ differences }) => differences.filter(({ of }) => of !== 'part').length <= (instead ? 1 : MOST_DIFFERENCES))
  // A number of the same things is hardly there by chance, however much else differs.
  const sameThings = instead ? undefined : same.find(({ sames }) => sames.has('things'))
  if (sameThings && !elsewhere) return tellPair('other', sameThings, `The number is there, but ${listDifferences(sameThings)}.`, cited)
  // Whoever is claimed to give the number gives another one.
  const isTheirs = instead?.sames.has('source') && elsewhere?.differences.some(({ of }) => of === 'source')
  if (elsewhere && !isTheirs) return tellPair('other', elsewhere, `The number is there, but ${listDifferences(elsewhere)}.`, cited)
  if (instead) return tellPair('contradicted', instead, `The text says ${amountOf(instead.told)} of the same thing.`, cited)
  const vague = pairs.find(({ amount, differences }) => amount === 'open' && differences.length === 0)
  if (vague) return tellPair('absent', vague, `The text is less exact: ${amountOf(vague.told)}.`, cited)
  return { verdict: 'absent', because: 'The cited text has no such number.', quote: null, records: [] }
}

/** "Will leave", "have left": what is told by one verb is one thing, whatever it was taken for. */
function isSameVerb({ verb }: FigureFact, told: FigureFact): boolean {
  return verb !== null && verb === told.verb
}

/** A number of people at large says nothing against one of some of them: "41 bodies", "12 rebels". */
function isOfSame({ population }: FigureFact, { told, sames }: Pair, cited: Cited): boolean {
  const isSpecific = !isGeneral(headOf(population), cited.told)
  return !isSpecific || sames.has('population') || told.noun === null || !isGeneral(headOf(told.population), cited.told)
}

function rank({ differences, sames }: Pair): number {
  return differences.length * 100 - sames.size
}

function pair(claimed: FigureFact, told: FigureFact, cited: Cited): Pair {
  const aspects = ASPECTS.map(compare => compare(claimed, told, cited))
  return {
    told,
    amount: amountMatch(claimed, told),
    differences: aspects.filter(({ match }) => match === 'different'),
    sames: new Set(aspects.filter(({ match }) => match === 'same').map(aspect => aspect.of)),
  }
}

function amountMatch({ value, change }: FigureFact, told: FigureFact): Match {
  if (value && told.value) return matchAmounts(value, told.value)
  return change && told.change && JSON.stringify(change) === JSON.stringify(told.change) ? 'same' : 'open'
}

/** Money, shares, lengths of time and things are never the same number. */
function isCommensurable({ unit: a }: FigureFact, { unit: b }: FigureFact): boolean {
  return kindOf(a) === kindOf(b)
}

function kindOf(unit: string | null): string {
  if (unit === 'percent' || unit === DURATION) return unit
  return unit !== null && /^[A-Z]{3}$/.test(unit) ? 'money' : 'things'
}

type Compare = (claimed: FigureFact, told: FigureFact, cited: Cited) => Aspect

/** In which respects two figures may differ; what a text has there is told by the phrase after "but". */
const ASPECTS: readonly Compare[] = [
  (a, b) => ({
    of: 'unit',
    match: a.unit === null || b.unit === null || a.unit === b.unit ? 'open' : 'different',
    says: () => `it counts in another unit (${b.unit})`,
  }),
  (a, b, cited) => ({ of: 'measure', match: matchMeasure(a, b, cited.told), says: () => `it counts ${describe(b)}` }),
  (a, b, cited) => ({
    of: 'things',
    match: isGeneral(headOf(a.noun), cited.told) || headOf(a.noun) !== headOf(b.noun) ? 'open' : 'same',
    says: () => '',
  }),
  (a, b, cited) => ({ of: 'population', match: matchPopulation(a, b, cited.told), says: () => `it counts ${describe(b)}` }),
  (a, b, cited) => ({
    of: 'part',
    match: b.isPart && !a.isPart && b.unit !== 'percent' && isGeneral(headOf(a.population), cited.told) ? 'different' : 'open',
    says: () => 'it is a part of a larger number',
  }),
  (a, b) => ({
    of: 'whole',
    match: b.wholeOf !== null && b.status !== 'planned' && a.verb !== null && a.verb !== b.wholeOf ? 'different' : 'open',
    says: () => 'it is the whole of which only a part is told',
  }),
  (a, b) => ({
    of: 'side',
    match: matchEqual(a.side, b.side),
    says: () => `there it is told as ${SIDE_WORDS[b.side ?? ''] ?? 'something else'}`,
  }),
  (a, b) => ({
    of: 'status',
    match: matchStatus(a.status, b.status),
    says: () => `it is told as ${STATUS_WORDS[b.status ?? 'occurred'] || 'a fact'}`,
  }),
  (a, b) => ({
    of: 'place',
    match:
      (a.places[0] ? [a.places[0]] : []).map(place =>
        b.isMore && b.around.some(party => isSame(party, place)) ? 'open' : matchPlace(place, b.places, b),
      )[0] ?? 'open',
    says: () => `it is of ${labels(b.places)}`,
  }),
  (a, b) => ({ of: 'whose', match: matchOwners(a, b), says: () => `they are of ${labels(b.whose)}` }),
  (a, b, cited) => ({
    of: 'origin',
    match: matchEnd('origin', a, b, cited),
    says: () => `they come from ${b.origin?.label ?? 'elsewhere'}`,
  }),
  (a, b, cited) => ({
    of: 'destination',
    match: matchEnd('destination', a, b, cited),
    says: () => `they go to ${b.destination?.label ?? 'elsewhere'}`,
  }),
  (a, b) => ({
    of: 'time',
    match: b.isFormer && !a.days ? 'different' : matchDays(a.days, b.days),
    says: () => `it is of ${(b.days && formatDays(b.days)) ?? 'an earlier time'}`,
  }),
  (a, b, cited) => ({
    of: 'source',
    match: matchSource(a, b, cited),
    says: () => (b.sources[0] ? `it is given by ${labels(b.sources)}` : 'no such source is given'),
  }),
  (a, b) => ({ of: 'actor', match: matchActors(a.actors, b.actors, b.around), says: () => `it is told of ${labels(b.actors)}` }),
]

const SIDE_WORDS: Readonly<Record<string, string>> = {
  asked: 'asked for or needed',
  pledged: 'promised',
  received: 'received',
  given: 'given',
  arriving: 'those who came, not those who are there',
  staying: 'those who are there, not those who came',
  leaving: 'those who left',
}

function matchEqual(a: string | null, b: string | null): Match {
  return a === null || b === null ? 'open' : a === b ? 'same' : 'different'
}

/** Where people came from or went. A place that the sentence does not name may be another one; one that it gives to another number is that one's. */
function matchEnd(end: 'origin' | 'destination', a: FigureFact, b: FigureFact, { told, figuresBySentence }: Cited): Match {
  const [claimed, given] = [a[end], b[end]]
  if (!claimed) return 'open'
  if (given) return !b.named.has(given.key) && b.around.some(party => isSame(party, claimed)) ? 'open' : matchParties([claimed], [given])
  const beside = b.span ? (figuresBySentence.get(sentenceAt(told, b.span)) ?? []) : []
  return beside.some(other => other !== b && other[end] && isSame(claimed, other[end])) ? 'different' : 'open'
}

/** Those who are told to be somebody's are nobody else's; where nobody says whose they are, their owner must at least stand in the sentence. */
function matchOwners({ whose }: FigureFact, b: FigureFact): Match {
  const owners = whose.filter(({ isNamed, state }) => isNamed || state !== null)
  if (owners.length === 0) return 'open'
  return b.whose.length > 0
    ? matchParties(owners, b.whose)
    : matchParties(owners, [...b.nearby, ...b.around]) === 'different'
      ? 'different'
      : 'open'
}

/** "Other" is what nobody has a measure for: then the sentence must have the verb of the claim, or count the same kind of things. */
function matchMeasure(a: FigureFact, b: FigureFact, told: Told): Match {
  if (a.measure === null) return 'open'
  if (a.measure !== 'other' && b.measure !== 'other') return a.measure === b.measure ? 'same' : 'different'
  if (a.verb !== null && b.evidence && wordsIn(told, b.evidence).some(word => word.lemma === a.verb)) return 'open'
  const [head, other] = [headOf(a.noun), headOf(b.noun)]
  if (head === other && !isGeneral(head, told)) return 'same'
  return a.measure === b.measure && a.verb === null ? 'open' : 'different'
}

/** Those of a claim must be those of the text; people at large hold everybody. */
function matchPopulation(a: FigureFact, b: FigureFact, told: Told): Match {
  const { language, reading } = told
  const [head, other] = [headOf(a.population), headOf(b.population)]
  if (isGeneral(head, told)) return 'open'
  if (head === other) return 'same'
  const [own, theirs] = [populationClass(a.population, language.code), populationClass(b.population, language.code)]
  if (own !== 'everyone' && own === theirs) return 'same'
  if (own !== 'everyone' && theirs !== 'everyone') return 'different'
  const { evidence, id } = b
  if (!evidence) return 'different'
  const ofAnother =
    reading.figures.some(other => other.id !== id && holds(evidence, other.span) && headOf(other.population) === head) ||
    (b.span !== null && standsBehindAnother(told, evidence, b.span, head))
  const near = wordsIn(told, evidence).map(word => singular(foldName(word.lemma)))
  const isShort = isGeneral(other, told) && !language.figures.counted.has(other)
  return !ofAnother && (near.includes(head) || (isShort && foldName(reading.report.text).includes(head))) ? 'open' : 'different'
}

/** "113 people, 84 of them police officers": does another number of the sentence stand before each such noun, nearer than this one? */
function standsBehindAnother(told: Told, evidence: Span, own: Span, head: string): boolean {
  const words = wordsIn(told, evidence)
  let last: Word | null = null
  let found = false
  for (const word of words) {
    if (word.upos === 'NUM') last = word
    if (singular(foldName(word.lemma)) !== head) continue
    if (last === null || holds(own, [last.start, last.end])) return false
    found = true
  }
  return found
}

/** No noun, or one that may stand for anybody. */
function isGeneral(head: string, { anybody }: Told): boolean {
  return head === '' || anybody.has(head)
}

function headOf(population: string | null): string {
  return population === null ? '' : singular(foldName(population).split(' ').at(-1) ?? '')
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}

/** What goes on has occurred; what may be differs from both. */
export function matchStatus(a: EventStatus | null, b: EventStatus | null): Match {
  if (a === null || b === null) return 'open'
  const plain = (status: EventStatus) => (status === 'ongoing' ? 'occurred' : status)
  return plain(a) === plain(b) ? 'same' : 'different'
}

/** A source that the text does not give is no source of it; the publisher may be one. */
function matchSource({ sources }: FigureFact, b: FigureFact, cited: Cited): Match {
  const { publisher } = cited
  if (sources.length === 0) return 'open'
  if (b.sources.length > 0 && matchParties(sources, b.sources) === 'same') return 'same'
  if (publisher && matchParties(sources, [publisher]) === 'same') return 'same'
  // Somebody speaks for the body that he is named with: "Achieng of the Legal Defence Network, a rights group".
  if (b.sources.some(party => party.isPerson) && sources.every(party => !party.isPerson) && matchParties(sources, b.nearby) === 'same')
    return 'open'
  // "Yemen recorded 1,240 cases": of a country nobody need say that it counts itself.
  const near = sources.every(({ state }) => state !== null) ? [...b.nearby, ...b.around] : b.nearby
  if (b.sources.length === 0) return matchParties(sources, [...near, ...speakersAround(b, cited)]) === 'same' ? 'open' : 'different'
  return 'different'
}

/** Who speaks in the paragraph of a number. */
function speakersAround({ evidence }: FigureFact, { told }: Cited): Party[] {
  const paragraph = evidence && told.index.paragraphs.get(told.sentences[sentenceAt(told, evidence)]?.paragraph ?? -1)
  if (!paragraph) return []
  const { statements, figures } = told.index.tellings
  const speakers = [
    ...within(statements, paragraph).map(({ speaker }) => speaker),
    ...within(figures, paragraph).map(({ source }) => source),
  ]
  return partiesOf(told, speakers)
}

function labels(parties: readonly Party[]): string {
  return parties.map(party => party.label).join(' and ') || 'nobody named'
}

function describe({ population, measure, unit }: FigureFact): string {
  const whom = population ?? (unit === 'person' ? 'people' : (unit ?? 'things'))
  return `${whom} ${measure === null ? '' : MEASURE_WORDS[measure]}`.trim()
}

function amountOf({ value }: FigureFact): string {
  return value ? formatValue(value) : 'another change'
}

function listDifferences({ differences }: Pair): string {
  return [...new Set(differences.map(({ says }) => says()))].join(', and ')
}

function supportedBecause(claimed: FigureFact, told: FigureFact): string {
  const [own, theirs] = [claimed.value && formatValue(claimed.value), told.value && formatValue(told.value)]
  return own === theirs || !theirs ? 'The text says so.' : `The text says ${theirs}, which bears it out.`
}

function tellPair(verdict: Finding['verdict'], { told }: Pair, because: string, cited: Cited): Finding {
  const { evidence, id } = told
  return { verdict, because, quote: evidence && quote(cited.told, evidence), records: id ? [id] : [], ...(evidence && { at: evidence }) }
}
