import type { ReadingRecord } from '../../record/reading.ts'
import type { WeighWord } from '../../resource/word-weights.ts'
import { foldName } from '../../util/fold.ts'
import { hashText, mixHash } from '../../util/hash.ts'
import type { Word } from '../../util/split-words.ts'
import type { TellingPerson } from '../sketch.ts'

/** Natural units of information below which a first and a last name together are no rarer than a common word, and above which they are as rare as can be. */
const COMMON = 6
const RARE = 14

/** Who speaks for a state has a part in many stories: the name counts for so much of that of somebody who does not. */
const IN_OFFICE = 0.5
const OFFICES: ReadonlySet<string> = new Set(['GOV', 'LEG', 'JUD', 'MIL', 'COP', 'SPY', 'ELI', 'IGO', 'UNO'])

/** People with a first and a last name, those mentioned most first, and how rare the two are: 0 for a name that stands everywhere, 1 for one seen hardly ever. */
export function peopleOf({ entities }: Pick<ReadingRecord, 'entities'>, weigh: WeighWord): TellingPerson[] {
  const names = new Map<string, TellingPerson>()
  for (const { kind, name, mentions, sector } of entities) {
    const parts = kind === 'person' && mentions.some(mention => mention.as === 'name') ? foldName(name).split(' ') : []
    if (parts.length < 2) continue
    const [first, last] = [parts[0] as string, parts.at(-1) as string]
    const told = weigh(hashText(first)) + weigh(hashText(last))
    const share = sector !== null && OFFICES.has(sector) ? IN_OFFICE : 1
    const rarity = Math.round(100 * share * Math.min(1, Math.max(0, (told - COMMON) / (RARE - COMMON)))) / 100
    const key = `${first} ${last}`
    names.set(key, { name: key, mentions: mentions.length + (names.get(key)?.mentions ?? 0), rarity })
  }
  return [...names.values()].sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
}

/** Numbers below 100 that begin a compound ("17-year-old") or stand between commas behind a name ("Julian Sims, 20, is"). */
export function agesOf(text: string): number[] {
  const ages = new Set<number>()
  for (const match of text.matchAll(/(?<![\p{L}\p{N}.,])([1-9]\d?)-\p{L}+-\p{L}|\p{L}, ([1-9]\d?),(?!\d)/gu))
    ages.add(Number(match[1] ?? match[2]))
  return [...ages].sort((a, b) => a - b)
}

/** Weight from which a word may be the name of a street. */
const STREET = 5
/** Words behind a house number among which the street's name is sought. */
const REACH = 4

/** Numbers of three to five digits, each with the rarer words right behind it: "13500 block of Cerise Avenue". */
export function addressesOf(text: string, words: readonly Word[], weigh: WeighWord): number[] {
  const found = new Set<number>()
  for (const [i, { start, end, hash }] of words.entries()) {
    if (end - start < 3 || end - start > 5 || !/^\d+$/.test(text.slice(start, end))) continue
    for (const word of words.slice(i + 1, i + 1 + REACH))
      if (word.capital && weigh(word.hash) > STREET) found.add(mixHash(hash ^ mixHash(word.hash)))
  }
  return [...found].sort((a, b) => a - b)
}
