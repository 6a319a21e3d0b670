import type { SpeechVerb } from '../../document/answers/statements.ts'
import type { Language } from '../../document/language.ts'
import type { Layers, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, clauseHead, feature, relation, subjectOf, subtree } from '../../document/tree.ts'
import type { SpeechAct } from '../../record/statement.ts'

/** A word of saying with what hangs on it; indexes of words. */
export interface Cue {
  readonly rule: string
  readonly words: readonly number[]
  readonly act: SpeechAct
  /** Word that heads the speaker's phrase, or null. */
  readonly speaker: number | null
  /** Words of what is said, in reading order; empty where only a quotation beside it can be it. */
  readonly content: readonly number[]
  readonly addressee: number | null
  /** Is a quotation beside the cue what is said? */
  readonly quotes: boolean
  /** Where the clause of the cue begins in the text, where a quotation in front of it tells. */
  readonly clause?: number
}

/** Every cue of a report with its arguments, in reading order. */
export function findCues({ words }: Pick<Layers, 'words'>, index: MentionIndex, language: Language): Cue[] {
  const out: Cue[] = []
  for (const word of words) {
    const cue =
      verbCue(words, word, index, language) ?? nounCue(words, word, index, language) ?? attributionCue(words, word, index, language)
    if (cue) out.push(cue)
  }
  return out
}

function verbCue(words: readonly Word[], word: Word, index: MentionIndex, language: Language): Cue | null {
  const verb = language.statements.verbs.get(word.lemma.toLowerCase())
  if (!verb || (word.upos !== 'VERB' && word.upos !== 'AUX' && !(verb.takes.has('clause') && isReadAsNoun(words, word, index, language))))
    return null
  if (isNegated(words, word) || word.deprel === 'amod' || relation(word) === 'aux') return null
  if (isUnsaid(words, word, verb.kind, language) || index.nameAt(word.index)) return null
  const passive = childBy(words, word.index, 'nsubj:pass', 'aux:pass') !== null
  const postposed =
    verb.kind === 'speech' && verb.takes.has('clause') && !passive
      ? (invertedCue(words, word, index) ?? parentheticCue(words, word, verb.addressee, index) ?? postposedCue(words, word, index))
      : null
  const speaker = postposed?.speaker ?? speakerOf(words, word, passive, index)
  const found =
    postposed ??
    clauseContent(words, word, verb, language) ??
    (verb.kind === 'speech' ? otherContent(words, word, verb, passive, index, language) : null)
  const particle = childrenBy(words, word.index, 'compound:prt').map(w => w.index)
  const quotes = verb.kind === 'speech' && (verb.takes.has('clause') || verb.takes.has('quote'))
  if (!found && !quotes) return null
  if (passive && speaker === null && found?.rule !== 'statements/reported-clause' && found?.rule !== 'statements/after-preposition')
    return null
  // "It is fair to say that …", "Tell them that …": nobody has said it.
  if (speaker === null && (feature(word, 'VerbForm') === 'Inf' || feature(word, 'Mood') === 'Imp')) return null
  if (found && NOMINAL.has(found.rule) && !passive && !isSpeaker(words, speaker, index)) return null
  return {
    rule: found?.rule ?? 'statements/quotation-beside-verb',
    words: [word.index, ...particle].sort((a, b) => a - b),
    act: actOf(verb.act, found?.rule),
    speaker,
    content: upToNextCue(words, word, found?.content ?? [], language),
    addressee: addresseeOf(words, word, verb.addressee, found?.content ?? []),
    quotes,
  }
}

/** "said it opposed the test |and warned the North": a verb of saying joined on in the form of the first opens its own statement. */
function upToNextCue(words: readonly Word[], word: Word, content: readonly number[], language: Language): readonly number[] {
  if (!isFiniteVerb(words, word)) return content
  const at = content.findIndex((i, k) => {
    const next = words[i] as Word
    if (i < word.index || next.upos !== 'CCONJ' || content[k + 1] !== i + 1) return false
    const verb = words[words[i + 1]?.upos === 'ADV' ? i + 2 : i + 1]
    return (
      verb?.upos === 'VERB' &&
      verb.feats === word.feats &&
      language.statements.verbs.get(verb.lemma.toLowerCase())?.kind === 'speech' &&
      childBy(words, verb.index, 'nsubj') === null
    )
  })
  return at > 0 ? content.slice(0, at) : content
}

