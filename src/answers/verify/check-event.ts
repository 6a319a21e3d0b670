import { firstConjunct } from '../../document/tree.ts'
import { formatDays } from '../../formats/view/values.ts'
import { STATUS_WORDS } from '../../formats/view/words.ts'
import type { EventRecord, EventStatus } from '../../record/event.ts'
import { listSpans, type Span } from '../../record/span.ts'
import { pushTo } from '../../util/group.ts'
import { matchStatus } from './check-figure.ts'
import { type Cited, eventsLike } from './cited.ts'
import { matchDays } from './days.ts'
import type { Aspect, Finding, Match } from './finding.ts'
import { isSame, matchActors, matchParties, matchPlace, namedIn, type Party, partiesAround, partiesIn, partiesOf } from './parties.ts'
import { quote, type Told, wordsIn } from './told.ts'
import { coverOf, isToldBy, statusAt, termsIn } from './wording.ts'

/** Less of the claim's words than this, and an event of the same kind is another event. */
const LEAST_SHARED = 0.5
const MOST_DIFFERENCES = 2

interface Pair {
  readonly event: EventRecord
  readonly score: number
  /** Share of the claim's words that its sentence has. */
  readonly share: number
  readonly differences: readonly Aspect[]
}

/** Does the text tell what a claim says happened, of the same parties, place and time? */
export function checkEvent(claim: Told, claimed: EventRecord, from: Cited, keys: readonly string[]): Finding {
  const cited = from.told
  const pairs = eventsLike(from, keys)
    .flatMap(event => pair(claim, claimed, cited, event) ?? [])
    .sort((a, b) => b.score - a.score)
  const [best] = pairs
  if (!best) return { verdict: 'absent', because: 'The cited text tells of nothing of the kind.', quote: null, records: [] }
  const { event, differences } = best
  const found = { quote: quote(cited, event.evidence), records: [event.id], at: event.evidence }
  const says = [...new Set(differences.map(aspect => aspect.says()))].join(', and ')
  if (differences.length === 0 && best.share < LEAST_SHARED)
    return { verdict: 'absent', because: 'Only something like it is told, in other words.', ...found }
  if (differences.length === 0) return { verdict: 'supported', because: 'The text says so.', ...found }
  if (differences.some(({ of }) => of === 'status')) return { verdict: 'contradicted', because: `It is told, but ${says}.`, ...found }
  const stranger = differences.some(({ of }) => of === 'actor') ? strangerOf(claim, claimed, from) : null
  if (stranger) return { verdict: 'absent', because: `The cited text does not name ${stranger.label}.`, ...found }
  if (differences.length > MOST_DIFFERENCES) return { verdict: 'absent', because: `Only something like it is told: ${says}.`, ...found }
  return { verdict: 'other', because: `Something like it is told, but ${says}.`, ...found }
}

/** A person whom the claim has do it and whom the text never names: it is silent on what he does. */
function strangerOf(claim: Told, { actors }: EventRecord, { parties }: Cited): Party | null {
  return partiesOf(claim, actors).find(own => own.isPerson && own.isNamed && !parties.some(other => isSame(own, other))) ?? null
}

function pair(claim: Told, claimed: EventRecord, cited: Told, event: EventRecord): Pair | null {
  const isAlike = sharesTrigger(claim, claimed, cited, event)
  const { share } = coverOf(claim, claimed.evidence, cited, event.evidence)
  const aspects = aspectsOf(claim, claimed, cited, event)
  const differences = aspects.filter(({ match }) => match === 'different')
  const sames = aspects.filter(({ match }) => match === 'same').length
  const isKind = claimed.type === event.type && claimed.mode === event.mode
  if (!isAlike && !(isKind && differences.length === 0 && sames >= 2 && share >= LEAST_SHARED)) return null
  return { event, differences, share, score: (isAlike ? 1 : 0) + share * 4 + sames * 0.5 - differences.length * 0.5 }
}

