import type { Word } from '../../document/layers.ts'
import { ACT_WORDS, STATUS_WORDS } from '../../formats/view/words.ts'
import type { EventStatus } from '../../record/event.ts'
import type { Span } from '../../record/span.ts'
import type { SpeechAct, StatementRecord } from '../../record/statement.ts'
import { reachOf } from './check-words.ts'
import { type Cited, spansLike, statementsLike } from './cited.ts'
import type { Finding } from './finding.ts'
import { matchParties, type Party, partiesOf } from './parties.ts'
import { quote, type Told, wordsIn } from './told.ts'
import { coverOf, statusAt, tellSame } from './wording.ts'

/** Two contents are the same where one has most of the words of the other, and two of them at least. */
const LEAST_SHARED = 0.7

/** Does the text have what a claim says somebody said, and from the same speaker? */
export function checkSaying(claim: Told, claimed: StatementRecord, from: Cited, keys: readonly string[]): Finding {
  const cited = from.told
  const speakers = partiesOf(claim, [claimed.speaker])
  const alike = statementsLike(from, keys)
    .map(told => ({ told, score: likeness(claim, claimed, cited, told) }))
    .filter(({ score }) => score >= LEAST_SHARED)
    .map(({ told, score }) => ({ told, match: matchParties(speakers, partiesOf(cited, [told.speaker])), score }))
    .sort((a, b) => RANK[a.match] - RANK[b.match] || b.score - a.score)
  const [best] = alike
  if (!best) return tellPublisher(claim, claimed, from, speakers, keys)
  const { told, match } = best
  const found = { quote: quote(cited, told.evidence), records: [told.id], at: told.evidence }
  const speaker = partiesOf(cited, [told.speaker])[0]?.label ?? 'somebody'
  if (match === 'different') return { verdict: 'other', because: `It is said, but by ${speaker}.`, ...found }
  const [own, theirs] = [statusIn(claim, claimed), statusIn(cited, told)]
  if ((own === 'planned' && theirs === 'occurred') || (own === 'occurred' && theirs === 'planned'))
    return { verdict: 'contradicted', because: `${speaker} tells it as ${STATUS_WORDS[theirs] || 'a fact'}.`, ...found }
  if (isDenial(claimed.act) !== isDenial(told.act) || isNo(claim, claimed) !== isNo(cited, told))
    return { verdict: 'contradicted', because: `The text has ${speaker} say the opposite: ${speaker} ${ACT_WORDS[told.act]} it.`, ...found }
  return { verdict: 'supported', because: `${speaker} ${ACT_WORDS[told.act]} so.`, ...found }
}

const RANK = { same: 0, open: 1, different: 2 } as const

/** Share of the words of the shorter content that the other one has. */
function likeness(claim: Told, claimed: StatementRecord, cited: Told, told: StatementRecord): number {
  const [own, theirs] = [contentOf(claimed), contentOf(told)]
  if (!own || !theirs) return 0
  const back = coverOf(cited, theirs, claim, own)
  // "Denied the accusation": which one stands before it.
  const there = coverOf(claim, own, cited, back.count < 2 && claimed.act === told.act ? reachOf(cited, theirs) : theirs)
  const [shared, few] = [there.count - there.missing.length, Math.min(there.count, back.count)]
  // One word in common is enough only for the same kind of saying: "rejected the deal", "welcomed the deal".
  if (shared < 2 && claimed.act !== told.act) return 0
  if (told.act === 'assert' && isJudgement(claim, claimed)) return 0
  return shared < Math.min(2, there.count) ? 0 : Math.max(there.share, few >= 2 ? back.share : 0)
}

function contentOf({ content }: StatementRecord): Span | null {
  const [first, last] = [content[0], content.at(-1)]
  return first && last ? [first[0], last[1]] : null
}

function isDenial(act: SpeechAct): boolean {
  return act === 'deny'
}

/** Is what is said put in the negative? */
function isNo(told: Told, statement: StatementRecord): boolean {
  const span = contentOf(statement)
  const words = span ? wordsIn(told, span) : []
  const top = topOf(words)
  return words.some(word => told.cues.get(word.lower)?.includes('negated')) || (top !== null && statusAt(told, top.index) === 'negated')
}

function topOf(words: readonly Word[]): Word | null {
  return words.find(word => !words.some(other => other.index === word.head)) ?? null
}

/** Whether what is said took place, as its verb has it; null where it has none. */
function statusIn(told: Told, statement: StatementRecord): EventStatus | null {
  const span = contentOf(statement)
  const top = span && topOf(wordsIn(told, span))
  return top?.upos === 'VERB' ? statusAt(told, top.index) : null
}

/** Acts that judge a thing or a deed. */
const JUDGING: ReadonlySet<SpeechAct> = new Set(['accuse', 'thank', 'praise'])

/** "Condemned the strike" is not "said that a strike killed three": one judges a thing, the other tells of it. */
function isJudgement(told: Told, statement: StatementRecord): boolean {
  const span = contentOf(statement)
  return span !== null && JUDGING.has(statement.act) && topOf(wordsIn(told, span))?.upos !== 'VERB'
}

/** What the report says itself is said by its publisher, and by nobody else. */
function tellPublisher(claim: Told, claimed: StatementRecord, from: Cited, speakers: readonly Party[], keys: readonly string[]): Finding {
  const { told: cited, publisher } = from
  const own = contentOf(claimed)
  const sentence = own && spansLike(from, keys).find(span => coverOf(claim, own, cited, span).share >= LEAST_SHARED + 0.1)
  const isDeed = sentence && own && !isJudgement(claim, claimed) && hasTop(claim, own, cited, sentence)
  if (!sentence || !own || !isDeed || coverOf(claim, own, cited, sentence).count < 2)
    return { verdict: 'absent', because: 'The cited text has nobody say so.', quote: null, records: [] }
  const words = quote(cited, sentence)
  if (publisher && matchParties(speakers, [publisher]) === 'same')
    return { verdict: 'supported', because: 'The report says so itself.', quote: words, records: [] }
  return { verdict: 'other', because: 'The report says it, but not as the words of this speaker.', quote: words, records: [] }
}

/** Does the sentence have the verb of what is said? */
function hasTop(claim: Told, own: Span, cited: Told, sentence: Span): boolean {
  const top = topOf(wordsIn(claim, own))
  return top === null || top.upos !== 'VERB' || wordsIn(cited, sentence).some(({ lemma }) => tellSame(cited, top.lemma, lemma))
}
