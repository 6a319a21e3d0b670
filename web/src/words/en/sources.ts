/** The pages of sources and rules. */
export const sources = {
  publisher: 'Publisher',
  reports: 'Reports',
  own: 'Own and repeated',
  ownOf: (own: number, copies: number) => `${own} own, ${copies} that repeat others`,
  first: 'First',
  last: 'Last',
}

export const rules = {
  says: 'Every record names the rules that made it. Precision is what analysts decided in this library, with the count.',
  rule: 'Rule',
  saysWhat: 'What it says',
  right: 'Right so far',
  between: (low: string, high: string) => `between ${low} and ${high} (95 %)`,
}
