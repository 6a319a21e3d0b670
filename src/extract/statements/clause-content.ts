import type { SpeechVerb } from '../../document/answers/statements.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, feature, relation, subtree } from '../../document/tree.ts'
import { behindVerb, isFiniteVerb } from './beside-verb.ts'
import type { Content } from './cue.ts'
import { sayingOf } from './saying.ts'

/** The reported clause: a complement, or the sentence that the cue is put into ("…, he said"). */
export function clauseContent(
  words: readonly Word[],
  word: Word,
  verb: SpeechVerb,
  index: MentionIndex,
  language: Language,
): Content | null {
  const { takes, addressee, kind } = verb
  if (takes.has('clause')) {
    const opened = openedClause(words, word, language, takes)
    if (opened) return { rule: 'statements/reported-clause', content: joinedOn(words, word, opened, language) }
    // Of several, the finite one nearest behind the cue is the surest.
    const complements = childrenBy(words, word.index, 'ccomp').filter(
      c => !isAdverbial(words, c, language) && (c.index > word.index || !opensAlone(words, c)),
    )
    const sure = complements.filter(c => c.index > word.index && isFiniteVerb(words, c))
    if (sure[0] && !hasSemicolon(words, word.index, sure[0].index)) {
      const clauses = sure
        .slice(0, CLAUSES)
        .flatMap(c => clauseWords(words, c, language))
        .sort((a, b) => a - b)
      const told = addressee.has('obj') ? addresseeBehind(words, word, index) : null
      const whole = addressee.has('obj') ? clauses : withSubject(words, word, clauses)
      return { rule: 'statements/reported-clause', content: joinedOn(words, word, unbroken(words, told ?? word.index, whole), language) }
    }
    for (const complement of sure.length ? sure.slice(0, 1) : complements) {
      const told = childBy(words, complement.index, 'nsubj')
      if (feature(complement, 'VerbForm') === 'Inf' && told === null && childBy(words, complement.index, 'aux') === null) continue
      // "asked |the villagers| to leave": the one spoken to may be the subject of the infinitive in the tree.
      if (
        takes.has('inf') &&
        addressee.has('obj') &&
        told &&
        told.index > word.index &&
        childBy(words, complement.index, 'mark')?.upos === 'PART'
      )
        return { rule: 'statements/infinitive', content: subtree(words, complement.index, w => w === told) }
      const clause = clauseWords(words, complement, language)
      if (complement.index > word.index && hasSemicolon(words, word.index, complement.index)) break
      return { rule: 'statements/reported-clause', content: complement.index > word.index ? unbroken(words, word.index, clause) : clause }
    }
    const host = words[word.head]
    const following = relation(word) === 'parataxis' || childBy(words, word.index, 'parataxis') ? followingClause(words, word) : null
    if (following) return { rule: 'statements/clause-after-cue', content: following }
    const isApart = host !== undefined && hasSemicolon(words, host.index, word.index)
    if (host && !isApart && relation(word) === 'parataxis' && host.index < word.index && !childBy(words, word.index, 'obj', 'xcomp'))
      return {
        rule: 'statements/inserted-cue',
        content: subtree(words, host.index, w => w.index === word.index || (w.deprel === 'parataxis' && w.index > word.index)),
      }
    const beside = childrenBy(words, word.index, 'parataxis').find(
      p => p.index < word.index || words.slice(word.index + 1, p.index).some(w => w.form === ':'),
    )
    // "denied any part in it: …": a noun that can be what is said is that.
    const isNamed = takes.has('noun') && beside && (childBy(words, word.index, 'obj')?.index ?? -1) > word.index
    if (beside && !isNamed) return { rule: 'statements/clause-beside-cue', content: clauseWords(words, beside, language) }
    const after = takes.has('noun')
      ? null
      : (unopenedClause(words, word, language) ?? (kind === 'speech' ? clauseBehind(words, word, verb, index, language) : null))
    if (after) return { rule: 'statements/clause-after-cue', content: after }
  }
  if (takes.has('inf')) {
    // "committed theft |to open accounts" tells what for, unless the object is the one spoken to.
    const purpose = childBy(words, word.index, 'obj') !== null && !addressee.has('obj')
    const infinitive = childrenBy(words, word.index, 'xcomp', 'ccomp', ...(purpose ? [] : ['advcl'])).find(x => isInfinitive(words, x))
    if (infinitive) return { rule: 'statements/infinitive', content: subtree(words, infinitive.index) }
    // "called on both sides |to stop": the tree may hang the infinitive on the one spoken to.
    const spokenTo = childrenBy(words, word.index, 'obl', 'obj', 'iobj').flatMap(o => childrenBy(words, o.index, 'acl', 'advcl'))
    const hung = spokenTo.find(x => isInfinitive(words, x))
    if (hung) return { rule: 'statements/infinitive', content: subtree(words, hung.index) }
    const misread = infinitiveInOrder(words, word, verb, index, language)
    if (misread) return { rule: 'statements/infinitive', content: misread }
  }
  return null
}