/** "told them to leave" demands; "called it a farce" asserts. */
function actOf(act: SpeechAct, rule: string | undefined): SpeechAct {
  if (act === 'assert' && rule === 'statements/infinitive') return 'demand'
  return act === 'demand' && rule === 'statements/evaluation' ? 'assert' : act
}

/** What is no clause is said only by somebody: "the rise highlights the need" is no statement. */
const NOMINAL = new Set(['statements/evaluation', 'statements/said-as-noun', 'statements/after-preposition', 'statements/gerund'])

function isSpeaker(words: readonly Word[], speaker: number | null, index: MentionIndex): boolean {
  if (speaker === null) return false
  const mentions = index.at(speaker)
  return mentions.some(m => m.as === 'pronoun' || m.kind !== null) || words[speaker]?.upos === 'PROPN'
}

interface Content {
  readonly rule: string
  readonly content: readonly number[]
}

/**
 * "…, the minister said on Wednesday": the subject stands between a comma and the verb, and no clause follows. The order of the words
 * is surer than the tree here.
 */
function postposedCue(words: readonly Word[], word: Word, index: MentionIndex): (Content & { speaker: number }) | null {
  const before = beforeVerb(words, word, index)
  if (!before || !isFiniteVerb(words, word)) return null
  let speaker = before
  let i = frontOf(words, before.first)
  if (words[i]?.upos === 'CCONJ') {
    const other = index.endingAt(i)
    if (!other) return null
    speaker = other
    i = frontOf(words, other.first)
  }
  const mark = words[i]
  if (!mark || mark.form !== ',' || mark.sentence !== word.sentence) return null
  const content: number[] = []
  let verbs = 0
  for (let k = i - 1; words[k]?.sentence === word.sentence; k--) {
    content.unshift(k)
    if (/^(?:VERB|AUX)$/.test((words[k] as Word).upos) && isFiniteVerb(words, words[k] as Word)) verbs++
  }
  if (!verbs) return null
  for (let k = word.index + 1; words[k]?.sentence === word.sentence; k++) if ((words[k] as Word).feats.includes('VerbForm=Fin')) return null
  if (words[word.index + 1]?.form === ',') for (let k = word.index + 2; words[k]?.sentence === word.sentence; k++) content.push(k)
  return { rule: 'statements/postposed-cue', content, speaker: speaker.head }
}

/** How many words may follow the verb of a cue that commas set off: "the minister said on Friday in Bamako". */
const INSERTED = 12

/**
 * "Prices, the minister said on Friday, would fall": commas set off the speaker and the verb, the sentence goes on around them. What
 * follows the verb opens with a preposition, an adverb or the one spoken to, else it is what is said.
 */
function parentheticCue(
  words: readonly Word[],
  word: Word,
  addressee: ReadonlySet<string>,
  index: MentionIndex,
): (Content & { speaker: number }) | null {
  const before = beforeVerb(words, word, index)
  if (!before || !isFiniteVerb(words, word)) return null
  let open = frontOf(words, before.first)
  for (let k = 0; k < 8 && /^(?:SCONJ|ADP|NOUN|PROPN|ADJ|DET|PART)$/.test(words[open]?.upos ?? ''); k++) open--
  const phrase = index.startingAt(afterArticle(words, open + 1))
  if (words[open]?.form !== ',' || words[open]?.sentence !== word.sentence) return null
  const close = closingComma(words, word, addressee)
  const next = close === null ? undefined : words[close + 1]
  if (close === null || !next || next.sentence !== word.sentence || !/^(?:AUX|VERB|ADV|DET|PRON|NOUN|PROPN|ADP)$/.test(next.upos))
    return null
  if (/^VerbForm=(?:Ger|Part)|\|VerbForm=(?:Ger|Part)|PronType=Rel/.test(next.feats)) return null
  const front: number[] = []
  for (let k = open - 1; words[k]?.sentence === word.sentence; k--) front.unshift(k)
  const back: number[] = []
  for (let k = close + 1; words[k]?.sentence === word.sentence; k++) back.push(k)
  if (!front.some(k => words[k]?.upos !== 'PUNCT') || !back.some(k => isFiniteVerb(words, words[k] as Word))) return null
  return { rule: 'statements/inserted-cue', content: [...front, ...back], speaker: (phrase ?? before).head }
}

