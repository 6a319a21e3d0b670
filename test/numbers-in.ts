const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const SCALES: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9 }

/** Every number that a text says, in digits or words. */
function numbersIn(text: string): Set<number> {
  const found = new Set<number>()
  for (const [, digits = '', scale = ''] of text.matchAll(/(\d[\d,]*(?:\.\d+)?)(?:\s+(million|billion))?/gi)) {
    const number = Number(digits.replaceAll(',', ''))
    found.add(number)
    if (scale) found.add(number * (SCALES[scale.toLowerCase()] ?? 1))
  }
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (WORDS.includes(word)) found.add(WORDS.indexOf(word))
    if (TENS.includes(word)) found.add(TENS.indexOf(word) * 10)
  }
  return found
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
