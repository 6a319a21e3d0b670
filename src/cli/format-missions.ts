import type { MissionChange } from '../answers/missions/changes.ts'
import type { MissionsAnswer } from '../answers/missions/missions.ts'
import type { MissionState } from '../answers/missions/states.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'
import { shortenId } from './shorten-id.ts'

/** What happened to posts, then how each stands, for people. */
export function formatMissions({ changes, states }: MissionsAnswer, { width }: Screen): string {
  if (changes.length + states.length === 0) return 'No post of one state in another is told of.\n'
  const blocks = [
    ...(changes.length > 0 ? [`What changed\n${changes.map(change => indent(changeLine(change), width)).join('')}`] : []),
    ...(states.length > 0 ? [`How it stands\n${states.map(state => indent(stateLine(state), width)).join('')}`] : []),
  ]
  const isGuessed =
    changes.some(each => each.dayBasis === 'reported' || each.basis === 'inferred') || states.some(each => each.basis === 'inferred')
  return `${blocks.join('\n')}${isGuessed ? '\n~ the day of a report; ? follows from what else is told.\n' : ''}`
}

function changeLine({ change, post, senderName, hostName, basis, status, day, dayBasis, by, who, evidence }: MissionChange): string {
  const when = `${dayBasis === 'told' ? '' : '~'}${day ?? 'no day'}`
  const what = `${status === 'planned' ? 'to be ' : ''}${change}${by === null ? '' : ` by ${by}`}`
  return `${when} ${post} of ${senderName} in ${hostName}${basis === 'told' ? '' : '?'}${who === null ? '' : `, ${who}`}: ${what} [${see(evidence)}]`
}

function stateLine({ post, senderName, hostName, state, ambassador, since, basis, because, evidence }: MissionState): string {
  const who = ambassador === null ? '' : `, ambassador ${ambassador}`
  const from = since === null ? '' : ` since ${since}`
  return `${post} of ${senderName} in ${hostName}: ${state}${basis === 'told' ? '' : '?'}${from}${who}; ${because} [${see(evidence)}]`
}

function see(evidence: readonly string[]): string {
  return shortenId(evidence[0] ?? '')
}

function indent(text: string, width: number): string {
  return wrap(text, Math.max(40, width) - 4)
    .map((span, i) => `${i === 0 ? '  ' : '    '}${text.slice(...span)}\n`)
    .join('')
}