/** The comma that ends an inserted cue, or null. */
function closingComma(words: readonly Word[], word: Word, addressee: ReadonlySet<string>): number | null {
  const first = words[word.index + 1]
  const opens = first && (first.upos === 'ADP' || first.upos === 'ADV' || (addressee.has('obj') && first.deprel.endsWith('obj')))
  if (!first || (first.form !== ',' && !opens)) return null
  for (let k = word.index + 1; k <= word.index + INSERTED && words[k]?.sentence === word.sentence; k++) {
    const at = words[k] as Word
    if (at.form === ',') return k
    if (at.upos === 'SCONJ' || at.upos === 'PUNCT' || isFiniteVerb(words, at)) return null
  }
  return null
}

/** "…, said Petrus Korisano, an official": the subject stands behind the verb, the clause and a comma (or a quotation) in front. */
function invertedCue(words: readonly Word[], word: Word, index: MentionIndex): (Content & { speaker: number }) | null {
  const behind = behindVerb(words, word, index)
  const comma = words[word.index - 1]
  if (!behind || comma?.form !== ',' || comma.sentence !== word.sentence || !isFiniteVerb(words, word)) return null
  const next = words[behind.end]
  // "…, said the army would leave": a verb behind the noun makes it the subject of what is said.
  if (next?.sentence === word.sentence && /^(?:VERB|AUX|ADV)$/.test(next.upos)) return null
  const content: number[] = []
  for (let k = word.index - 2; words[k]?.sentence === word.sentence; k--) content.unshift(k)
  return content.some(k => isFiniteVerb(words, words[k] as Word))
    ? { rule: 'statements/postposed-cue', content, speaker: behind.head }
    : null
}

/** The mention right behind a verb, its article aside. */
export function behindVerb(words: readonly Word[], word: Word, index: MentionIndex) {
  return index.startingAt(afterArticle(words, word.index + 1))
}

/** The word itself, or the one behind it where it is an article or a possessive, which are no part of a description. */
export function afterArticle(words: readonly Word[], first: number): number {
  return isArticle(words[first]) ? first + 1 : first
}

function isArticle(word: Word | undefined): boolean {
  return word?.upos === 'DET' || (word?.deprel === 'nmod:poss' && word.upos === 'PRON')
}

/** The word in front of a phrase, its article left out. */
function frontOf(words: readonly Word[], first: number): number {
  return isArticle(words[first - 1]) ? first - 2 : first - 1
}

/** The mention right in front of a verb, auxiliaries and adverbs aside. */
function beforeVerb(words: readonly Word[], word: Word, index: MentionIndex) {
  for (let end = word.index; end > word.index - 4 && end > 0; end--) {
    const found = index.endingAt(words[end - 1]?.form === ')' ? openingBracket(words, end - 1) : end)
    if (found?.rule === 'mentions/relative') return null
    if (found) return found
    const upos = (words[end - 1] as Word).upos
    if (upos !== 'ADV' && upos !== 'AUX') return null
  }
  return null
}

/** The bracket that a closing one belongs to, at most eight words before it; the closing one itself where there is none. */
function openingBracket(words: readonly Word[], close: number): number {
  for (let i = close; i > close - 8 && i >= 0; i--) if (words[i]?.form === '(') return i
  return close
}

