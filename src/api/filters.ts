import { z } from '@hono/zod-openapi'
import type { Wanted } from '../library/asking/wanted.ts'
import { EVENT_STATUSES } from '../record/event.ts'
import { MEASURES } from '../record/figure.ts'
import { POSITION_STATUSES } from '../record/position.ts'
import { SPEECH_ACTS } from '../record/statement.ts'
import { EVENT_TYPES } from '../record/vocab/plover.ts'
import { parseDay } from '../util/calendar.ts'
import { present } from '../util/present.ts'

/** A day such as 2024-03-05. */
export const day = z.string().refine(text => parseDay(text) !== null, 'a day is written as 2024-03-05')

/** One value or several: `?type=AID&type=ASSAULT`. */
function several<T extends z.ZodType<string>>(item: T) {
  return z.union([item, z.array(item)])
}

const word = z.string().max(400)

/** Filters of everything that reports tell. */
export const reportFilters = {
  words: word.optional().describe('words that the report must have; "in quotes" side by side'),
  publisher: several(word).optional(),
  language: several(z.string().max(8)).optional().describe('ISO 639-1'),
  asKnownOn: day.optional().describe('only what had been published by the end of this day'),
  from: day.optional().describe('on this day or later'),
  to: day.optional().describe('on this day or earlier'),
}

/** Filters of records. */
export const recordFilters = {
  ...reportFilters,
  place: word.optional().describe('a country or its code, a division, a town'),
  actor: word.optional().describe('who has a part in it: a name or a key'),
  saidBy: word.optional().describe('who says it or counts it'),
  type: several(z.enum(EVENT_TYPES)).optional().describe('PLOVER types of events'),
  measure: several(z.enum(MEASURES)).optional().describe('what figures count'),
  status: several(z.enum([...new Set([...EVENT_STATUSES, ...POSITION_STATUSES])])).optional(),
  act: several(z.enum(SPEECH_ACTS)).optional().describe('what is done by saying it'),
}

/** Filters as a query has them → what is wanted. */
type Filters = { readonly [Key in keyof typeof recordFilters]?: z.output<(typeof recordFilters)[Key]> }

export function toWanted({
  words,
  place,
  actor,
  saidBy,
  from,
  to,
  asKnownOn,
  publisher,
  language,
  type,
  measure,
  status,
  act,
}: Filters): Wanted {
  const all: { readonly [Key in keyof Wanted]: Wanted[Key] | undefined } = {
    ...{ words: words?.trim() === '' ? undefined : words, place, actor, saidBy, from, to, asKnownOn },
    publishers: listOf(publisher),
    languages: listOf(language),
    types: listOf(type),
    measures: listOf(measure),
    statuses: listOf(status),
    acts: listOf(act),
  }
  return present(all)
}

function listOf<T extends string>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : typeof value === 'string' ? [value] : value
}
