import type { SpeechVerb } from '../../document/answers/statements.ts'
import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { childBy, childrenBy, feature, isActiveParticiple, relation, subtree } from '../../document/tree.ts'
import type { SpeechAct } from '../../record/statement.ts'
import { behindVerb } from './beside-verb.ts'
import type { Content } from './cue.ts'
import { spokenTo } from './speaker.ts'

/** What is said as a noun phrase, a gerund, or after a preposition. */
export function otherContent(
  words: readonly Word[],
  word: Word,
  verb: SpeechVerb,
  passive: boolean,
  index: MentionIndex,
  language: Language,
): Content | null {
  const evaluation =
    verb.takes.has('as') && !passive
      ? (evaluated(words, word, verb.takes.has('bare'), language) ?? (verb.takes.has('bare') ? evaluatedInOrder(words, word, index) : null))
      : null
  if (evaluation) return { rule: 'statements/evaluation', content: withoutGaps(words, evaluation) }
  const counted = verb.takes.has('count') || verb.takes.has('at') ? countedContent(words, word, verb, language) : null
  if (counted) return { rule: 'statements/number-told', content: counted }
  const felt = verb.takes.has('of') ? feltContent(words, word, verb.addressee) : null
  if (felt) return { rule: 'statements/feeling-voiced', content: felt }
  if (verb.takes.has('prep'))
    // The tree may hang what is said on the one spoken of: "accused Somalia |of sheltering them".
    for (const dependent of [word, ...childrenBy(words, word.index, 'obj'), ...spokenTo(words, word, verb.addressee)].flatMap(w =>
      childrenBy(words, w.index, 'obl', 'advcl', 'acl', 'nmod').filter(d => w === word || relation(d) !== 'nmod' || d.upos === 'NOUN'),
    )) {
      // "spoke to the secretary |of state|" names the one spoken to.
      const isGenitive = (m: Word) => words[dependent.head]?.deprel === 'obl' && language.mentions.genitives.has(m.lower)
      const marker = childrenBy(words, dependent.index, 'case', 'mark').find(m => verb.content.has(m.lower) && !isGenitive(m))
      if (marker)
        return {
          rule: 'statements/after-preposition',
          content: subtree(words, dependent.index, w => w.index === marker.index || (w.head === dependent.index && w.index < marker.index)),
        }
    }
  const charge = verb.takes.has('prep') && verb.act === 'accuse' ? chargeBehind(words, word, verb, language) : null
  if (charge) return { rule: 'statements/after-preposition', content: charge }
  if (verb.takes.has('gerund')) {
    const gerund =
      childrenBy(words, word.index, 'xcomp', 'ccomp')[0] ??
      childrenBy(words, word.index, 'advcl').find(
        g => feature(g, 'VerbForm') === 'Ger' && g.index - word.index <= 2 && g.index > word.index,
      )
    if (gerund) return { rule: 'statements/gerund', content: subtree(words, gerund.index) }
  }
  if (verb.takes.has('noun')) {
    const object = childBy(words, word.index, passive ? 'nsubj:pass' : 'obj')
    const isNoun = object && (/^(?:NOUN|PROPN)$/.test(object.upos) || isCounted(words, object))
    // "promised 40 instructors": people who are counted are given, not spoken to.
    if (isNoun && ((verb.act === 'promise' && isCounted(words, object)) || !isSomebody(object, verb, index)))
      return { rule: 'statements/said-as-noun', content: withoutAside(words, object) }
  }
  const deed = verb.takes.has('deed') && !passive ? childBy(words, word.index, 'obj') : null
  if (deed && deed.index > word.index && language.statements.claimed.has(deed.lemma)) {
    const whose = childrenBy(words, word.index, 'obl').find(o => words[deed.index + 1]?.head === o.index && o.index - deed.index < 4)
    const content = [deed, ...(whose ? [whose] : [])].flatMap(w => withoutAside(words, w))
    return { rule: 'statements/said-as-noun', content: [...new Set(content)].sort((a, b) => a - b) }
  }
  if (PERSONAL.has(verb.act) && verb.takes.has('prep') && !passive) {
    const object = childBy(words, word.index, 'obj')
    if (object && object.index > word.index && object.upos !== 'PRON' && index.at(object.index).length > 0)
      return { rule: 'statements/said-of-somebody', content: withoutAside(words, object) }
  }
  return null
}

/** "the situation |in the area| as a disaster": what no mark parts is one run. */
function withoutGaps(words: readonly Word[], content: readonly number[]): number[] {
  const out: number[] = []
  for (const i of content) {
    const last = out[out.length - 1]
    if (last !== undefined && i > last + 1 && !words.slice(last + 1, i).some(w => w.upos === 'PUNCT'))
      for (let k = last + 1; k < i; k++) out.push(k)
    out.push(i)
  }
  return out
}

/** Acts that are done to somebody: "thanked the volunteers" says what "thanked them for it" says. */
const PERSONAL: ReadonlySet<SpeechAct> = new Set(['thank', 'praise'])

function isCounted(words: readonly Word[], noun: Word): boolean {
  return noun.upos === 'NUM' || noun.upos === 'SYM' || childBy(words, noun.index, 'nummod') !== null
}

