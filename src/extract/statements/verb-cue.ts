import type { SpeechVerb } from '../../document/answers/statements.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, feature, isActiveParticiple, relation } from '../../document/tree.ts'
import type { SpeechAct } from '../../record/statement.ts'
import { isFiniteVerb } from './beside-verb.ts'
import { clauseContent, opensAlone } from './clause-content.ts'
import type { Cue } from './cue.ts'
import { isParticipial } from './neighbours.ts'
import { otherContent } from './phrase-content.ts'
import { sayingOf } from './saying.ts'
import { addresseeOf, speakerOf } from './speaker.ts'
import { isNegated, isReadAsNoun, isUnsaid } from './unsaid.ts'
import { invertedCue, parentheticCue, postposedCue } from './word-order.ts'

export function verbCue(words: readonly Word[], word: Word, index: MentionIndex, language: Language): Cue | null {
  const saying = sayingOf(words, word, language)
  const verb = saying?.verb
  if (!verb || (word.upos !== 'VERB' && word.upos !== 'AUX' && !(verb.takes.has('clause') && isReadAsNoun(words, word, index, language))))
    return null
  if (isNegated(words, word) || word.deprel === 'amod' || relation(word) === 'aux') return null
  if (isUnsaid(words, word, verb.kind, language) || index.nameAt(word.index)) return null
  const passive = childBy(words, word.index, 'nsubj:pass', 'aux:pass') !== null
  const postposed =
    verb.kind === 'speech' && verb.takes.has('clause') && !passive
      ? (invertedCue(words, word, verb, index) ??
        parentheticCue(words, word, verb, index, language) ??
        postposedCue(words, word, verb, index, language))
      : null
  const speaker = postposed?.speaker ?? speakerOf(words, word, passive, index, language)
  const found =
    postposed ??
    clauseContent(words, word, verb, index, language) ??
    (verb.kind === 'speech' ? otherContent(words, word, verb, passive, index, language) : null)
  const particle = childrenBy(words, word.index, 'compound:prt').map(w => w.index)
  const quotes = verb.kind === 'speech' && (verb.takes.has('clause') || verb.takes.has('quote'))
  if (!found && !quotes) return null
  if (passive && speaker === null && found?.rule !== 'statements/reported-clause' && found?.rule !== 'statements/after-preposition')
    return null
  if (found?.rule === 'statements/said-as-noun' && verb.takes.has('enact') && isEnacted(words, word, language)) return null
  // "She was called home for talks": nobody demands talks.
  if (passive && verb.act === 'demand' && found?.rule === 'statements/after-preposition') return null
  // "It is fair to say that …", "Tell them that …": nobody has said it.
  if (speaker === null && (feature(word, 'VerbForm') === 'Inf' || feature(word, 'Mood') === 'Imp' || isYetToCome(words, word))) return null
  // "Asked whether he would stay, he said …": the question that somebody is asked is not his.
  if (verb.act === 'ask' && !/VerbForm=Ger|Tense=Pres/.test(word.feats) && (opensAlone(words, word) || opensAside(words, word, language)))
    return null
  // "It is his duty to warn that …": an infinitive that tells what a noun is for.
  if (relation(word) === 'acl' && feature(word, 'VerbForm') === 'Inf') return null
  // "remains committed to peace": a state of mind, promised to nobody.
  if (
    verb.act === 'promise' &&
    found?.rule === 'statements/after-preposition' &&
    !childBy(words, word.index, 'obj') &&
    isState(words, word)
  )
    return null
  const isNominal = found !== null && NOMINAL.has(found.rule) && !passive
  if (isNominal && (isNoAct(words, word) || (verb.act === 'assert' && isPurpose(word)))) return null
  const isHuman = HUMAN.has(verb.act) && speaker !== null && index.at(speaker).length > 0 && isFiniteVerb(words, word)
  const isUnclear = isNominal && !isHuman && !isSpeaker(words, speaker, index)
  if (isUnclear && !isParticipial(word, words)) return null
  return {
    rule: found?.rule ?? 'statements/quotation-beside-verb',
    words: [...new Set([word.index, ...particle, ...(saying.particle === null ? [] : [saying.particle])])].sort((a, b) => a - b),
    act: actOf(verb, found?.rule),
    speaker,
    content: upToNextCue(
      words,
      word,
      isClause(found?.rule) ? withoutOpening(words, found?.content ?? [], language) : (found?.content ?? []),
      language,
    ),
    addressee: addresseeOf(words, word, verb.addressee, found?.content ?? []),
    quotes,
    ...(isUnclear && { unclear: true }),
    ...(verb.kind === 'attitude' && { isAttitude: true }),
  }
}

function isClause(rule: string | undefined): boolean {
  return rule === 'statements/reported-clause' || rule === 'statements/clause-after-cue'
}

function withoutOpening(words: readonly Word[], content: readonly number[], { statements }: Language): readonly number[] {
  const first = words[content[0] ?? -1]
  // Right behind a verb of saying taggers take it for an article: "stress |that| access is barred".
  return first && /^(?:SCONJ|DET)$/.test(first.upos) && statements.complementizers.has(first.lower) ? content.slice(1) : content
}

/** "said it opposed the test |and warned the North": a verb of saying joined on in the form of the first opens its own statement. */
function upToNextCue(words: readonly Word[], word: Word, content: readonly number[], language: Language): readonly number[] {
  // A participle goes on from the finite verb over it: "denied it, |saying| he would stay, and |predicted| rain".
  const form = isFiniteVerb(words, word) || words[word.head]?.upos !== 'VERB' ? word : (words[word.head] as Word)
  const at = content.findIndex((i, k) => {
    if (k > 0 && opensContrast(words, i, language)) return true
    const next = words[i] as Word
    if (i < word.index || next.upos !== 'CCONJ' || content[k + 1] !== i + 1) return false
    const verb = words[words[i + 1]?.upos === 'ADV' ? i + 2 : i + 1]
    return (
      verb?.upos === 'VERB' &&
      (isParallel(words, word, verb) || isParallel(words, form, verb)) &&
      sayingOf(words, verb, language)?.verb.kind === 'speech' &&
      childBy(words, verb.index, 'nsubj') === null
    )
  })
  return at > 0 ? content.slice(0, at) : content
}

