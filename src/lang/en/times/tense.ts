import type { TimeMention, Word } from '../../../document/layers.ts'
import { feature, relation } from '../../../document/tree.ts'

const FUTURE_AUXILIARIES = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'would', 'should', 'must', 'may', 'might', 'can'])
/** Verbs whose object or infinitive lies ahead: "plans to leave on Thursday", "was postponed until May". */
const AHEAD = words(
  'plan schedule expect intend aim want hope vow pledge promise prepare decide agree set postpone delay extend threaten order urge ask call seek propose expire mature adjourn reconvene',
)
/** "as soon as Tuesday", "no earlier than Tuesday": the earliest day of what is to come. */
const EARLIEST = words('soon early')
/** With a deadline behind them they set it: "gave them until Friday". */
const SETTING = words('give allow grant have')
const UNTIL = new Set(['until', 'till', 'by'])
/** Verbs that tell in the present what was said before. */
const TELLING = words('say tell report write state add note quote show have be')
/** Words of what is to come that are no verbs. */
const COMING = words('due effective payable ready set likely deadline expiry ultimatum')

/**
 * Where the clause around a time lies: -1 past, 1 future, null where its verb does not say. The verb that the time hangs on decides, with
 * its auxiliaries; an infinitive lies ahead where what stands over it looks ahead; an end by "until" or "by" lies ahead where nothing says
 * that it is past.
 */
export function tenseAt(words: readonly Word[], mention: Pick<TimeMention, 'first' | 'end' | 'direction'>): -1 | 1 | null {
  const until = UNTIL.has(words[mention.first - 1]?.lower ?? '')
  const tense = tenseAbove(words, headOf(words, mention), until)
  return tense ?? (until ? 1 : frontedTense(words, mention))
}

function tenseAbove(all: readonly Word[], from: number, until: boolean): -1 | 1 | null {
  let index = from
  for (let steps = 0; steps < 8; steps++) {
    const word = all[index]
    const above = word && word.head >= 0 ? all[word.head] : undefined
    if (!word || !above) return null
    const rel = relation(word)
    // What hangs on a noun ("Wednesday's ruling", "the attack on Friday") has no tense of its own.
    if (COMING.has(above.lemma) || (EARLIEST.has(above.lower) && all[above.index - 1]?.lower === 'as')) return 1
    if (index === from && (rel === 'nmod' || rel === 'compound' || rel === 'amod' || rel === 'nummod') && above.upos !== 'VERB') return null
    index = word.head
    const tense = verbTense(all, above, until)
    // "asked them to stay until Friday": only the nearest verb can make a deadline past.
    if (tense !== null) return until && steps > 0 && tense < 0 ? 1 : tense
    const up = relation(above)
    if (up !== 'xcomp' && up !== 'conj' && up !== 'acl' && up !== 'advcl' && up !== 'nmod' && up !== 'obl' && up !== 'obj') return null
  }
  return null
}

/** "On Tuesday, the league plans to …": a time put in front is the main verb's, also where the tree hangs it elsewhere. */
function frontedTense(all: readonly Word[], { first, end }: Pick<TimeMention, 'first' | 'end'>): -1 | 1 | null {
  const sentence = all[first]?.sentence
  const before = all[first - 1]
  const opens = before?.sentence !== sentence || (before?.upos === 'ADP' && all[first - 2]?.sentence !== sentence)
  if (!opens || all[end]?.form !== ',') return null
  for (let i = end + 1; i < end + 40 && all[i]?.sentence === sentence; i++)
    if (relation(all[i] as Word) === 'root') return verbTense(all, all[i] as Word, false)
  return null
}

/** The word of the expression that hangs on something outside it. */
function headOf(words: readonly Word[], mention: Pick<TimeMention, 'first' | 'end'>): number {
  for (let i = mention.first; i < mention.end; i++) {
    const head = words[i]?.head ?? -1
    if (head < mention.first || head >= mention.end) return i
  }
  return mention.first
}

function verbTense(words: readonly Word[], word: Word, until: boolean): -1 | 1 | null {
  const children = word.children.slice(0, MOST_CHILDREN).map(c => words[c] as Word)
  const isVerb = word.upos === 'VERB' || word.upos === 'AUX'
  if (!isVerb && !children.some(c => relation(c) === 'cop')) return null
  if (children.some(c => relation(c) === 'aux' && FUTURE_AUXILIARIES.has(c.lower)))
    return children.some(c => relation(c) === 'aux' && c.lower === 'have') ? -1 : 1
  const participle = feature(word, 'VerbForm') === 'Part' || feature(word, 'VerbForm') === 'Ger'
  if (until && children.some(c => relation(c) === 'aux' && c.lower === 'had')) return -1
  if (until && SETTING.has(word.lemma)) return 1
  if (AHEAD.has(word.lemma) && (until || participle || !isPast(word, children))) return 1
  if (children.some(c => relation(c) === 'mark' && c.lower === 'to')) return infinitiveTense(words, word)
  if (isPast(word, children)) return -1
  const present = children.some(c => relation(c) === 'aux' || relation(c) === 'cop') || feature(word, 'Tense') === 'Pres'
  return present && feature(word, 'VerbForm') === 'Fin' && !TELLING.has(word.lemma) ? 1 : null
}

/** A predicate with more dependents than this is a list or a broken tree; its auxiliaries are among the first. */
const MOST_CHILDREN = 64

/** Past by its own form or by its auxiliaries; a participle without any ("troops sent on Friday") is past too. */
function isPast(word: Word, children: readonly Word[]): boolean {
  const helpers = children.filter(c => relation(c) === 'aux' || relation(c) === 'cop')
  if (helpers.length === 0) return feature(word, 'Tense') === 'Past'
  return helpers.some(c => feature(c, 'Tense') === 'Past' || c.lemma === 'have')
}

/** An infinitive lies ahead after words of planning and as an attribute ("a deal to be signed"); else what stands over it decides. */
function infinitiveTense(words: readonly Word[], word: Word): 1 | null {
  const above = words[word.head]
  if (!above || relation(word) === 'acl') return 1
  return AHEAD.has(above.lemma) || COMING.has(above.lemma) || above.upos === 'ADJ' ? 1 : null
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
