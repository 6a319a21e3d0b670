import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'

/** Filters that can stand in the address of a page, as the server calls them. */
export const FILTERS = [
  'words',
  'place',
  'actor',
  'saidBy',
  'from',
  'to',
  'type',
  'measure',
  'act',
  'status',
  'publisher',
  'language',
  'asKnownOn',
] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Partial<Readonly<Record<FilterName, string>>>

/** What a part that changes the filters of a page is given. */
export interface FiltersProps {
  /** Those that the page has. */
  readonly names: readonly FilterName[]
  readonly filters: Filters
  readonly onChange: (changes: Filters) => void
}

/** The filters in the address of the page, and how to change them. Going back goes to those before. */
export function useFilters(names: readonly FilterName[]): { readonly filters: Filters; readonly change: (changes: Filters) => void } {
  const [params, setParams] = useSearchParams()
  const shape = names.join(' ')
  const filters = useMemo(
    () =>
      Object.fromEntries(
        shape.split(' ').flatMap(name => {
          const value = params.get(name)
          return value ? [[name, value]] : []
        }),
      ) as Filters,
    [params, shape],
  )
  const change = useCallback(
    (changes: Filters) =>
      setParams(before => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      }),
    [setParams],
  )
  return { filters, change }
}
