import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { isActiveParticiple, relation } from '../../document/tree.ts'
import { frontOf, isFiniteVerb, isMarkedFinite } from './beside-verb.ts'
import type { Cue } from './cue.ts'

/**
 * Cues in the light of the ones beside them in their sentence: what is said ends where the next statement begins, and a participle takes
 * its speaker from the cue in front ("said the road was open, |adding that …"). What somebody is said to think ("said he |hoped| for rain") is
 * part of what is said.
 */
export function settleNeighbours(cues: readonly Cue[], words: readonly Word[], index: MentionIndex): Cue[] {
  const out: Cue[] = []
  for (const [i, cue] of cues.entries()) {
    const content = upToNext(cue, cues, i, words, index)
    const verb = verbOf(cue, words)
    const before = isParticipial(verb, words) ? cueInFront(verb, out, words) : null
    const shared = before && isShared(verb, words, index) ? before.speaker : joinedSpeaker(verb, out, words)
    if (cue.unclear && shared === null) continue
    if (cue.isAttitude && out.slice(-NEAR).some(c => c.content.includes(verb.index))) continue
    out.push({ ...cue, content, speaker: shared ?? cue.speaker })
  }
  return out
}

function verbOf(cue: Cue, words: readonly Word[]): Word {
  return words[cue.words[0] as number] as Word
}

function sentenceOf(cue: Cue, words: readonly Word[]): number {
  return verbOf(cue, words).sentence
}

/** ", adding", ", saying": a present participle behind a comma. */
export function isParticipial(verb: Word, words: readonly Word[]): boolean {
  return verb.upos === 'VERB' && words[verb.index - 1]?.form === ',' && isActiveParticiple(verb)
}

/** "The mayor said the dam would hold |and urged| them to stay": a verb joined on where the content of the cue in front ends has its speaker. */
function joinedSpeaker(verb: Word, settled: readonly Cue[], words: readonly Word[]): number | null {
  const joint = words[verb.index - 1]?.upos === 'ADV' ? verb.index - 2 : verb.index - 1
  if (verb.upos !== 'VERB' || words[joint]?.upos !== 'CCONJ' || verb.children.some(c => /^nsubj/.test(words[c]?.deprel ?? ''))) return null
  const before = settled[settled.length - 1]
  const end = words[joint - 1]?.form === ',' ? joint - 2 : joint - 1
  if (before?.speaker == null || verbOf(before, words).index > joint || sentenceOf(before, words) !== verb.sentence) return null
  const isBehind =
    (before.content[0] ?? -1) > verbOf(before, words).index && [end, end + 1].includes(before.content[before.content.length - 1] ?? -1)
  return isBehind && verbOf(before, words).upos === 'VERB' ? before.speaker : null
}

/** How many cues beside one are asked. */
const NEAR = 6

/** The cue that a participle goes on from: the first whose content runs up to it, else the last one in front that is in no relative clause. */
function cueInFront(verb: Word, settled: readonly Cue[], words: readonly Word[]): Cue | null {
  const before = settled
    .slice(-NEAR)
    .filter(c => c.speaker !== null && sentenceOf(c, words) === verb.sentence && isMarkedFinite(words, verbOf(c, words)))
    .filter(c => c.rule !== 'statements/source-phrase')
  const reaches = before.find(c => (c.content[c.content.length - 1] ?? -1) >= verb.index - 3)
  return reaches ?? before.findLast(c => relation(verbOf(c, words)) !== 'acl') ?? null
}

/** Has the participle no subject of its own: neither one in the tree, nor a phrase right in front of its comma that opens a clause? */
function isShared(verb: Word, words: readonly Word[], index: MentionIndex): boolean {
  if (verb.children.some(c => /^nsubj/.test(words[c]?.deprel ?? ''))) return false
  const beside = index.endingAt(verb.index - 1)
  const front = beside && words[frontOf(words, beside.first)]
  return !beside || (front?.sentence === verb.sentence && front.upos !== 'CCONJ' && front.form !== ';')
}

/** The content up to the comma in front of a participle of saying, or of "and" with the speaker of the next statement. */
function upToNext(cue: Cue, cues: readonly Cue[], at: number, words: readonly Word[], index: MentionIndex): readonly number[] {
  const verb = verbOf(cue, words)
  const last = cue.content[cue.content.length - 1]
  if (last === undefined || (cue.content[0] as number) < verb.index) return cue.content
  for (const next of cues.slice(at + 1, at + 1 + NEAR)) {
    const other = verbOf(next, words)
    if (other.index > last || other.sentence !== verb.sentence) break
    const end = isParticipial(other, words) ? other.index - 1 : joinedAt(next, other, words, index)
    if (end !== null && end > verb.index + 2) return cue.content.filter(i => i < end)
  }
  return cue.content
}

/** "…, |and the envoy called on …": the comma in front of a conjunction and the speaker of another statement, or null. */
function joinedAt(cue: Cue, verb: Word, words: readonly Word[], index: MentionIndex): number | null {
  if (cue.speaker === null || cue.speaker > verb.index || !isFiniteVerb(words, verb)) return null
  const firsts = [cue.speaker, ...index.at(cue.speaker).map(m => m.first)]
  for (const first of firsts) {
    let front = frontOf(words, first)
    for (let k = 0; k < 4 && /^(?:NOUN|PROPN|ADJ|ADP|NUM)$/.test(words[front]?.upos ?? ''); k++) front = frontOf(words, front)
    if (words[front]?.upos === 'CCONJ' && words[front - 1]?.form === ',') return front - 1
  }
  return null
}
