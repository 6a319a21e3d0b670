import { tellChange } from '../answers/brief/changes.ts'
import type { BriefLanguage } from '../answers/brief/templates.ts'
import type { Change } from '../answers/diff/change.ts'
import { shortId } from '../library/find-report.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'

/** Records named in a line at the most. */
const MOST = 4

/** Changes, a sentence each, with the records that they rest on. */
export function formatDiff(changes: readonly Change[], language: BriefLanguage, { width }: Screen): string {
  if (changes.length === 0) return 'Nothing changed.\n'
  const lines = changes.flatMap(change => {
    const records = change.evidence
      .slice(0, MOST)
      .map(({ record }) => record.split('/'))
      .map(([report = '', id]) => `${shortId(report)}/${id}`)
    const text = `${tellChange(change, language).text} [${records.join(', ')}]`
    return wrap(text, width - 2).map((span, i) => (i === 0 ? '' : '  ') + text.slice(...span))
  })
  return `${lines.join('\n')}\n\n${changes.length} ${changes.length === 1 ? 'change' : 'changes'}.\n`
}