/**
 * "said the road was open, |and that the bridge had gone|", "said the road was open |and the bridge was safe|": a clause that the tree ties to
 * the cue goes on with what is said where it is opened like it, or where no mark parts them and it has a subject and is nothing said itself.
 */
function joinedOn(words: readonly Word[], cue: Word, content: readonly number[], language: Language): readonly number[] {
  let joint = (content[content.length - 1] ?? -1) + 1
  const isSetOff = words[joint]?.form === ','
  while (words[joint]?.upos === 'PUNCT' && /^[,"”’]$/.test((words[joint] as Word).form)) joint++
  const opening = words[joint]
  if (joint <= cue.index || opening?.upos !== 'CCONJ' || opening.sentence !== cue.sentence) return content
  const isOpened = words[joint + 1]?.deprel === 'mark' && language.statements.complementizers.has((words[joint + 1] as Word).lower)
  const head = words[isOpened ? (words[joint + 1] as Word).head : opening.head]
  if (!head || head.index < joint || (relation(head) !== 'conj' && !isOpened)) return content
  const subject = childBy(words, head.index, 'nsubj', 'expl')
  if (!isOpened && (isSetOff || !subject || subject.index < joint || head.head !== cue.index || saysItself(words, head, language)))
    return content
  const clause = subtree(words, head.index)
  const out = [...content]
  for (let i = out[out.length - 1] as number; i < (clause[clause.length - 1] as number); ) out.push(++i)
  return out
}

function saysItself(words: readonly Word[], verb: Word, language: Language): boolean {
  return sayingOf(words, verb, language)?.verb.kind === 'speech'
}

/** "to leave", "to have left". */
function isInfinitive(words: readonly Word[], verb: Word): boolean {
  return (
    childBy(words, verb.index, 'mark') !== null &&
    [verb, ...childrenBy(words, verb.index, 'aux')].some(w => feature(w, 'VerbForm') === 'Inf')
  )
}

/** "reported |the help| came late": a noun right between a verb that takes a clause and a clause without a subject is that subject. */
function withSubject(words: readonly Word[], verb: Word, clause: readonly number[]): readonly number[] {
  const first = clause[0] as number
  const object = childBy(words, verb.index, 'obj')
  if (!object || object.index < verb.index || object.index >= first) return clause
  const noun = subtree(words, object.index)
  const isBetween = noun[0] === verb.index + 1 && noun[noun.length - 1] === first - 1
  return isBetween && words[first]?.feats.includes('VerbForm=Fin') ? [...noun, ...clause] : clause
}

/** "said on Friday |that they would leave": the clause of the conjunction behind the cue, whatever the tree ties it to. */
export function openedClause(words: readonly Word[], word: Word, language: Language, takes?: SpeechVerb['takes']): number[] | null {
  for (let i = word.index + 1; i < word.index + 16; i++) {
    const opening = words[i]
    if (opening?.sentence !== word.sentence || opening.upos === 'VERB' || /[;:.?!"“”]/.test(opening.form)) return null
    if (opening.deprel !== 'mark' || opening.upos === 'DET' || !language.statements.complementizers.has(opening.lower)) continue
    let head = words[opening.head]
    // "that |fighting| resumed": the tree may hang the conjunction on the subject of the clause.
    if (head && /^[nc]subj/.test(head.deprel) && head.head > head.index) head = words[head.head]
    if (!head || head.index < i) return null
    // "rejected |the claim that …|": the clause says what the object is.
    const noun = words[head.head]
    if (relation(head) === 'acl' && noun && noun.head === word.index && relation(noun) === 'obj' && takes?.has('noun')) return null
    const clause = subtree(words, head.index, w => w.index === i || w.index === word.index)
    return runFrom(words, i + 1, clause[clause.length - 1] as number)
  }
  return null
}

/** What a conjunction opens begins right behind it and is one run up to a semicolon, whatever the tree ties elsewhere. */
function runFrom(words: readonly Word[], first: number, last: number): number[] {
  const out: number[] = []
  for (let i = first; i <= last && words[i]?.form !== ';'; i++) out.push(i)
  return out
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

/**
 * "told the paper |the inquiry was closed|", "said after the vote |he would stay|": words with a noun and a finite verb behind a verb
 * that takes no noun are a clause, however the tree reads them; the one spoken to is none of it.
 */
function clauseBehind(
  words: readonly Word[],
  word: Word,
  { addressee, takes }: SpeechVerb,
  index: MentionIndex,
  language: Language,
): number[] | null {
  const isVerb = isFiniteVerb(words, word) || word.feats.includes('VerbForm=Ger') || childBy(words, word.index, 'nsubj', 'aux') !== null
  if (!isVerb) return null
  const told =
    (addressee.has('obj') ? (addresseeBehind(words, word, index) ?? wordBeforeOpening(words, word, language)) : null) ?? word.index
  const first = language.statements.complementizers.has(words[told + 1]?.lower ?? '') ? told + 2 : told + 1
  const out: number[] = []
  for (let i = first; i < first + CLAUSE && words[i]?.sentence === word.sentence && words[i]?.form !== ';'; i++) out.push(i)
  const verb = out.find(i => (words[i] as Word).feats.includes('VerbForm=Fin'))
  if (verb === undefined || words[first]?.upos === 'PUNCT' || words[first]?.upos === 'CCONJ') return null
  const before = out.filter(i => i < verb).map(i => words[i] as Word)
  if (before.some(w => /^(?:PUNCT|CCONJ|SCONJ)$/.test(w.upos) || /PronType=(?:Rel|Int)|VerbForm=(?:Ger|Part)/.test(w.feats))) return null
  // "asked the army to leave when …": an infinitive is what is said.
  if (takes.has('inf') && before.some(w => w.feats.includes('VerbForm=Inf'))) return null
  return before.some(w => /^(?:NOUN|PROPN|PRON|NUM)$/.test(w.upos)) ? out : null
}

/**
 * "asked it |to hand over the men|": right behind the one spoken to, "to" in front of a bare form and of what only a verb takes (a
 * particle, an article, a number) opens an infinitive, though the tagger reads a noun.
 */
function infinitiveInOrder(
  words: readonly Word[],
  word: Word,
  { addressee, content }: SpeechVerb,
  index: MentionIndex,
  { statements, events }: Language,
): number[] | null {
  if (!addressee.has('obj') && content.size === 0) return null
  const first = words[word.index + 1]
  if (first?.sentence !== word.sentence || first.upos === 'PUNCT') return null
  const told = first.upos === 'PRON' ? first.index + 1 : behindVerb(words, word, index)?.end
  const opening = told === undefined ? undefined : words[told]
  const bare = words[(told ?? 0) + 1]
  const next = words[(told ?? 0) + 2]
  if (!opening || !bare || next?.sentence !== word.sentence || !statements.infinitives.has(opening.lower)) return null
  if (bare.upos !== 'NOUN' || bare.form !== bare.lemma || feature(bare, 'Number') === 'Plur') return null
  if (!/^(?:DET|NUM|PRON)$/.test(next.upos) && !events?.particles.has(next.lower)) return null
  const out: number[] = []
  for (let i = opening.index; i < opening.index + CLAUSE && words[i]?.sentence === word.sentence; i++) {
    if (/^[,;:]$/.test((words[i] as Word).form)) break
    out.push(i)
  }
  return out
}

/** The word in front of the conjunction that only a noun phrase parts from the verb: "warning |villagers| that …". */
function wordBeforeOpening(words: readonly Word[], word: Word, language: Language): number | null {
  for (let i = word.index + 1; i < word.index + 6 && words[i]?.sentence === word.sentence; i++) {
    if (language.statements.complementizers.has((words[i] as Word).lower)) return i - 1
    if (!/^(?:NOUN|PROPN|DET|ADJ|PRON)$/.test((words[i] as Word).upos)) return null
  }
  return null
}

/** The last word of the one spoken to, where a phrase right behind the verb is followed by the start of a clause. */
function addresseeBehind(words: readonly Word[], word: Word, index: MentionIndex): number | null {
  const first = words[word.index + 1]
  const told =
    first?.upos === 'NOUN' || first?.upos === 'PROPN' || first?.upos === 'DET' || first?.upos === 'PRON'
      ? behindVerb(words, word, index)
      : null
  const next = told && words[told.end]
  if (!told || next?.sentence !== word.sentence) return null
  return /^(?:DET|PRON|SCONJ|NUM)$/.test(next.upos) || index.startingAt(told.end) ? told.end - 1 : null
}

/** "|Asked| about the shelling, the army said …": a verb without a subject that opens the sentence tells of the speaker. */
export function opensAlone(words: readonly Word[], verb: Word): boolean {
  return words[verb.index - 1]?.sentence !== verb.sentence && childBy(words, verb.index, 'nsubj', 'cop') === null
}

/** "ordered a recount |after protests spread|": a clause with a conjunction of its own tells when or why, not what. */
function isAdverbial(words: readonly Word[], clause: Word, { statements }: Language): boolean {
  return childrenBy(words, clause.index, 'mark').some(m => statements.remarks.has(m.lower))
}

/** How many complements of one verb are what is said, so that time stays linear. */
const CLAUSES = 4

/** How many words a clause found by their order alone may have. */
const CLAUSE = 120

/** "sources said the plan called for …": a verb that takes no noun, followed by one with a verb behind it, reports a clause. */
function unopenedClause(words: readonly Word[], word: Word, { statements }: Language): number[] | null {
  const object = childrenBy(words, word.index, 'obj', 'nsubj').find(o => o.index > word.index)
  // "finds itself isolated" tells how somebody fares.
  if (!object || object.index - word.index > 8 || object.feats.includes('Reflex=Yes')) return null
  const verb = childrenBy(words, object.index, 'acl').find(c => c.index > object.index && c.upos === 'VERB')
  if (!verb || isInfinitive(words, verb)) return null
  // "told the delegation |that his country would …|" may be read as a relative clause; "quoted a man |who had fled|" is one.
  const relative = words.slice(object.index, verb.index).find(w => w.feats.includes('PronType=Rel'))
  if (relative) {
    const isOpened = relative.index === object.index + 1 && statements.complementizers.has(relative.lower)
    return isOpened && childBy(words, verb.index, 'nsubj') !== relative
      ? runFrom(words, relative.index + 1, subtree(words, verb.index).at(-1) as number)
      : null
  }
  const out: number[] = []
  for (let i = word.index + 1; words[i]?.sentence === word.sentence; i++) out.push(i)
  return out.some(i => words[i]?.form === ',' && i < object.index) ? null : out
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
