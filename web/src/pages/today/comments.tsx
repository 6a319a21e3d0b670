import { Link } from 'wouter'
import { type Page, useAnswer } from '../../api/client.ts'
import type { Decision } from '../../api/types.ts'
import { useDecide } from '../../api/use-decide.ts'
import { recordPath } from '../../parts/record-row.tsx'
import { shortId } from '../../parts/short-id.ts'
import { useFormats, useWords } from '../../words/words.ts'

const MOST = 12

/** Comments that nobody has settled, the last first, each with the way to its words. */
export function Comments() {
  const { today: words, reading } = useWords()
  const { shortDay } = useFormats()
  const decide = useDecide()
  const { data } = useAnswer<Page<Decision>>('decisions', { kind: 'note', limit: 200 })
  const open = data?.items.filter(({ holds }) => holds) ?? []
  if (open.length === 0) return null
  return (
    <section>
      <h2>
        {words.comments} <span className="soft numeric">{open.length}</span>
      </h2>
      <ul className="list padded">
        {open.slice(0, MOST).map(({ no, target, field, note, by, at }) => (
          <li key={no} className="row">
            <span className="grow">
              <Link href={recordPath(shortId(target))}>{note}</Link>
              <span className="soft small">
                {' '}
                {[field && (reading.fields[field] ?? field), by, shortDay(at)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <button
              type="button"
              className="button plain small"
              onClick={() => void decide('decisions/undo', { numbers: [no] }, words.settled)}
            >
              {words.settle}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
