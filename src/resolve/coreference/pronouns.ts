import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import { clauseHead, relation } from '../../document/tree.ts'
import type { Chains, Node } from './chains.ts'
import { back, subject } from './descriptions.ts'

/** What a mention inside a quotation loses for a pronoun outside. */
const INSIDE = 5

/** How far back a pronoun looks, in sentences. */
const REACH = { sing: 4, plur: 3 } as const

/**
 * Ties third-person pronouns, in reading order, to the candidate with the highest salience: recency, subjecthood, parallel role,
 * how often it was mentioned, whether it is a name (after Lappin and Leass 1994; weights set by hand).
 */
export function joinPronouns(chains: Chains, words: readonly Word[], language: Language, quoted: (position: number) => number): void {
  const genders = new Map<number, 'masc' | 'fem'>()
  const count = new Map<number, number>()
  for (const node of chains.nodes) {
    if (node.mention.as === 'pronoun' && node.mention.person === 3 && node.mention.rule !== 'mentions/relative') {
      const found = antecedent(chains, words, node, language, genders, count, quoted)
      if (found) chains.join(node.index, found.index, 'coreference/pronoun')
    }
    const chain = chains.of(node.index)
    count.set(chain, (count.get(chain) ?? 0) + 1)
    const gender = genderOf(words, node, language)
    if (gender) genders.set(chain, gender)
  }
}

/** What pronouns, courtesy titles and first names say. */
function genderOf(words: readonly Word[], node: Node, language: Language): 'masc' | 'fem' | null {
  const { gender, as, kind, first, end } = node.mention
  if (as === 'pronoun') return gender === 'masc' || gender === 'fem' ? gender : null
  if (kind !== 'person') return null
  for (let i = first; i < Math.min(end, first + 6); i++) {
    const known = language.mentions.genders.get((words[i] as Word).lower)
    if (known) return known
  }
  return null
}

function antecedent(
  chains: Chains,
  words: readonly Word[],
  node: Node,
  language: Language,
  genders: ReadonlyMap<number, 'masc' | 'fem'>,
  count: ReadonlyMap<number, number>,
  quoted: (position: number) => number,
): Node | null {
  const { number, gender } = node.mention
  const pronoun = language.mentions.pronouns.get(node.head.lower)
  const clause = clauseHead(words, node.mention.head)
  let best: Node | null = null
  let bestScore = 0
  for (const earlier of back(chains, node, REACH[number ?? 'sing'])) {
    const score = fits(earlier)
    if (score > bestScore) {
      best = earlier
      bestScore = score
    }
  }
  return best

  function fits(earlier: Node): number {
    const other = earlier.mention
    if (other.as === 'adjective' || (other.as === 'pronoun' && other.person !== 3)) return 0
    const chain = chains.of(earlier.index)
    const { kind, named } = chains.at(earlier.index)
    if (number === 'sing' && (gender === 'masc' || gender === 'fem')) {
      if (kind !== 'person' || other.number === 'plur') return 0
      const known = genders.get(chain)
      if (known && known !== gender) return 0
    } else if (number === 'sing') {
      if (kind === 'person' || kind === 'population' || other.number === 'plur') return 0
    } else if (number === 'plur') {
      const collective = kind === 'organization' || kind === 'government' || kind === 'armed-group'
      if (other.number === 'sing' && !collective) return 0
      if (kind === 'place' || kind === 'country') return 0
    }
    // A plain object pronoun cannot be the subject of its own clause ("he told him").
    if (
      !pronoun?.possessive &&
      !pronoun?.reflexive &&
      clauseHead(words, other.head) === clause &&
      !under(words, node.mention.head, other.head)
    )
      return 0
    if (under(words, node.mention.head, other.head) && !pronoun?.possessive) return 0
    // Words in a quotation and words outside it have different speakers.
    if (
      quoted(other.span[0]) !== quoted(node.mention.span[0]) &&
      quoted(node.mention.span[0]) >= 0 &&
      distance(earlier) === 0 &&
      subject(earlier) &&
      relation(node.head) === 'nsubj'
    )
      return 0
    const away = distance(earlier)
    let score = 10 - 3 * away
    if (subject(earlier)) score += 4
    if (relation(earlier.head) === relation(node.head)) score += 1
    if (/^(?:obl|nmod)/.test(earlier.head.deprel)) score -= 2
    if (named) score += 2
    if (kind === null) score -= 4
    if (number === 'plur') score += other.number === 'plur' ? 2 : -2
    if (kind === 'place' && number === 'sing') score -= 3
    // Whom a quotation names is told of there; outside it "he added" goes on with the one who speaks.
    if (quoted(other.span[0]) >= 0 && quoted(node.mention.span[0]) < 0) score -= INSIDE
    score += Math.min(3, (count.get(chain) ?? 1) * 0.5)
    if (gender !== 'neut' && genders.get(chain) === gender) score += 2
    return score
  }

  function distance(earlier: Node): number {
    return node.head.sentence - earlier.head.sentence
  }
}

function under(words: readonly Word[], index: number, above: number): boolean {
  for (let i = index, n = 0; i >= 0 && n < 60; i = words[i]?.head ?? -1, n++) if (i === above) return true
  return false
}
