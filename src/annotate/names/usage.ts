/**
 * How a word is used in raw text, in 12 bits, so that it fits beside the lists that the word is on: how often each kind of name takes it in,
 * how many times it was seen, and whether it begins the names of people. 0 is a word that was not seen.
 *   bits 0-1 people, 2-3 places, 4-5 organisations, 6-7 others and no name at all, 8-9 times seen, 10-11 first of several words in a person's name
 */
export interface Uses {
  /** In names of people: the first of several words, any other. */
  first: number
  last: number
  places: number
  organisations: number
  /** In other names, and with a capital but in no name. */
  others: number
}

/** The code of the uses of a word. */
export function packUses({ first, last, places, organisations, others }: Uses): number {
  const people = first + last
  const all = people + places + organisations + others
  const share = levelOf(people / all)
  const shares = share | (levelOf(places / all) << 2) | (levelOf(organisations / all) << 4) | (levelOf(others / all) << 6)
  const seen = all < 4 ? 0 : all < 16 ? 1 : all < 64 ? 2 : 3
  return shares | (seen << 8) | (share === 0 ? 0 : levelOf(first / people) << 10)
}

function levelOf(share: number): number {
  return share < 0.05 ? 0 : share < 0.3 ? 1 : share < 0.7 ? 2 : 3
}

/** The four shares alone: people in the lowest two bits, then places, organisations, the rest. */
export function sharesOf(code: number): number {
  return code & 255
}
