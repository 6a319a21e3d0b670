import { Link } from 'wouter'
import { type Page, useAnswer } from '../../api/client.ts'
import type { PublisherItem } from '../../api/types.ts'
import { Heads } from '../../parts/heads.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { useFormats, useWords } from '../../words/words.ts'

/** Who published what the library has, how much of it repeats others, and how lately. */
export default function Sources() {
  const { frame, sources } = useWords()
  const { data, error } = useAnswer<Page<PublisherItem>>('sources', { limit: 500 })
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.sources}</h1>
      </header>
      {error ? (
        <Problem error={error} />
      ) : !data ? (
        <Waiting />
      ) : data.items.length === 0 ? (
        <Empty icon="sources" title={frame.nothing} />
      ) : (
        <div className="scroll-x">
          <table>
            <Heads heads={[sources.publisher, { label: sources.reports, isNumber: true }, sources.own, sources.first, sources.last]} />
            <tbody>
              {data.items.map(item => (
                <Row key={item.publisher} item={item} most={data.items[0]?.reports ?? 1} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Row({ item: { publisher, reports, copies, first, last }, most }: { readonly item: PublisherItem; readonly most: number }) {
  const { frame, sources } = useWords()
  const { shortDay, number } = useFormats()
  return (
    <tr>
      <td>
        {publisher === null ? (
          <span className="soft">{frame.unknown}</span>
        ) : (
          <Link href={`/reports?${new URLSearchParams({ publisher })}`}>{publisher}</Link>
        )}
      </td>
      <td className="number">{number(reports)}</td>
      <td>
        <svg className="share" width="160" height="10" role="img" aria-label={sources.ownOf(reports - copies, copies)}>
          <title>{sources.ownOf(reports - copies, copies)}</title>
          <rect width={(160 * reports) / most} height="10" rx="2" className="all" />
          <rect width={(160 * (reports - copies)) / most} height="10" rx="2" className="own" />
        </svg>
      </td>
      <td className="numeric">{shortDay(first)}</td>
      <td className="numeric">{shortDay(last)}</td>
    </tr>
  )
}
