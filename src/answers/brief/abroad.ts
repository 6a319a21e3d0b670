import type { Library } from '../../library/open.ts'
import { answerMissions } from '../missions/missions.ts'
import { answerPresence } from '../presence/presence.ts'
import { type BriefState, keepHighest, sentence, type Telling } from './sentence.ts'
import { fill, list, type Piece, word } from './templates.ts'
import { dayIn, numberIn } from './values.ts'

/** Records that are named behind a sentence at the most. */
const MOST_EVIDENCE = 4
/** Presences that are told at the most, changes of posts, and posts. */
const MOST = 24
const STEPS = ['promised', 'agreed', 'begun', 'notYet', 'leaving', 'ended'] as const

/** What a question about a country and its period asks. */
function wantedOf({ from, to }: BriefState, asKnownOn: string | null) {
  return { ...(from !== null && { from }), ...(to !== null && { to }), ...(asKnownOn !== null && { asKnownOn }) }
}

/** Troops, instructors, arms of others in the country, step by step. */
export function tellPresence(library: Library, country: string, asKnownOn: string | null, state: BriefState): Telling {
  const { language, witnesses } = state
  const rows = answerPresence(library, { host: country, ...wantedOf(state, asKnownOn) })
  const { kept, more } = keepHighest(
    rows,
    MOST,
    row =>
      STEPS.flatMap(step => row[step]?.day ?? [])
        .sort()
        .at(-1) ?? '',
  )
  const sentences = kept.map(row => {
    const steps = STEPS.flatMap((step): Piece[][] => {
      const told = row[step]
      if (!told) return []
      const evidence = told.evidence.slice(0, MOST_EVIDENCE).map(id => witnesses(id).evidence)
      const count: Piece[] | null = told.count === null ? null : [{ text: numberIn(language, told.count), evidence }]
      const day: Piece[] = [{ text: told.day === null ? '' : dayIn(language, told.day), evidence: count ? [] : evidence }]
      return [fill('presence.step', language, { step: word(`step.${step}`, language), day, count })]
    })
    const { kind, what, senderName, hostName, status, sender, count } = row
    const slots = { what, sender: senderName, host: hostName, steps: list(steps, '; ') }
    return sentence('presence', 'presence', language, slots, { kind, what, sender, status, count })
  })
  return { sentences, more }
}

/** Embassies and other posts: what changed in the period, and how each stands. */
export function tellMissions(library: Library, country: string, asKnownOn: string | null, state: BriefState): Telling {
  const { language, witnesses } = state
  const { changes, states } = answerMissions(library, { countries: [country], ...wantedOf(state, asKnownOn) })
  const evidenceOf = (ids: readonly string[]) => ids.slice(0, MOST_EVIDENCE).map(id => witnesses(id).evidence)
  const told = keepHighest(changes, MOST, ({ day }) => day ?? '')
  const standing = keepHighest(states, MOST, ({ since }) => since ?? '')
  const sentences = [
    ...told.kept.map(({ change, post, sender, senderName, host, hostName, status, day, evidence }) =>
      sentence(
        'missions',
        'mission.change',
        language,
        {
          ...{ post: word(`post.${post}`, language), sender: senderName, host: hostName, change: word(`mission.${change}`, language) },
          ...{ day: day && dayIn(language, day), status: status === 'occurred' ? null : word(`status.${status}`, language) },
        },
        { change, post, sender, host, status, day },
        evidenceOf(evidence),
      ),
    ),
    ...standing.kept.map(({ post, sender, senderName, host, hostName, state: how, since, basis, evidence }) =>
      sentence(
        'missions',
        'mission.state',
        language,
        {
          ...{ post: word(`post.${post}`, language), sender: senderName, host: hostName, state: word(`mission.${how}`, language) },
          ...{ since: since && dayIn(language, since), basis: basis === 'inferred' ? word('basis.inferred', language) : null },
        },
        { post, sender, host, state: how, since, basis },
        evidenceOf(evidence),
      ),
    ),
  ]
  return { sentences, more: told.more + standing.more }
}
