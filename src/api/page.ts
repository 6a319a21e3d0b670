import { z } from '@hono/zod-openapi'
import { lastReportNumber } from '../store/arrivals.ts'
import type { Database } from '../store/database.ts'
import { GriotError } from '../util/error.ts'

const USUAL = 50
const MOST = 500

/** What every list is asked with beside its filters. */
export const pageQuery = {
  cursor: z.string().max(100).optional().describe('the "next" of the page before'),
  limit: z.coerce.number().int().min(1).max(MOST).default(USUAL).describe(`how many items, ${MOST} at the most`),
}

/** Which part of a list is asked for. */
export interface Page {
  readonly skip: number
  readonly limit: number
  /** One more than the limit: whether there is a next page shows in the answer. */
  readonly most: number
  /** Number of the last report that was there when the list was begun: what comes in meanwhile moves nothing. */
  readonly upTo: number
}

/** Understands a cursor. */
export function openPage(db: Database, { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number }): Page {
  const [skip, upTo] = cursor === undefined ? [0, lastReportNumber(db)] : parseCursor(cursor)
  return { skip, limit, most: limit + 1, upTo }
}

/** The filter that keeps a list as it was when it was begun; nothing where nothing came since. */
export function arrivedBy(db: Database, { upTo }: Page): { readonly arrived?: { readonly upTo: number } } {
  return upTo < lastReportNumber(db) ? { arrived: { upTo } } : {}
}

/** A page of a list, made of one item more than it holds where there are more. */
export function toPage<T>(
  found: readonly T[],
  total: number,
  { skip, limit, upTo }: Page,
): { items: T[]; total: number; next: string | null } {
  const items = found.slice(0, limit)
  const next = found.length > limit ? formatCursor([skip + limit, upTo]) : null
  return { items, total, next }
}

/** The shape of a page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item).readonly(),
    total: z.number().int().describe('how many there are on all pages; long lists are counted up to 10,000'),
    next: z.string().nullable().describe('cursor of the next page; null on the last'),
  })
}

function formatCursor(numbers: readonly [skip: number, upTo: number]): string {
  return Buffer.from(numbers.join('.')).toString('base64url')
}

function parseCursor(cursor: string): readonly [skip: number, upTo: number] {
  const [, skip, upTo] = /^(\d{1,9})\.(\d{1,12})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (skip === undefined || upTo === undefined)
    throw new GriotError('bad-cursor', `"${cursor}" is no cursor`, { hint: 'Take the "next" of a page as it is, or begin without one' })
  return [Number(skip), Number(upTo)]
}
