import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { type Page, send, useAnswer } from '../../api/client.ts'
import type { Decision } from '../../api/types.ts'
import { recordPath } from '../../parts/record-row.tsx'
import { say } from '../../parts/toast.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { shortRecord } from '../answers/evidence.tsx'

const MOST = 12

/** Comments that nobody has settled, the last first, each with the way to its words. */
export function Comments() {
  const { today: words, reading, frame } = useWords()
  const { shortDay } = useFormats()
  const queries = useQueryClient()
  const { data } = useAnswer<Page<Decision>>('decisions', { kind: 'note', limit: 200 })
  const open = data?.items.filter(({ holds }) => holds) ?? []
  if (open.length === 0) return null
  const settle = (no: number) => {
    const change = (numbers: readonly number[]) =>
      send<{ numbers: readonly number[] }>('decisions/undo', { numbers }).then(async undone => {
        await queries.invalidateQueries()
        return undone
      })
    change([no]).then(
      ({ numbers }) => say(words.settled, () => void change(numbers)),
      error => say(error instanceof Error ? error.message : frame.failed),
    )
  }
  return (
    <section>
      <h2>
        {words.comments} <span className="soft numeric">{open.length}</span>
      </h2>
      <ul className="list padded">
        {open.slice(0, MOST).map(({ no, target, field, note, by, at }) => (
          <li key={no} className="row">
            <span className="grow">
              <Link href={recordPath(shortRecord(target))}>{note}</Link>
              <span className="soft small">
                {' '}
                {[field && (reading.fields[field] ?? field), by, shortDay(at)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <button type="button" className="button plain small" onClick={() => settle(no)}>
              {words.settle}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
