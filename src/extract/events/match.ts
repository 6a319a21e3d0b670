import type { Condition, EventFrame, TriggerPos } from '../../document/answers/events.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import type { Parties } from './parties.ts'
import type { Grammar } from './slots.ts'

/** The sense that a word has here, or null: the first of its frames whose conditions all hold. */
export function matchFrame(grammar: Grammar, parties: Parties, index: number): EventFrame | null {
  const { words, answers } = grammar
  const word = words[index]
  const pos = grammar.posOf(index)
  if (!word || pos === null) return null
  const modifies = relation(word) === 'amod' || pos === 'adj'
  const verb = modifies ? answers.forms.get(word.lower) : undefined
  const as = verb === undefined ? pos : 'verb'
  const lemma = verb ?? frameLemma(grammar, word, as)
  // A participle in front of a noun tells an event only with its doer ("US-backed"), or where it can mean nothing else.
  if (modifies && as === 'verb' && !answers.attributive.has(lemma) && grammar.fillers(index, 'subj').length === 0) return null
  const particles = as === 'verb' ? particlesOf(grammar, index) : []
  for (const particle of particles) {
    const frame = firstOf(answers.frames.get(`${lemma} ${particle}`), as, grammar, parties, index)
    if (frame) return frame
  }
  return firstOf(answers.frames.get(lemma), as, grammar, parties, index)
}

/** The first of some frames whose conditions all hold of a word. */
function firstOf(
  frames: readonly EventFrame[] | undefined,
  pos: TriggerPos,
  grammar: Grammar,
  parties: Parties,
  index: number,
): EventFrame | null {
  for (const frame of frames ?? []) {
    if (frame.pos !== pos) continue
    let all = true
    for (let c = 0; c < frame.when.length && all; c++) all = holds(grammar, parties, index, frame.when[c] as Condition, frame.type === null)
    if (all) return frame
  }
  return null
}

/** The lemma that the lists know a word by. */
function frameLemma({ answers }: Grammar, word: Word, pos: TriggerPos): string {
  if (answers.frames.get(word.lemma)?.some(f => f.pos === pos)) return word.lemma
  return pos === 'verb' ? (answers.forms.get(word.lower) ?? word.lemma) : word.lower
}

function particlesOf({ words, answers }: Grammar, verb: number): string[] {
  const out: string[] = []
  const next = words[verb + 1]
  for (const c of words[verb]?.children ?? []) {
    const child = words[c]
    if (!child || out.length > 2) continue
    if (child.deprel === 'compound:prt') out.unshift(child.lower)
    else if ((child.deprel === 'advmod' || child.deprel === 'xcomp') && answers.particles.has(child.lower)) out.push(child.lower)
    // "called on Mali": the preposition may be listed as a particle.
    else if (relation(child) === 'obl' && child.index > verb)
      for (const k of child.children) if (words[k]?.deprel === 'case' && k === verb + 1) out.push((words[k] as { lower: string }).lower)
  }
  // "Handed over 700 kg": the particle may have been hung on what follows.
  if (next && next.head !== verb && next.head > verb && answers.particles.has(next.lower)) out.push(next.lower)
  return out
}

function holds(grammar: Grammar, parties: Parties, index: number, condition: Condition, alone: boolean): boolean {
  for (const slot of condition.slots)
    for (const head of grammar.fillers(index, slot)) if (fits(grammar, parties, head, condition, alone)) return !condition.not
  return condition.not
}

function fits({ words, answers }: Grammar, parties: Parties, head: number, { lemmas, kinds }: Condition, alone: boolean): boolean {
  if (lemmas.size === 0 && kinds.length === 0) return true
  const one = (i: number) => {
    const word = words[i]
    if (!word) return false
    // A trade war is no war: a noun in a sense that is turned down belongs to no class.
    if (lemmas.has(word.lemma) || lemmas.has(word.lower)) return alone || !parties.isTurnedDown(i)
    // "Arrested 17", "rescued 104": a number alone is of people.
    if (word.upos === 'NUM' && lemmas.has(answers.people) && isAlone(words, i)) return true
    // "Blocked Uhuru Highway": the last word of a name may say what it is.
    if (word.upos === 'PROPN' && childrenBy(words, i, 'flat').some(c => lemmas.has(c.lower))) return true
    return kinds.some(k => parties.is(i, k))
  }
  // A sense is turned down by the head only: "killed 23 people and himself" is no suicide.
  if (alone) return one(head)
  const group = [head, ...childrenBy(words, head, 'conj').map(c => c.index)].slice(0, 8)
  // "Tons of food", "dozens of soldiers": what is counted decides.
  return group.some(i => one(i) || countedBy(words, answers, i).some(one))
}

/** What a noun of number or quantity counts, through several of them: "tens of thousands of Georgians". */
function countedBy(words: readonly Word[], answers: Grammar['answers'], head: number): number[] {
  const out: number[] = []
  let level = [head]
  while (level.length > 0 && out.length < 8) {
    level = level.flatMap(i =>
      answers.partitives.has(words[i]?.lemma ?? '') || words[i]?.upos === 'NUM' ? childrenBy(words, i, 'nmod').map(n => n.index) : [],
    )
    out.push(...level)
  }
  return out
}

/** A number that neither counts nor measures anything behind it, unless it is "42 of them". */
function isAlone(words: readonly Word[], index: number): boolean {
  const word = words[index] as Word
  return word.children.every(c => c < index || words[c]?.upos === 'PRON') && words[word.head]?.upos === 'VERB'
}