function aspectsOf(claim: Told, a: EventRecord, cited: Told, b: EventRecord): Aspect[] {
  const parties = (told: Told, ids: readonly string[]) => partiesOf(told, ids)
  const [actors, recipients] = [parties(cited, b.actors), parties(cited, b.recipients)]
  const places = parties(cited, b.places)
  const nearby = partiesIn(cited, b.evidence)
  const [own, theirs] = [statusOf(claim, a), statusOf(cited, b)]
  // "Recalled its ambassador from Minsk": the capital is who it is done to.
  const [here, there] = [parties(claim, a.places), parties(claim, a.recipients)]
  const isParty = isRecipient(here, there) || (actors.length > 0 && isRecipient(places, recipients))
  const place = isParty
    ? 'open'
    : matchPlace(here.find(({ isNamed }) => isNamed) ?? here[0] ?? null, places, {
        nearby,
        around: partiesAround(cited, b.evidence),
        named: namedIn(cited, b.evidence),
      })
  return [
    { of: 'status', match: matchStatus(own, theirs), says: () => `it is told as ${STATUS_WORDS[theirs] || 'a fact'}` },
    {
      of: 'actor',
      match: matchActors(
        parties(claim, a.actors),
        [...actors, ...(actors.length > 0 ? coordinated(cited, b.evidence, actors) : [])],
        nearby,
      ),
      says: () => `of ${labels(actors)} doing it`,
    },
    { of: 'recipient', match: matchParties(parties(claim, a.recipients), recipients), says: () => `as done to ${labels(recipients)}` },
    {
      of: 'object',
      match: matchObjects(claim, a, cited, b),
      says: () => `of ${b.object ? `"${quote(cited, b.object)}"` : 'another thing'}`,
    },
    {
      of: 'how',
      match: a.type !== b.type || !a.mode || !b.mode ? 'open' : a.mode === b.mode ? 'same' : 'different',
      says: () => 'in another way',
    },
    { of: 'place', match: place, says: () => `at ${labels(places)}` },
    { of: 'time', match: matchDays(a.time, b.time), says: () => `of ${(b.time && formatDays(b.time)) ?? 'another time'}` },
  ]
}

/** "France, Britain and the Union voiced concern": those who stand in one row with the actors. */
function coordinated(told: Told, span: Span, actors: readonly Party[]): Party[] {
  const rows = new Map<number, Party[]>()
  for (const word of wordsIn(told, span)) {
    if (word.upos !== 'PROPN' && word.upos !== 'NOUN') continue
    for (const party of partiesIn(told, [word.start, word.end])) pushTo(rows, firstConjunct(told.words, word.index), party)
  }
  return [...rows.values()].filter(row => row.some(party => actors.some(actor => actor.key === party.key))).flat()
}

/** Are the places those it is done to, by name? */
function isRecipient(places: readonly Party[], recipients: readonly Party[]): boolean {
  return places.length > 0 && places.every(place => place.isNamed && recipients.some(party => isSame(party, place)))
}

/** Whether it took place: as it was read, else as the words above and beside its trigger have it. */
function statusOf(told: Told, { status, trigger }: EventRecord): EventStatus {
  const word = listSpans(trigger).flatMap(span => wordsIn(told, span))[0]
  return status !== 'occurred' || !word ? status : statusAt(told, word.index)
}

/** Lemmas of the words that tell an event: those of the shorter list must be in the longer one, or the last ones the same ("began a strike", "threatened to strike"). */
function sharesTrigger(claim: Told, claimed: EventRecord, cited: Told, event: EventRecord): boolean {
  const [own, theirs] = [lemmasAt(claim, listSpans(claimed.trigger)), lemmasAt(cited, listSpans(event.trigger))]
  const [few, many] = own.size <= theirs.size ? [own, theirs] : [theirs, own]
  return few.size > 0 && ([...few].every(lemma => isToldBy(cited, lemma, many)) || [...few].at(-1) === [...many].at(-1))
}

function lemmasAt(told: Told, spans: readonly Span[]): Set<string> {
  return new Set(spans.flatMap(span => wordsIn(told, span).map(word => word.lemma.toLowerCase())))
}

/** Objects with no word in common are two. */
function matchObjects(claim: Told, { object: a }: EventRecord, cited: Told, { object: b }: EventRecord): Match {
  if (!a || !b) return 'open'
  const own = termsIn(claim, a).filter(({ isName, word }) => !isName && word.upos === 'NOUN')
  const theirs = new Set(termsIn(cited, b).map(({ lemma }) => lemma))
  if (own.length === 0 || theirs.size === 0) return 'open'
  return own.some(({ lemma }) => theirs.has(lemma)) ? 'same' : 'different'
}

function labels(parties: readonly Party[]): string {
  return parties.map(party => party.label).join(' and ') || 'nobody named'
}