function isFiniteVerb(words: readonly Word[], word: Word): boolean {
  return (
    word.feats.includes('VerbForm=Fin') || word.children.some(c => words[c]?.upos === 'AUX' && words[c]?.feats.includes('VerbForm=Fin'))
  )
}

/** The reported clause: a complement, or the sentence that the cue is put into ("…, he said"). */
function clauseContent(words: readonly Word[], word: Word, { takes, addressee }: SpeechVerb, language: Language): Content | null {
  if (takes.has('clause')) {
    const opened = openedClause(words, word, language)
    if (opened) return { rule: 'statements/reported-clause', content: opened }
    // Of several, the finite one nearest behind the cue is the surest.
    const complements = childrenBy(words, word.index, 'ccomp')
    const sure = complements.find(c => c.index > word.index && isFiniteVerb(words, c))
    for (const complement of sure ? [sure] : complements) {
      if (feature(complement, 'VerbForm') === 'Inf' && childBy(words, complement.index, 'nsubj', 'aux') === null) continue
      const clause = clauseWords(words, complement, language)
      if (complement.index > word.index && hasSemicolon(words, word.index, complement.index)) break
      return { rule: 'statements/reported-clause', content: complement.index > word.index ? unbroken(words, word.index, clause) : clause }
    }
    const host = words[word.head]
    const following = relation(word) === 'parataxis' || childBy(words, word.index, 'parataxis') ? followingClause(words, word) : null
    if (following) return { rule: 'statements/clause-after-cue', content: following }
    if (host && relation(word) === 'parataxis' && host.index < word.index && !childBy(words, word.index, 'obj', 'xcomp'))
      return {
        rule: 'statements/inserted-cue',
        content: subtree(words, host.index, w => w.index === word.index || (w.deprel === 'parataxis' && w.index > word.index)),
      }
    const beside = childrenBy(words, word.index, 'parataxis').find(
      p => p.index < word.index || words.slice(word.index + 1, p.index).some(w => w.form === ':'),
    )
    if (beside) return { rule: 'statements/clause-beside-cue', content: clauseWords(words, beside, language) }
    const after = takes.has('noun') ? null : unopenedClause(words, word)
    if (after) return { rule: 'statements/clause-after-cue', content: after }
  }
  if (takes.has('inf')) {
    // "committed theft |to open accounts" tells what for, unless the object is the one spoken to.
    const purpose = childBy(words, word.index, 'obj') !== null && !addressee.has('obj')
    const infinitive = childrenBy(words, word.index, 'xcomp', 'ccomp', ...(purpose ? [] : ['advcl'])).find(
      x => feature(x, 'VerbForm') === 'Inf' && childBy(words, x.index, 'mark') !== null,
    )
    if (infinitive) return { rule: 'statements/infinitive', content: subtree(words, infinitive.index) }
    // "called on both sides |to stop": the tree may hang the infinitive on the one spoken to.
    const spokenTo = childrenBy(words, word.index, 'obl', 'obj', 'iobj').flatMap(o => childrenBy(words, o.index, 'acl', 'advcl'))
    const hung = spokenTo.find(x => feature(x, 'VerbForm') === 'Inf' && childBy(words, x.index, 'mark') !== null)
    if (hung) return { rule: 'statements/infinitive', content: subtree(words, hung.index) }
  }
  return null
}

