import { FILTERS, type Filters } from './use-filters.ts'

/** How the server keeps filters that can have several values. */
const LISTS: Readonly<Record<string, string>> = {
  type: 'types',
  measure: 'measures',
  status: 'statuses',
  act: 'acts',
  publisher: 'publishers',
  language: 'languages',
}

/** The filters of a kept search as the address of a page has them: of several values the first. */
export function filtersOf(wanted: Readonly<Record<string, unknown>>): Filters {
  return Object.fromEntries(
    FILTERS.flatMap(name => {
      const [value] = [wanted[LISTS[name] ?? name]].flat()
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  ) as Filters
}
