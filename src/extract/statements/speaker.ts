import type { Language } from '../../document/language.ts'
import type { Mention, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, feature, isActiveParticiple, relation, subjectOf } from '../../document/tree.ts'
import { afterArticle, beforeVerb, behindVerb, frontOf, isFiniteVerb } from './beside-verb.ts'

/** Who does the saying: the subject, the agent of a passive, what a relative clause hangs on. */
export function speakerOf(words: readonly Word[], word: Word, passive: boolean, index: MentionIndex, language: Language): number | null {
  if (passive) return childBy(words, word.index, 'obl:agent')?.index ?? null
  const through = throughOther(words, word, index, language)
  if (through !== null) return through
  const isTold = isFiniteVerb(words, word)
  const own = subjectOf(words, word.index)
  // "while warning |the locals| to stay": behind a participle stands the one spoken to.
  const subject = own && own.index > word.index && isShort(words, word) ? subjectOf(words, word.head) : own
  const front = isTold ? beforeVerb(words, word, index) : null
  if (subject && feature(subject, 'PronType') === 'Rel') {
    const apposed = isTold ? bearerBefore(words, subject, index) : null
    if (apposed !== null) return apposed
    if (front !== null && subject.index < word.index && subject.index >= front.end && words[word.index - 1]?.upos === 'PUNCT')
      return front.head
    if (index.entityAt(subject.index) !== null) return subject.index
    const clause = words[subject.head]
    return clause && relation(clause) === 'acl' ? clause.head : subject.index
  }
  const modified = !subject || subject.index > word.index ? ofRelativeClause(words, word, index) : null
  if (modified !== null) return modified
  // "The observatory, a war monitor, said 24 civilians had died": a noun behind the verb is the subject of what is said, and one
  // that stands between the speaker and the verb is part of what is told of the speaker.
  const isPart = front && subject && front.first <= subject.index && subject.index < front.end
  if (front && (!subject || isPart || subject.index > word.index || subject.index >= front.end)) return front.head
  if (!subject || (relation(subject) === 'nsubj' && !index.at(subject.index).length)) {
    const beside = front ?? beforeVerb(words, word, index)
    return (
      beside?.head ??
      sentenceHead(words, word, index) ??
      subject?.index ??
      (isShort(words, word) ? null : behindVerb(words, word, index)?.head) ??
      null
    )
  }
  const opening = subject.index > word.index ? sentenceHead(words, word, index) : null
  if (opening !== null) return opening
  if (subject.deprel === 'nsubj:pass' && relation(word) === 'acl') return null
  if (front && subject.index < front.first && opensHere(words, word, front, language)) return front.head
  return afterDateline(words, subject, index) ?? subject.index
}

/**
 * "quoted |an official| as saying …": the one who is quoted; "|the party| issued a statement calling for calm": the one who gives out what says
 * it. What somebody receives or turns down is not theirs.
 */
function throughOther(words: readonly Word[], word: Word, index: MentionIndex, { statements }: Language): number | null {
  if (!isActiveParticiple(word)) return null
  const over = words[word.head]
  if (!over || over.index > word.index) return null
  if (statements.predicatives.has(words[word.index - 1]?.lower ?? '')) {
    const quoted = over.upos === 'VERB' ? childBy(words, over.index, 'obj') : relation(over) === 'obj' ? over : null
    return quoted && quoted.index < word.index && index.at(quoted.index).length > 0 ? quoted.index : null
  }
  if (relation(word) !== 'acl' || !statements.documents.has(over.lemma.toLowerCase()) || relation(over) !== 'obj') return null
  const giver = words[over.head]
  return giver && statements.issuing.has(giver.lemma.toLowerCase()) ? (subjectOf(words, giver.index)?.index ?? null) : null
}

/**
 * "While her son played, |Muthana| said", "tempers rose after |the minister| announced": what stands between a comma or a conjunction of time or
 * cause and the verb itself is its subject, whatever the tree takes from in front of them. Places may trail a subject: "officials in Jackson, Mississippi said".
 */
function opensHere(words: readonly Word[], verb: Word, front: Mention, { statements }: Language): boolean {
  if (front.end < verb.index && words[front.end]?.upos !== 'ADV' && words[front.end]?.upos !== 'AUX') return false
  if (front.kind === null || front.kind === 'place') return false
  const opening = words[frontOf(words, front.first)]
  if (opening?.sentence !== verb.sentence) return false
  return statements.remarks.has(opening.lower) || (opening.form === ',' && front.kind !== 'country')
}

/** "Ann Lee, head of studies at the institute, |who| said": the one whom commas set off in front of "who" is a person, not a body named last. */
function bearerBefore(words: readonly Word[], relative: Word, index: MentionIndex): number | null {
  if (words[relative.index - 1]?.form !== ',') return null
  const widest = index.endingAt(relative.index - 1)
  const bearer = widest && words[widest.head]
  if (widest?.kind === 'person') return bearer && widest.entity !== null && widest.first < relative.head ? widest.head : null
  if (widest?.as !== 'name' || widest.kind === null || widest.kind === 'armed-group') return null
  // The tree hangs the clause on the body: up from there stands the person whom it tells more of.
  let at = words[words[relative.head]?.head ?? -1]
  for (let steps = 0; at && steps < 6; steps++) {
    const { index: bearer } = at
    if (index.at(bearer).some(m => m.kind === 'person' && m.entity !== null)) return bearer
    at = /^(?:nmod|appos|obl|acl)$/.test(relation(at)) ? words[at.head] : undefined
  }
  return null
}

/** An active participle in an adverbial clause. */
function isShort(words: readonly Word[], word: Word): boolean {
  return relation(word) === 'advcl' && isActiveParticiple(word) && childBy(words, word.index, 'aux') === null
}

/** "A driver who escaped |said| the men were armed": what the relative clause right in front of the verb hangs on. */
function ofRelativeClause(words: readonly Word[], verb: Word, index: MentionIndex): number | null {
  let at = words[verb.index - 1]
  for (let steps = 0; at && steps < 6 && at.sentence === verb.sentence && at.index < verb.index; steps++) {
    if (at.deprel === 'acl:relcl') return at.head < at.index && index.entityAt(at.head) !== null ? at.head : null
    at = words[at.head]
  }
  return null
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

/** "appealed |to donors| for blankets". */
export function spokenTo(words: readonly Word[], word: Word, addressee: ReadonlySet<string>): Word[] {
  return childrenBy(words, word.index, 'obl').filter(o => childrenBy(words, o.index, 'case').some(c => addressee.has(c.lower)))
}

export function addresseeOf(words: readonly Word[], word: Word, addressee: ReadonlySet<string>, content: readonly number[]): number | null {
  const behind = (w: Word | null) => (w && w.index > word.index ? w : null)
  const iobj = behind(childBy(words, word.index, 'iobj'))
  if (iobj) return iobj.index
  // "the group |that| Turkey says …": what stands in front of the verb is nobody spoken to.
  const object = behind(childBy(words, word.index, 'obj'))
  if (object && addressee.has('obj') && !content.includes(object.index)) return object.index
  const asked = addressee.has('obj') ? childBy(words, word.index, 'ccomp') : null
  const subject = asked && behind(childBy(words, asked.index, 'nsubj'))
  if (subject && content.includes(asked.index) && !content.includes(subject.index)) return subject.index
  const told = spokenTo(words, word, addressee).find(o => !content.includes(o.index))
  return told?.index ?? (object && content.length && !content.includes(object.index) && object.upos !== 'NOUN' ? object.index : null)
}
