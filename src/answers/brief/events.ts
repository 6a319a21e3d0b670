import { scaleOf } from '../../record/vocab/plover.ts'
import { partiesOf } from '../../store/about.ts'
import type { Database } from '../../store/database.ts'
import { foldName } from '../../util/fold.ts'
import { pushTo } from '../../util/group.ts'

import type { Happening } from '../happenings.ts'
import { describe } from './relations.ts'
import { type BriefState, isWithin, keepHighest, type Sentence, sentence } from './sentence.ts'
import { fill, word } from './templates.ts'
import { tollIn, tollValues } from './toll-words.ts'
import { daysIn } from './values.ts'

/** Sentences on what happened at the most; the gravest are kept. */
const MOST = 40
/** Records that are named behind a sentence at the most, beside those of its numbers. */
const MOST_EVIDENCE = 4
/** Names of a side that are told. */
const MOST_NAMES = 3

/** Acts that may be for somebody as well as against him: troops that come to train an army. */
const TOWARDS: ReadonlySet<string> = new Set(['MOBILIZE'])

/** What happened in the period: the gravest, and of these the latest first. */
export function chooseHappenings(state: BriefState, db: Database): { kept: readonly Happening[]; more: number } {
  return keepHighest(
    state.account.happenings.filter(happening => isWithin(state, happening.day) && saysSomething(happening, db)),
    MOST,
    ({ gravity }) => gravity,
  )
}

/** A kind of deed without anybody, any place or any number ("coercion") tells nothing. */
function saysSomething({ mode, place, killed, injured, events }: Happening, db: Database): boolean {
  if (mode !== null || place !== null || killed !== null || injured !== null) return true
  return (
    partiesOf(
      db,
      events.map(({ no }) => no),
      ['event.actor', 'event.recipient'],
    ).length > 0
  )
}

/** A sentence for each of them. */
export function tellHappenings(happenings: readonly Happening[], state: BriefState, db: Database): Sentence[] {
  const sides = findSides(happenings.flatMap(leadEvents), db)
  return happenings.map(happening => tellHappening(happening, sides, state))
}

function tellHappening(happening: Happening, sides: Sides, state: BriefState): Sentence {
  const { language, witnesses } = state
  const { type, mode, status, day, days, isDayTold, place, killed, injured, events, incident } = happening
  const shown = leadEvents(happening)
  const evidence = shown.map(event => witnesses(`${event.report}/v${event.no % 65_536}`).evidence)
  const counted = new Set([killed, injured].flatMap(toll => toll?.figures ?? []).map(told => witnesses(told.id).evidence.words))
  const [actors = [], recipients = []] = (['event.actor', 'event.recipient'] as const).map(role =>
    // Where it was is told already: "Lomé: an embassy closed by France".
    sides.of(shown, role).filter(name => name !== place?.name && ![...counted].some(words => holdsWords(name, words))),
  )
  const template = scaleOf(type, mode) < 0 && !TOWARDS.has(type) ? 'event' : 'event.other'
  const written = daysIn(language, days) ?? day
  return sentence(
    'events',
    template,
    language,
    {
      day: isDayTold ? written : fill('day.reported', language, { day: written }),
      place: place?.name,
      what: describe(happening, language),
      actors: actors.join(', '),
      recipients: recipients.join(', '),
      status: status === 'occurred' ? null : word(`status.${status}`, language),
      killed: tollIn(language, 'killed', killed, witnesses),
      injured: tollIn(language, 'injured', injured, witnesses),
    },
    {
      ...{
        type,
        mode,
        status,
        incident,
        day,
        dayBasis: isDayTold ? 'told' : 'inferred',
        place: place?.name ?? null,
        lat: place?.lat ?? null,
        lon: place?.lon ?? null,
      },
      ...{ actors, recipients, ...tollValues('killed', killed), ...tollValues('injured', injured) },
      publishers: new Set(events.map(event => event.publisher)).size,
    },
    evidence,
  )
}

function holdsWords(name: string, words: string): boolean {
  return ` ${foldName(name)} `.includes(` ${foldName(words)} `)
}

/** The events that say most, one of each publisher: those with a day, a place and the surest first. */
function leadEvents({ events }: Happening): Happening['events'] {
  const worth = (event: Happening['events'][number]) =>
    Number(event.timeStart !== null) * 2 + Number(event.placeKey !== null) + event.confidence
  const best = new Map<string, Happening['events'][number]>()
  for (const event of [...events].sort((a, b) => worth(b) - worth(a) || a.no - b.no)) {
    const by = event.publisher ?? event.report
    if (!best.has(by)) best.set(by, event)
  }
  return [...best.values()].slice(0, MOST_EVIDENCE)
}

interface Sides {
  of(events: Happening['events'], role: 'event.actor' | 'event.recipient'): string[]
}

/** Who did it and to whom, those that most events name first. */
function findSides(shown: Happening['events'], db: Database): Sides {
  const events = shown.map(event => event.no)
  const parties = new Map<string, { key: string; name: string }[]>()
  for (const { record, role, key, name } of partiesOf(db, events, ['event.actor', 'event.recipient'])) {
    const at = `${record} ${role}`
    pushTo(parties, at, { key, name })
  }
  return {
    of(own, role) {
      const names = new Map<string, string[]>()
      for (const { no } of own) for (const { key, name } of parties.get(`${no} ${role}`) ?? []) pushTo(names, key, name)
      const ranked = [...names.values()].sort((a, b) => b.length - a.length)
      return ranked.slice(0, MOST_NAMES).map(([name]) => name as string)
    },
  }
}
