/** The page of what was found. */
export const search = {
  titleOf: (words: string) => `“${words}”`,
  found: (n: number, isMore: boolean) => (isMore ? `more than ${n} reports` : n === 1 ? '1 report' : `${n} reports`),
  nothing: 'No report has all of this.',
  nothingSays: 'Use fewer words, or take a filter away.',
  publishers: 'Publishers',
  countries: 'Countries',
  types: 'Events',
  months: 'Months',
}
