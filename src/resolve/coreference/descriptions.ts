import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import type { EntityKind } from '../../record/entity.ts'
import { foldName } from '../../util/fold.ts'
import type { Chains, Node } from './chains.ts'
import { compatible, sameKind } from './names.ts'

/** How far back a description looks for what it repeats, in sentences, and in mentions (so that time stays linear). */
const SENTENCES_BACK = 12
const MENTIONS_BACK = 150

/** For how many sentences the noun alone tells who was brought in with it. */
const INTRODUCED = 4

/**
 * Ties descriptions to what they point back to: the same words again ("Kurdish officials … the officials"), a body named by such a
 * noun ("Norwegian Refugee Council … the council"), or the one candidate of the kind that the noun stands for ("the country").
 */
export function joinDescriptions(chains: Chains, words: readonly Word[], language: Language): void {
  const { mentions } = language
  const same = new Map<string, number>()
  for (const node of chains.nodes) {
    if (node.mention.as !== 'description' || node.mention.rule === 'mentions/title-and-name') continue
    const lemma = node.head.lemma.toLowerCase()
    const modifiers = modifiersOf(words, node, language)
    const key = `${modifiers} ${lemma}`.trim()
    const definite = isDefinite(words, node, language)
    const bare = key === lemma
    if (chains.at(node.index).members.length === 1) {
      const pointsBack = definite && bare && mentions.anaphors.has(lemma)
      const kind = () => (definite ? byKind(chains, node, mentions.anaphors.get(lemma), modifiers, words, language) : null)
      const again =
        !hasNumber(words, node) && (definite || !bare || node.mention.number === 'plur')
          ? same.get(`${node.mention.number} ${key}`)
          : undefined
      const repeated =
        again !== undefined && near(node, chains.nodes[again] as Node)
          ? { node: chains.nodes[again] as Node, rule: 'coreference/same-words' }
          : null
      const found = pointsBack
        ? (introduced(chains, node, lemma, words) ?? headMatch(chains, node, lemma, bare, true, language) ?? kind() ?? repeated)
        : (repeated ?? (definite ? (headMatch(chains, node, lemma, bare, false, language) ?? kind()) : null))
      if (found) chains.join(node.index, found.node.index, found.rule)
    }
    same.set(`${node.mention.number} ${key}`, node.index)
  }
}

function near(node: Node, earlier: Node): boolean {
  return node.head.sentence - earlier.head.sentence <= SENTENCES_BACK * 2
}

/** "the officials" after "Kurdish officials", "the council" after "Norwegian Refugee Council". */
function headMatch(
  chains: Chains,
  node: Node,
  lemma: string,
  bare: boolean,
  named: boolean,
  language: Language,
): { node: Node; rule: string } | null {
  if (!bare) return null
  for (const earlier of back(chains, node)) {
    const { mention, head } = earlier
    if (!named && mention.as === 'description' && head.lemma.toLowerCase() === lemma && compatible(node, earlier))
      return { node: earlier, rule: 'coreference/same-noun' }
    if (
      mention.as === 'name' &&
      mention.kind !== 'person' &&
      mention.end - mention.first > 1 &&
      earlier.key.split(' ').includes(lemma) &&
      node.mention.number !== 'plur' &&
      !isRival(earlier, lemma, language)
    )
      return { node: earlier, rule: 'coreference/noun-of-name' }
  }
  return null
}

/** "The official" right after "a Turkish official" is that one, whoever else is named: a person brought in without a name has no other word. */
function introduced(chains: Chains, node: Node, lemma: string, words: readonly Word[]): { node: Node; rule: string } | null {
  if (node.mention.kind !== 'person' || node.mention.number === 'plur') return null
  for (const earlier of back(chains, node, INTRODUCED)) {
    const { mention, head } = earlier
    if (mention.as !== 'description' || head.lemma.toLowerCase() !== lemma || !compatible(node, earlier)) continue
    if (head.children.some(c => (words[c] as Word).feats.includes('Definite=Ind'))) return { node: earlier, rule: 'coreference/same-noun' }
  }
  return null
}

/** "The army" is a state's: not the "Liberation Army" that fights it. A state's own is listed as such or named after its country. */
function isRival({ text }: Node, lemma: string, { agents, actors, demonyms, countries }: Language): boolean {
  if (agents.of(lemma, 'sing')?.sector !== 'MIL') return false
  const listed = actors.find(text)
  if (listed.length > 0) return !listed.some(a => a.sector === 'MIL')
  if (agents.of(text.toLowerCase(), 'sing')?.kind === 'armed-group') return true
  return !text.split(' ').some(word => demonyms.of(word) || countries.of(word))
}