/**
 * Has a joined verb the form of the first? A past form that the tagger reads as a participle has it where the verb in between has another:
 * "warned that storms |would| go on and |advised| them to stay".
 */
function isParallel(words: readonly Word[], first: Word, joined: Word): boolean {
  if (joined.feats === first.feats) return true
  const between = words[joined.head]
  const isPast = (w: Word) => w.feats.includes('Tense=Past') && childBy(words, w.index, 'aux') === null
  if (!isPast(joined) || !isPast(first) || relation(joined) !== 'conj') return false
  return between !== undefined && between.index > first.index && !isPast(between)
}

/** "warned that prices rose, |while the union accused the state|": against what one says stands what another says, which is none of it. */
function opensContrast(words: readonly Word[], i: number, language: Language): boolean {
  const opening = words[i] as Word
  if (!language.statements.contrasts.has(opening.lower) || words[i - 1]?.form !== ',') return false
  const other = words[opening.head]
  if (other?.upos !== 'VERB' || other.index < i || sayingOf(words, other, language)?.verb.kind !== 'speech') return false
  const subject = childBy(words, other.index, 'nsubj')
  return subject !== null && subject.upos !== 'PRON' && subject.index > i
}

/** "the envoy, |asked| whether he would stay, said …": a verb of saying behind the next comma is what the speaker does. */
function opensAside(words: readonly Word[], word: Word, language: Language): boolean {
  if (words[word.index - 1]?.form !== ',' || !language.statements.complementizers.has(words[word.index + 1]?.lower ?? '')) return false
  for (let i = word.index + 2; i < word.index + ASIDE && words[i]?.sentence === word.sentence; i++)
    if (words[i - 1]?.form === ',' && sayingOf(words, words[i] as Word, language) !== null) return true
  return false
}

/** How many words an aside may have. */
const ASIDE = 40

/** "expects to be charged", "could be accused": a bare auxiliary tells of what has not been said. */
function isYetToCome(words: readonly Word[], word: Word): boolean {
  return childrenBy(words, word.index, 'aux').some(a => feature(a, 'VerbForm') === 'Inf')
}

/** A participle with a form of "be", or with no auxiliary and no subject of its own. */
function isState(words: readonly Word[], word: Word): boolean {
  if (!word.feats.includes('VerbForm=Part') || !word.feats.includes('Tense=Past')) return false
  const auxiliary = childrenBy(words, word.index, 'aux')
  return auxiliary.length === 0 ? childBy(words, word.index, 'nsubj') === null : auxiliary.some(a => a.deprel === 'aux:pass')
}

/** "declared a state of emergency": done by saying it. */
function isEnacted(words: readonly Word[], verb: Word, { statements }: Language): boolean {
  return childrenBy(words, verb.index, 'obj').some(object => statements.enacted.has(object.lemma.toLowerCase()))
}

/** "told them to leave" demands; "called it a farce" asserts. */
function actOf({ act, addressee }: SpeechVerb, rule: string | undefined): SpeechAct {
  if (act === 'assert' && rule === 'statements/infinitive' && addressee.has('obj')) return 'demand'
  return act === 'demand' && rule === 'statements/evaluation' ? 'assert' : act
}

/** What is no clause is said only by somebody: "the rise highlights the need" is no statement. */
const NOMINAL = new Set([
  'statements/number-told',
  'statements/feeling-voiced',
  'statements/said-of-somebody',
  'statements/evaluation',
  'statements/said-as-noun',
  'statements/after-preposition',
  'statements/gerund',
])

/** Acts that only people do: "forecasters warned of rain" needs no list of those who forecast. */
const HUMAN: ReadonlySet<SpeechAct> = new Set(['warn', 'accuse', 'thank', 'ask'])

/** "stays committed to peace", "accused of ordering the raid": a state, or what somebody is said to have done, is nothing said. */
function isNoAct(words: readonly Word[], word: Word): boolean {
  const isParticiple = word.feats.includes('VerbForm=Part') && word.feats.includes('Tense=Past')
  if (isParticiple && relation(word) === 'xcomp' && childBy(words, word.index, 'aux', 'nsubj') === null) return true
  return isActiveParticiple(word) && childBy(words, word.index, 'mark', 'case') !== null
}

/** "met to discuss the crisis": what somebody does something for is not yet said. */
function isPurpose(word: Word): boolean {
  return relation(word) === 'advcl' && feature(word, 'VerbForm') === 'Inf'
}

function isSpeaker(words: readonly Word[], speaker: number | null, index: MentionIndex): boolean {
  if (speaker === null) return false
  const mentions = index.at(speaker)
  const noun = mentions[0]?.rule === 'mentions/relative' ? words[words[speaker]?.head ?? -1]?.head : undefined
  if (noun !== undefined) return index.at(noun).some(m => m.kind !== null)
  if (mentions.some(m => m.as === 'pronoun' || m.kind !== null) || words[speaker]?.upos === 'PROPN') return true
  if (childrenBy(words, speaker, 'appos').some(a => index.at(a.index).some(m => m.kind !== null))) return true
  // "the Diallo campaign": what bears a name speaks for its bearer.
  return childrenBy(words, speaker, 'compound').some(c => c.upos === 'PROPN')
}
