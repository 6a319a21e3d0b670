import { keepPreviousData, type QueryKey, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getSettings } from '../settings.ts'
import { type ApiProblem, toProblem } from './problem.ts'

/** Filters and other arguments of a question; what is empty is not asked. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

/** The address of a question. */
export function urlOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== null && each !== undefined && each !== '') params.append(name, String(each))
  const asked = params.toString()
  return `/api/${path}${asked && `?${asked}`}`
}

/** Asks the server. Throws ApiProblem where it refuses. */
export async function ask<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const response = await fetch(urlOf(path, query), { ...(signal && { signal }) })
  if (!response.ok) throw await toProblem(response)
  return (await response.json()) as T
}

const token = document.querySelector<HTMLMetaElement>('meta[name="griot-token"]')?.content ?? ''

/** Who sends it, where he gave his name; else the server says. */
function signature(): Readonly<Record<string, string>> {
  const { reviewer } = getSettings()
  return reviewer.trim() === '' ? {} : { 'x-griot-by': encodeURIComponent(reviewer.trim()) }
}

/** Sends something to be kept. Throws ApiProblem where the server refuses. */
export async function send<T>(path: string, body: unknown, method: 'POST' | 'DELETE' = 'POST'): Promise<T> {
  const isForm = body instanceof FormData
  const response = await fetch(`/api/${path}`, {
    method,
    headers: { 'x-griot-token': token, ...signature(), ...(!isForm && { 'content-type': 'application/json' }) },
    body: isForm ? body : JSON.stringify(body),
  })
  if (!response.ok) throw await toProblem(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** A question whose answer is kept as long as it is asked with the same arguments; the one before is shown until the next is there. */
export function useAnswer<T>(path: string | null, query: Query = {}): UseQueryResult<T, ApiProblem> {
  return useQuery<T, ApiProblem>({
    queryKey: keyOf(path ?? '', query),
    queryFn: ({ signal }) => ask<T>(path ?? '', query, signal),
    enabled: path !== null,
    placeholderData: keepPreviousData,
  })
}

/** The answers of a path begin with it in the cache. */
function keyOf(path: string, query: Query = {}): QueryKey {
  return [path, query]
}

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: string | null
}

/** A list that grows by pages. */
export function useList<T>(path: string, query: Query = {}, limit = 50) {
  const { data, ...rest } = useInfiniteQuery<Page<T>, ApiProblem>({
    queryKey: ['list', path, query, limit],
    queryFn: ({ pageParam, signal }) => ask<Page<T>>(path, { ...query, limit, cursor: pageParam as string | null }, signal),
    initialPageParam: null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })
  return { ...rest, items: data?.pages.flatMap(page => page.items) ?? null, total: data?.pages[0]?.total ?? 0 }
}