/** "said on Friday |that they would leave": the clause of the conjunction behind the cue, whatever the tree ties it to. */
function openedClause(words: readonly Word[], word: Word, language: Language): number[] | null {
  for (let i = word.index + 1; i < word.index + 16; i++) {
    const opening = words[i]
    if (opening?.sentence !== word.sentence || opening.upos === 'VERB' || /[;:.?!"“”]/.test(opening.form)) return null
    if (opening.deprel !== 'mark' || !language.statements.complementizers.has(opening.lower)) continue
    const head = words[opening.head]
    if (!head || head.index < i) return null
    const clause = subtree(words, head.index, w => w.index === i || w.index === word.index)
    return clause.filter(k => k > i)
  }
  return null
}

/** "X, a war monitor, |said 24 had died": a clause right behind the cue is what is said, not what the tree ties to it. */
function followingClause(words: readonly Word[], word: Word): number[] | null {
  if (words[word.index + 1]?.sentence !== word.sentence || words[word.index + 1]?.upos === 'PUNCT' || !isFiniteVerb(words, word))
    return null
  const out: number[] = []
  for (let i = word.index + 1; words[i]?.sentence === word.sentence; i++) out.push(i)
  const verb = out.find(i => (words[i] as Word).feats.includes('VerbForm=Fin'))
  const subject = verb !== undefined && out.some(i => i < verb && /^(?:NOUN|PROPN|PRON)$/.test((words[i] as Word).upos))
  return subject && !out.some(i => i < verb && words[i]?.upos === 'PUNCT') ? out : null
}

/** "sources said the plan called for …": a verb that takes no noun, followed by one with a verb behind it, reports a clause. */
function unopenedClause(words: readonly Word[], word: Word): number[] | null {
  const object = childrenBy(words, word.index, 'obj', 'nsubj').find(o => o.index > word.index)
  if (!object || object.index - word.index > 8) return null
  const verb = object.children.some(c => c > object.index && words[c]?.upos === 'VERB' && relation(words[c] as Word) === 'acl')
  if (!verb) return null
  const out: number[] = []
  for (let i = word.index + 1; words[i]?.sentence === word.sentence; i++) out.push(i)
  return out.some(i => words[i]?.form === ',' && i < object.index) ? null : out
}

/** What is said as a noun phrase, a gerund, or after a preposition. */
function otherContent(
  words: readonly Word[],
  word: Word,
  verb: SpeechVerb,
  passive: boolean,
  index: MentionIndex,
  language: Language,
): Content | null {
  const evaluation = verb.takes.has('as') && !passive ? evaluated(words, word, verb.takes.has('bare'), language) : null
  if (evaluation) return { rule: 'statements/evaluation', content: evaluation }
  if (verb.takes.has('prep'))
    // The tree may hang what is said on the one spoken of: "accused Somalia |of sheltering them".
    for (const dependent of [word, ...childrenBy(words, word.index, 'obj')].flatMap(w =>
      childrenBy(words, w.index, 'obl', 'advcl', 'acl', 'nmod').filter(d => w === word || relation(d) !== 'nmod' || d.upos === 'NOUN'),
    )) {
      const marker = childrenBy(words, dependent.index, 'case', 'mark').find(m => verb.content.has(m.lower))
      if (marker)
        return {
          rule: 'statements/after-preposition',
          content: subtree(words, dependent.index, w => w.index === marker.index || (w.head === dependent.index && w.index < marker.index)),
        }
    }
  if (verb.takes.has('gerund')) {
    const gerund = childrenBy(words, word.index, 'xcomp', 'ccomp')[0]
    if (gerund) return { rule: 'statements/gerund', content: subtree(words, gerund.index) }
  }
  if (verb.takes.has('noun')) {
    const object = childBy(words, word.index, passive ? 'nsubj:pass' : 'obj')
    if (object && (object.upos === 'NOUN' || object.upos === 'PROPN') && !isSomebody(object, verb, index))
      return { rule: 'statements/said-as-noun', content: withoutAside(words, object) }
  }
  return null
}

/** An object that is spoken to or of, not what is said. */
function isSomebody(object: Word, verb: SpeechVerb, index: MentionIndex): boolean {
  return index
    .at(object.index)
    .some(
      m =>
        m.as === 'name' ||
        m.kind === 'person' ||
        m.kind === 'population' ||
        (verb.addressee.has('obj') && m.kind !== null && m.kind !== 'place'),
    )
}

/** A noun phrase without the relative clause that a comma sets off: the writer's own remark. */
function withoutAside(words: readonly Word[], noun: Word): number[] {
  return subtree(words, noun.index, w => w.deprel === 'acl:relcl' && w.children.some(c => words[c]?.form === ',' && c < w.index))
}

/** "called |the charges unfounded|", "described |the vote as a farce|": an object with what it is said to be. */
function evaluated(words: readonly Word[], word: Word, bare: boolean, language: Language): number[] | null {
  const object = childBy(words, word.index, 'obj')
  if (!object || object.index < word.index) return null
  const isAs = (w: Word) => childrenBy(words, w.index, 'case', 'mark').some(c => language.statements.predicatives.has(c.lower))
  const own = childrenBy(words, word.index, 'xcomp', 'obl', 'advcl', 'obj').filter(
    x =>
      x !== object &&
      x.index > word.index &&
      (isAs(x) || (bare && /^(?:xcomp|obj)$/.test(relation(x)) && feature(x, 'VerbForm') !== 'Inf')),
  )
  if (own.length) return [object, ...own].flatMap(x => subtree(words, x.index)).sort((a, b) => a - b)
  // "described the vote |as a farce|", "called the charges |unfounded|": the tree may hang it on the object.
  const hung = childrenBy(words, object.index, 'nmod', 'acl', 'obl', ...(bare ? ['amod', 'appos'] : [])).some(
    x => x.index > object.index && (isAs(x) || x.upos === 'ADJ' || x.deprel === 'appos'),
  )
  return hung ? subtree(words, object.index) : null
}

/** A clause behind its cue is one run of words up to a semicolon, whatever the tree ties elsewhere. */
function unbroken(words: readonly Word[], cue: number, clause: readonly number[]): number[] {
  const behind = clause.filter(i => i > cue)
  const last = behind[behind.length - 1]
  const out: number[] = []
  for (let i = behind[0] ?? 0; last !== undefined && i <= last && words[i]?.form !== ';'; i++) out.push(i)
  return out.length ? out : [...clause]
}

function hasSemicolon(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from + 1; i < to && i < from + 100; i++) if (words[i]?.form === ';') return true
  return false
}

/** A clause without the word that opens it. */
function clauseWords(words: readonly Word[], head: Word, language: Language): number[] {
  const opening = childrenBy(words, head.index, 'mark').find(m => language.statements.complementizers.has(m.lower))
  return subtree(words, head.index, w => w.index === opening?.index)
}

/** "the announcement that it would build", "a call for restraint", "his pledge to leave". */
function nounCue(words: readonly Word[], word: Word, index: MentionIndex, language: Language): Cue | null {
  if (word.upos !== 'NOUN') return null
  const noun = language.statements.nouns.get(word.lemma.toLowerCase())
  if (!noun) return null
  for (const dependent of childrenBy(words, word.index, 'acl', 'ccomp', 'nmod')) {
    const marker = childrenBy(words, dependent.index, 'mark', 'case').find(m => noun.content.has(m.lower))
    if (!marker) continue
    const infinitive = feature(dependent, 'VerbForm') === 'Inf' && relation(marker) === 'mark'
    if (noun.infinitive === marker.lower && !infinitive) continue
    const content = subtree(words, dependent.index, w => noun.infinitive !== marker.lower && w.index === marker.index)
    const owner =
      childBy(words, word.index, 'nmod:poss') ??
      childrenBy(words, word.index, 'amod', 'compound').find(c => index.at(c.index).length > 0) ??
      childrenBy(words, word.index, 'nmod').find(n => n.index !== dependent.index) ??
      null
    const verb = words[word.head]
    // "is warning that …": the tagger may take the verb for a noun.
    const predicated = childBy(words, word.index, 'cop') ? childBy(words, word.index, 'nsubj') : null
    const giver = owner ?? predicated ?? (verb && relation(word) === 'obj' ? subjectOf(words, verb.index) : null)
    if (!giver && relation(dependent) === 'nmod') continue
    return {
      rule: 'statements/noun-of-saying',
      words: [word.index],
      act: noun.act,
      speaker: giver?.index ?? null,
      content,
      addressee: null,
      quotes: false,
    }
  }
  return emergedCue(words, word, noun.act, language)
}

/** "Reports emerged on Monday |that …": the clause goes with the noun that is the subject. */
function emergedCue(words: readonly Word[], noun: Word, act: SpeechAct, language: Language): Cue | null {
  const verb = words[noun.head]
  if (!/^nsubj/.test(noun.deprel) || verb?.upos !== 'VERB' || language.statements.verbs.has(verb.lemma.toLowerCase())) return null
  const content = openedClause(words, verb, language)
  return (
    content && { rule: 'statements/noun-of-saying', words: [noun.index], act, speaker: noun.index, content, addressee: null, quotes: false }
  )
}

/** "…, according to the ministry". */
function attributionCue(words: readonly Word[], word: Word, index: MentionIndex, language: Language): Cue | null {
  for (const phrase of language.statements.attributions) {
    if (phrase[0] !== word.lower || !phrase.every((p, k) => words[word.index + k]?.lower === p)) continue
    const last = word.index + phrase.length
    let source = words[word.head]
    if (!source || source.index < last) source = words[last] && nounAfter(words, last)
    if (!source) return null
    const content = attributedWords(words, word.index, source.index, phrase.length)
    return {
      rule: 'statements/source-phrase',
      words: phrase.map((_, k) => word.index + k),
      act: 'assert',
      speaker: index.at(source.index).length ? source.index : (index.startingAt(afterArticle(words, last))?.head ?? source.index),
      content,
      addressee: null,
      quotes: true,
    }
  }
  return null
}

/**
 * What a source phrase is about. Set off by a comma, or at the start, it covers its sentence up to the next comma-bound phrase of
 * the kind; inside a clause it covers that clause.
 */
function attributedWords(words: readonly Word[], first: number, source: number, length: number): number[] {
  const { sentence } = words[first] as Word
  const own = new Set(subtree(words, source))
  for (let k = 0; k < length; k++) own.add(first + k)
  const before = words[first - 1]
  const setOff = !before || before.sentence !== sentence || before.upos === 'PUNCT'
  const governor = words[source]?.head ?? -1
  if (!setOff && governor >= 0) return subtree(words, clauseHead(words, governor), w => own.has(w.index)).filter(i => !own.has(i))
  const out: number[] = []
  let start = first
  while (words[start - 1]?.sentence === sentence) start--
  for (let i = start; words[i]?.sentence === sentence; i++) if (!own.has(i)) out.push(i)
  // A phrase at the end of its clause says nothing of the clause that "and" adds.
  const joined =
    before?.sentence === sentence
      ? out.findIndex(
          i =>
            i > first &&
            words[i]?.upos === 'CCONJ' &&
            words[i - 1]?.form === ',' &&
            relation(words[(words[i] as Word).head] as Word) === 'conj',
        )
      : -1
  return joined < 0 ? out : out.slice(0, joined)
}

function nounAfter(words: readonly Word[], from: number): Word | undefined {
  for (let i = from; i < Math.min(words.length, from + 12); i++) {
    const word = words[i] as Word
    if ((word.upos === 'NOUN' || word.upos === 'PROPN') && (word.head < from || word.head > i + 12)) return word
  }
  return undefined
}

/** "The paper reports that …", "Trump claims: …": a verb behind a name with a clause or a colon behind it, which the tagger takes for a noun. */
function isReadAsNoun(words: readonly Word[], word: Word, index: MentionIndex, language: Language): boolean {
  const next = words[word.index + 1]
  if (
    word.upos !== 'NOUN' ||
    next?.sentence !== word.sentence ||
    (next.form !== ':' && !language.statements.complementizers.has(next.lower))
  )
    return false
  const before = index.endingAt(word.index)
  return (
    before?.as === 'name' ||
    (before?.as === 'pronoun' && before.rule === 'mentions/pronoun') ||
    index.at(word.head).some(m => m.as === 'name' && m.end === word.index)
  )
}

/** "If he says so", "I think": a condition says nothing, and what somebody quoted thinks is what is quoted. */
function isUnsaid(words: readonly Word[], word: Word, kind: 'speech' | 'attitude', language: Language): boolean {
  const subject = childBy(words, word.index, 'nsubj')
  const person = subject && language.mentions.pronouns.get(subject.lower)?.person
  if (person === 2 || (person === 1 && kind === 'attitude')) return true
  return childrenBy(words, word.index, 'mark').some(m => language.statements.conditions.has(m.lower))
}

/** Who does the saying: the subject, the agent of a passive, what a relative clause hangs on. */
function speakerOf(words: readonly Word[], word: Word, passive: boolean, index: MentionIndex): number | null {
  if (passive) return childBy(words, word.index, 'obl:agent')?.index ?? null
  const subject = subjectOf(words, word.index)
  if (!subject || (relation(subject) === 'nsubj' && !index.at(subject.index).length && feature(subject, 'PronType') !== 'Rel')) {
    const beside = beforeVerb(words, word, index)
    return beside?.head ?? sentenceHead(words, word, index) ?? subject?.index ?? behindVerb(words, word, index)?.head ?? null
  }
  // "The observatory, a war monitor, said 24 civilians had died": the noun behind the verb is the subject of what is said.
  const opening = subject.index > word.index ? sentenceHead(words, word, index) : null
  if (opening !== null) return opening
  if (feature(subject, 'PronType') === 'Rel') {
    const clause = words[subject.head]
    return clause && relation(clause) === 'acl' ? clause.head : subject.index
  }
  if (subject.deprel === 'nsubj:pass' && relation(word) === 'acl') return null
  return afterDateline(words, subject, index) ?? subject.index
}

/** "GENEVA — The minister said": the place and the dash in front of a report's first words are no subject. */
function afterDateline(words: readonly Word[], subject: Word, index: MentionIndex): number | null {
  const place = index.at(subject.index).find(m => m.as === 'name' && (m.kind === 'place' || m.kind === 'country'))
  if (!place || !/^[-–—―]+$/.test(words[place.end]?.form ?? '')) return null
  return index.startingAt(afterArticle(words, place.end + 1))?.head ?? null
}

/** "The observatory, a war monitor with contacts in Syria, said …": the phrase that opens the sentence, where only phrases and a comma part it from the cue. */
function sentenceHead(words: readonly Word[], word: Word, index: MentionIndex): number | null {
  if (words[word.index - 1]?.form !== ',') return null
  let first = word.index - 1
  for (; words[first - 1]?.sentence === word.sentence && word.index - first < 40; first--)
    if (words[first - 1]?.feats.includes('VerbForm=Fin') || words[first - 1]?.upos === 'VERB') return null
  return (index.startingAt(first) ?? index.startingAt(first + 1))?.head ?? null
}

function addresseeOf(words: readonly Word[], word: Word, addressee: ReadonlySet<string>, content: readonly number[]): number | null {
  const iobj = childBy(words, word.index, 'iobj')
  if (iobj) return iobj.index
  const object = childBy(words, word.index, 'obj')
  if (object && addressee.has('obj') && !content.includes(object.index)) return object.index
  const spokenTo = childrenBy(words, word.index, 'obl').find(
    o => childrenBy(words, o.index, 'case').some(c => addressee.has(c.lower)) && !content.includes(o.index),
  )
  return spokenTo?.index ?? (object && content.length && !content.includes(object.index) && object.upos !== 'NOUN' ? object.index : null)
}

/** How far in front of a verb its negation may stand. */
const NEGATION = 4

/** "did not say": nobody said it. A "not" at the end of a quotation in front is none of the verb's. */
function isNegated(words: readonly Word[], word: Word): boolean {
  return word.children.some(c => {
    if (!(words[c] as Word).feats.includes('Polarity=Neg')) return false
    if (c > word.index || word.index - c > NEGATION) return c > word.index
    return !words.slice(c, word.index).some(w => w.upos === 'PUNCT')
  })
}
