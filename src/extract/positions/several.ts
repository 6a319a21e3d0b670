import type { Language } from '../../document/language.ts'
import type { Mention, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import type { Span } from '../../record/span.ts'

/** Whose office it is, and the words that say so. */
export interface Owner {
  readonly entity: string
  readonly span: Span
  readonly rule: string
}

/** Words that may stand between an office and the names of those who hold it. */
const REACH = 12

/**
 * Who holds an office told in the plural: the names that stand one by one behind it ("ministers Ama Mensah and Kofi Boateng") or behind
 * its complement ("the foreign ministers of Benin and Togo, Ama Mensah and Kofi Boateng"). As many owners as holders are theirs in order.
 */
export function holdersOf(
  words: readonly Word[],
  office: Word,
  behind: number,
  index: MentionIndex,
  language: Language,
): { readonly holder: string; readonly of?: Owner }[] {
  const owners: Mention[] = []
  let at = behind
  for (; at < behind + REACH; at++) {
    const word = words[at]
    if (!word || word.sentence !== office.sentence || word.upos === 'VERB' || word.upos === 'AUX' || /^[;:.!?]$/.test(word.form)) return []
    const name = index.nameAt(at)
    if (name?.kind === 'person') break
    if (!name) continue
    owners.push(name)
    at = name.end - 1
  }
  if (!introduces(words[at - 1], at, behind, language)) return []
  const holders = namesFrom(words, at, index)
  if (holders.length < 2) return []
  return holders.flatMap(({ entity }, n) => {
    const owner = owners.length === holders.length ? owners[n] : undefined
    if (!entity) return []
    return [{ holder: entity, ...(owner?.entity && { of: { entity: owner.entity, span: owner.span, rule: 'positions/several' } }) }]
  })
}

/** Names stand right behind the office, behind a comma, or behind a rank that is no word of the complement. */
function introduces(before: Word | undefined, at: number, behind: number, language: Language): boolean {
  if (at === behind || before?.form === ',') return true
  return at === behind + 1 && before?.upos === 'PROPN' && !language.mentions.genitives.has(before.lower)
}

/** Names of people one by one from here on: "A, B and C". */
function namesFrom(words: readonly Word[], from: number, index: MentionIndex): Mention[] {
  const out: Mention[] = []
  let at = from
  for (;;) {
    const name = index.nameAt(at)
    if (name?.kind !== 'person') return out
    out.push(name)
    at = name.end
    if (words[at]?.form === ',') at++
    if (words[at]?.upos === 'CCONJ') at++
    if (at === name.end) return out
  }
}
