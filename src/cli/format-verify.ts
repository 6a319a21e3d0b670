import type { Checked } from '../answers/verify/verify.ts'
import { shortId } from '../library/find-report.ts'
import { makePrintable, wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'

/** Colours of the verdicts on a terminal. */
const COLORS = { supported: '32', contradicted: '31', other: '33', absent: '35' } as const

/** Claims for people: verdict, claim, why, the words of the cited text and the records to open. */
export function formatChecked(
  { no, claim, verdict, because, quote, evidence, report, title, copyOf, newer }: Checked,
  screen: Screen,
): string {
  const width = Math.max(40, Math.min(screen.width, 100))
  const name = verdict ?? 'not checked'
  const shown = screen.color && verdict ? `\u001B[${COLORS[verdict]}m${name}\u001B[0m` : name
  const records = evidence.map(id => `${shortId(id.split('/')[0] as string)}/${id.split('/')[1]}`)
  const named = records.length > 0 ? records.join(', ') : report && shortId(report)
  const more = copyOf ? ` (a copy of ${shortId(copyOf)})` : newer ? ` (a newer version is ${shortId(newer)})` : ''
  return [
    ...indent(`${no}. ${claim || '(empty)'}`, 0, width),
    `   ${shown}`,
    ...indent(because, 3, width),
    ...(quote ? indent(`"${quote}"`, 3, width) : []),
    ...(named ? indent(`${named} ${title ?? ''}${more}`, 3, width) : []),
    '',
  ].join('\n')
}

/** How many claims got which verdict, in a line. */
export function formatTally(checked: readonly Checked[]): string {
  const names = ['supported', 'contradicted', 'other', 'absent', null] as const
  const counts = names.flatMap(verdict => {
    const count = checked.filter(each => each.verdict === verdict).length
    return count > 0 ? [`${count} ${verdict ?? 'not checked'}`] : []
  })
  return `${checked.length} ${checked.length === 1 ? 'claim' : 'claims'}: ${counts.join(', ') || 'none'}.\n`
}

function indent(text: string, by: number, width: number): string[] {
  const line = makePrintable(text)
  return wrap(line, width - by).map(span => ' '.repeat(by) + line.slice(...span))
}
