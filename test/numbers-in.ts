const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }
const VALUES: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, i) => [word, i] as const),
  ...TENS.split(' ').map((word, i) => [word, (i + 2) * 10] as const),
])

/** Every number that a text says, in digits or words, and the parts it is said with. */
export function numbersIn(text: string): Set<number> {
  const found = new Set<number>()
  for (const [, digits = '', scale = ''] of text.matchAll(/(\d[\d,]*(?:\.\d+)?)(?:[\s-]+(hundred|thousand|million|billion))?/gi)) {
    const number = Number(digits.replaceAll(',', ''))
    found.add(number)
    if (scale) found.add(number * (SCALES[scale.toLowerCase()] ?? 1))
  }
  let said = new Words(found)
  for (const [word, space = ''] of text.toLowerCase().matchAll(/[a-z]+([\s-]*)/g)) {
    if (!said.take(word.trim().replace('-', ''))) said = new Words(found)
    if (space === '') said = new Words(found)
  }
  return found
}

/** A number as it is spelt out: "a million", "two hundred and fifty thousand". */
class Words {
  readonly #found: Set<number>
  #whole = 0
  #part: number | null = null

  constructor(found: Set<number>) {
    this.#found = found
  }

  /** False where the word belongs to no number; "and" and "a" begin or go on with one. */
  take(word: string): boolean {
    const [value, scale] = [VALUES.get(word), SCALES[word]]
    if (word === 'and') return this.#part !== null || this.#whole > 0
    if (word === 'a') {
      const isFirst = this.#part === null && this.#whole === 0
      if (isFirst) this.#part = 1
      return isFirst
    }
    if (value !== undefined) this.#part = (this.#part ?? 0) + value
    else if (scale === undefined || this.#part === null) return false
    else if (scale === 100) this.#part *= scale
    else {
      this.#whole += this.#part * scale
      this.#part = null
    }
    if (value !== undefined) this.#found.add(value)
    this.#found.add(this.#whole + (this.#part ?? 0))
    return true
  }
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
/** Days are resolved from words such as "on Saturday"; they are no numbers of the reports. */
const DAYS = new RegExp(`(?:(?:\\d{1,2}(?:er)?(?:–\\d{1,2})? )?(?:${MONTHS}|${MOIS}) \\d{4})|(?:\\d{1,2} (?:${MONTHS}|${MOIS}))`, 'gi')

/** Numbers of a sentence that stand in none of the words that it rests on. */
export function untraced({ text, evidence }: { text: string; evidence: readonly { quote: string; title: string | null }[] }): number[] {
  const said = new Set(
    evidence.flatMap(({ quote, title }) => [...numbersIn(quote), ...(text.includes(title ?? '\n') ? numbersIn(title ?? '') : [])]),
  )
  const plain = text.replace(DAYS, '').replace(/(?<=\d)\u202f(?=\d)/g, ',')
  return [...numbersIn(plain)].filter(number => !said.has(number))
}
