import type { SayingRow } from '../../store/dealings.ts'
import { pushTo } from '../../util/group.ts'
import { countOrigins, evidenceOf, recordId } from '../origins.ts'

/** What one side says of the other, where it does something by saying it: accuse, threaten, praise, thank … */
export interface Saying {
  readonly kind: 'statement'
  readonly day: string
  readonly basis: 'told' | 'seen'
  readonly act: string
  readonly speaker: string
  readonly about: readonly string[]
  readonly by: 'a' | 'b'
  readonly reports: number
  readonly origins: number
  readonly evidence: readonly string[]
}

/** Saying something is no act towards anybody. */
const PLAIN: ReadonlySet<string> = new Set(['assert', 'other'])

/** Statements of one side about the other, each once: the same speaker, act and day. */
export function makeSayings(rows: readonly SayingRow[], by: 'a' | 'b'): Saying[] {
  const groups = new Map<string, SayingRow[]>()
  for (const row of rows) {
    if (PLAIN.has(row.act)) continue
    const key = [row.act, row.speaker, row.timeStart ?? row.published].join('\n')
    pushTo(groups, key, row)
  }
  return [...groups.values()].map(group => {
    const [first] = group as [SayingRow, ...SayingRow[]]
    return {
      ...{ kind: 'statement', act: first.act, speaker: first.speaker, by },
      day: first.timeStart ?? first.published ?? '',
      basis: first.timeStart === null ? 'seen' : 'told',
      about: [...new Set(group.map(row => row.about))],
      reports: new Set(group.map(row => row.report)).size,
      origins: countOrigins(group),
      evidence: evidenceOf(group.map(row => recordId(row, 's'))),
    }
  })
}