/** "the country", "the aid organization": the nearest, then most mentioned, named entity of the kind. Modifiers must not speak against it. */
function byKind(
  chains: Chains,
  node: Node,
  kinds: readonly EntityKind[] | undefined,
  modifiers: string,
  words: readonly Word[],
  language: Language,
): { node: Node; rule: string } | null {
  if (!kinds || node.mention.number === 'plur' || node.head.children.some(c => c > node.mention.head && c < node.mention.end)) return null
  if (modifiers && language.demonyms.of(modifiers.split(' ')[0] ?? '')) return null
  const scores = new Map<number, { score: number; node: Node }>()
  for (const earlier of back(chains, node)) {
    if (
      earlier.mention.as !== 'name' ||
      !kinds.some(
        k => k === earlier.mention.kind || (k !== 'person' && k !== 'country' && k !== 'place' && sameKind(k, earlier.mention.kind)),
      )
    )
      continue
    if ((earlier.mention.kind === 'person' && modifiers) || isOfOtherSort(kinds, earlier, language)) continue
    if (isCredit(words, earlier) || isNamedOtherwise(node, earlier, language)) continue
    const chain = chains.of(earlier.index)
    const distance = node.head.sentence - earlier.head.sentence
    const score =
      (distance === 0 ? 3 : distance === 1 ? 3 : 2 / distance) + (subject(earlier) && distance > 0 ? 1 : 0) + (scores.size === 0 ? 1 : 0)
    const known = scores.get(chain)
    if (known) known.score += score * 0.7
    else scores.set(chain, { score, node: earlier })
  }
  const best = [...scores.values()].sort((a, b) => b.score - a.score || b.node.index - a.node.index)
  if (!best[0]) return null
  if (best[1] && best[1].score > best[0].score * 0.9) return null
  return { node: best[0].node, rule: 'coreference/noun-of-kind' }
}

/** The agency in the brackets of a dateline is nobody that the report is about. */
function isCredit(words: readonly Word[], { mention, head }: Node): boolean {
  return head.sentence === words[0]?.sentence && words[mention.first - 1]?.form === '(' && words[mention.end]?.form === ')'
}

/** A ministry, a court, a party is called so by its name; an acronym may hide the noun. */
function isNamedOtherwise(node: Node, { text, key }: Node, language: Language): boolean {
  const lemma = node.head.lemma.toLowerCase()
  return language.mentions.selfNamed.has(lemma) && !key.split(' ').includes(lemma) && !/^\p{Lu}{2,}$/u.test(text)
}

const BODIES_OF_STATES = new Set(['UNO', 'IGO', 'GOV'])

/** "The movement" is no body of states, "the regime" no band of fighters: what the list of actors knows of a name speaks against a noun. */
function isOfOtherSort(kinds: readonly EntityKind[], { mention, text }: Node, language: Language): boolean {
  if (mention.kind !== 'organization') return false
  const listed = language.actors.find(text)
  if (kinds.every(k => k === 'government')) return !listed.some(a => a.kind === 'government' || a.sector === 'GOV')
  if (!kinds.includes('armed-group') || listed.length === 0 || listed.some(a => a.kind === 'armed-group')) return false
  return !kinds.includes('organization') || listed.some(a => BODIES_OF_STATES.has(a.sector ?? ''))
}

/** Was the mention a subject? */
export function subject(node: Node): boolean {
  return /^nsubj/.test(node.head.deprel)
}

/** Earlier nodes that lie near enough, latest first. */
export function back(chains: Chains, node: Node, sentences = SENTENCES_BACK): Node[] {
  const out: Node[] = []
  for (let i = node.index - 1; i >= 0 && node.index - i <= MENTIONS_BACK; i--) {
    const earlier = chains.nodes[i] as Node
    if (node.head.sentence - earlier.head.sentence > sentences) break
    if (earlier.mention.end <= node.mention.first || earlier.mention.first >= node.mention.end) out.push(earlier)
  }
  return out
}

function isDefinite(words: readonly Word[], node: Node, language: Language): boolean {
  return node.head.children.some(c => language.mentions.definite.has((words[c] as Word).lower))
}

function hasNumber(words: readonly Word[], node: Node): boolean {
  return node.head.children.some(c => (words[c] as Word).upos === 'NUM')
}

/** Folded words in front of the head, without determiners. */
function modifiersOf(words: readonly Word[], node: Node, language: Language): string {
  const front: string[] = []
  for (let i = node.mention.first; i < node.mention.head; i++) {
    const { lower, upos, form } = words[i] as Word
    if (upos !== 'PUNCT' && !language.mentions.determiners.has(lower)) front.push(form)
  }
  return front.length === 0 ? '' : foldName(front.join(' '))
}