/** "counted |40 dead|", "put the toll |at 40|": an object that is a number, or one with the number that it is put at. */
function countedContent(words: readonly Word[], word: Word, verb: SpeechVerb, language: Language): number[] | null {
  const object = childBy(words, word.index, 'obj')
  if (!object || object.index < word.index) return null
  if (verb.takes.has('count') && isCounted(words, object)) {
    const where = childrenBy(words, word.index, 'obl').filter(
      o => o.index > object.index && !words.slice(object.index, o.index).some(w => w.form === ','),
    )
    return [...new Set([object, ...where].flatMap(o => withoutAside(words, o)))].sort((a, b) => a - b)
  }
  if (!verb.takes.has('at')) return null
  const behind = subtree(words, object.index).flatMap(i => childrenBy(words, i, 'nmod', 'obl'))
  const number = [...childrenBy(words, word.index, 'obl'), ...behind].find(
    o => isCounted(words, o) && childrenBy(words, o.index, 'case').some(c => language.statements.measured.has(c.lower)),
  )
  if (!number) return null
  const content = [...new Set([...subtree(words, object.index), ...subtree(words, number.index)])].sort((a, b) => a - b)
  return withoutGaps(words, content)
}

/** "voiced alarm |at the use of live rounds|", "expressed hope |that talks would resume|": what the feeling is about, not the feeling. */
function feltContent(words: readonly Word[], word: Word, addressee: ReadonlySet<string>): number[] | null {
  const object = childBy(words, word.index, 'obj')
  if (!object || object.upos !== 'NOUN') return null
  for (const about of [
    ...childrenBy(words, object.index, 'nmod', 'acl', 'ccomp').filter(c => c.index > object.index),
    ...childrenBy(words, word.index, 'obl', 'ccomp').filter(c => c.index > object.index),
  ]) {
    const marker = childrenBy(words, about.index, 'case', 'mark').find(m => m.index < about.index)
    if (marker && marker.upos !== 'PART' && !addressee.has(marker.lower)) return subtree(words, about.index, w => w.index === marker.index)
  }
  return null
}

/**
 * "called |her remarks on Friday “a wake-up call”|", "called |him “a genius”|": a phrase behind the verb and, right behind that or a
 * prepositional phrase, a quotation or an indefinite noun phrase.
 */
function evaluatedInOrder(words: readonly Word[], word: Word, index: MentionIndex): number[] | null {
  const first = words[word.index + 1]
  if (!first || first.sentence !== word.sentence) return null
  const object = first.upos === 'PRON' ? first.index + 1 : behindVerb(words, word, index)?.end
  if (object === undefined) return null
  let predicate = object
  for (let k = 0; k < 4 && /^(?:ADP|PROPN|NOUN)$/.test(words[predicate]?.upos ?? '') && words[object]?.upos === 'ADP'; k++) predicate++
  const opens = words[predicate]
  if (!opens || opens.sentence !== word.sentence) return null
  const isQuoted = /^(?:["“‘«']|'')$/.test(opens.form)
  if (!isQuoted && (predicate > object || !opens.feats.includes('Definite=Ind'))) return null
  const out: number[] = []
  for (let i = word.index + 1; i < word.index + EVALUATION && words[i]?.sentence === word.sentence; i++) {
    const at = words[i] as Word
    if (i > predicate && (/^[,;:()–—.]$/.test(at.form) || (isQuoted && /^(?:["”’»']|'')$/.test(at.form) && words[i + 1]?.upos !== 'CCONJ')))
      break
    out.push(i)
  }
  return out
}

/** "accused Ann Lee, who left in May, |of hiding the report|": the first preposition of the verb's own with a gerund behind it. */
function chargeBehind(words: readonly Word[], word: Word, verb: SpeechVerb, language: Language): number[] | null {
  let verbs = 0
  for (let i = word.index + 1; i < word.index + EVALUATION && words[i]?.sentence === word.sentence; i++) {
    const at = words[i] as Word
    if (/^[;:]$/.test(at.form)) return null
    if (at.upos === 'VERB') verbs++
    if (!verb.content.has(at.lower) || (at.upos !== 'ADP' && at.upos !== 'SCONJ')) continue
    const next = words[i + 1]
    const isGerund = next !== undefined && isActiveParticiple(next)
    if (!isGerund && verb.takes.has('noun')) continue
    // "of |blocking barges|": the tree may hang the gerund on its object.
    const charge = isGerund ? (next.deprel === 'amod' ? words[next.head] : next) : words[at.head]
    if (!charge || charge.index <= i || (!isGerund && (verbs > 0 || i < word.index + 2))) continue
    // "the head |of the bank|" belongs to the one accused: only a gerund tells what "of" brings.
    if (!isGerund && charge.children.some(c => c === i) && language.mentions.genitives.has(at.lower)) continue
    return subtree(words, charge.index, w => w.index <= i)
  }
  return null
}

/** How many words what something is called may take. */
const EVALUATION = 40

/** An object that is spoken to or of, not what is said. */
function isSomebody(object: Word, verb: SpeechVerb, index: MentionIndex): boolean {
  return index.at(object.index).some(
    m =>
      m.as === 'name' ||
      m.kind === 'person' ||
      m.kind === 'population' ||
      // "dismissed the government": who is sent away is not denied.
      ((verb.addressee.has('obj') || verb.act === 'deny') && m.kind !== null && m.kind !== 'place'),
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
      childBy(words, x.index, 'nsubj') === null &&
      (isAs(x) || (bare && /^(?:xcomp|obj)$/.test(relation(x)) && feature(x, 'VerbForm') !== 'Inf')),
  )
  if (own.length) return [object, ...own].flatMap(x => subtree(words, x.index)).sort((a, b) => a - b)
  // "described the vote |as a farce|", "called the charges |unfounded|": the tree may hang it on the object.
  const hung = childrenBy(words, object.index, 'nmod', 'acl', 'obl', ...(bare ? ['amod', 'appos'] : [])).some(
    x => x.index > object.index && (isAs(x) || x.upos === 'ADJ' || x.deprel === 'appos'),
  )
  return hung ? subtree(words, object.index) : null
}
