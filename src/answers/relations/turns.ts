import type { EventType } from '../../record/vocab/plover.ts'
import { parseDay } from '../../util/calendar.ts'
import { foldName } from '../../util/fold.ts'
import { evidenceOf } from '../origins.ts'
import { loadWords } from '../words/words.ts'
import type { Dealing } from './dealings.ts'
import { type Period, round } from './periods.ts'

/** A day from which things were otherwise between two sides. */
export interface Turn {
  readonly kind: 'turn'
  readonly day: string
  readonly direction: 'better' | 'worse'
  /** "event": what happened is a turn by its kind; "level": the mean of the months changed and stayed. */
  readonly rule: 'event' | 'level'
  /** What happened, for the rule "event". */
  readonly type: EventType | null
  readonly mode: string | null
  /** A sentence. */
  readonly because: string
  readonly evidence: readonly string[]
}

/** A level has changed where the means differ by so much, on a scale of 20, or by their sign. */
const STEP = 4
/** Days in which the same kind of event is one turn. */
const APART = 30

/** Modes that are turns whatever the words. */
const TURNING_MODES: ReadonlySet<string> = new Set(['ceasefire', 'access', 'relations'])
/** Types whose words tell whether they are. */
const BY_WORDS: ReadonlySet<string> = new Set(['SUPPORT', 'AGREE', 'COOPERATE', 'CONCEDE', 'RETREAT'])

/** Turning points by their days. */
export function findTurns(dealings: readonly Dealing[], periods: readonly Period[]): Turn[] {
  const turns = [...turningEvents(dealings), ...levelChanges(dealings, periods)]
  const seen = new Set<string>()
  return turns
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .filter(({ day, direction }) => {
      const isNew = !seen.has(`${day} ${direction}`)
      seen.add(`${day} ${direction}`)
      return isNew
    })
}

function turningEvents(dealings: readonly Dealing[]): Turn[] {
  const last = new Map<string, number>()
  return dealings.flatMap(dealing => {
    if (!dealing.counts) return []
    const words = turningWords(dealing)
    if (words === null) return []
    const { type, mode, by, day, scale, evidence } = dealing
    const key = [type, mode, by].join('\n')
    const number = parseDay(day) ?? 0
    const before = last.get(key)
    if (before !== undefined && number - before < APART) return []
    last.set(key, number)
    const because = `${[type, mode].filter(Boolean).join(' ').toLowerCase()}${words ? `: ${words}` : ''}`
    return [{ kind: 'turn', day, direction: scale > 0 ? 'better' : 'worse', rule: 'event', type, mode, because, evidence } as const]
  })
}

/** The words that make an event a turn, "" where its kind does; null where it is none. */
function turningWords({ type, mode, words }: Dealing): string | null {
  if (type === 'SANCTION' || (mode !== null && TURNING_MODES.has(mode))) return ''
  return BY_WORDS.has(type) && turnPattern().test(foldName(words)) ? words : null
}

let pattern: RegExp | null = null

function turnPattern(): RegExp {
  pattern ??= new RegExp(
    `(?:^| )(?:${loadWords('turns', ['word'])
      .map(({ word }) => foldName(word))
      .join('|')})`,
  )
  return pattern
}

/** Months whose mean is of another sign than the month before, or far from it, and where the next month stays on that side. */
function levelChanges(dealings: readonly Dealing[], periods: readonly Period[]): Turn[] {
  const months = periods.filter(({ mean }) => mean !== null)
  return months.flatMap((month, i) => {
    const [before, after] = [months[i - 1], months[i + 1]]
    if (!before || !after) return []
    const [m0, m1, m2] = [before.mean as number, month.mean as number, after.mean as number]
    const isOther = Math.sign(m1) !== Math.sign(m0) || Math.abs(m1 - m0) >= STEP
    const stays = Math.sign(m2) === Math.sign(m1) && Math.abs(m2 - m1) < Math.abs(m2 - m0)
    if (!isOther || !stays || m1 === m0) return []
    const direction = m1 > m0 ? 'better' : 'worse'
    const events = dealings.filter(
      ({ day, counts, scale }) => counts && day.startsWith(month.period) && (direction === 'better' ? scale > m0 : scale < m0),
    )
    const because = `The mean of the month is ${m1}, after ${m0} in ${before.period}, and stays there in ${after.period} (${round(m2)})`
    const day = events[0]?.day ?? `${month.period}-01`
    const rests = evidenceOf(events.flatMap(each => each.evidence))
    return [{ kind: 'turn', day, direction, rule: 'level', type: null, mode: null, because, evidence: rests } as const]
  })
}
