import { Link } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { NoticeItem, SavedItem } from '../../api/types.ts'
import { filtersOf } from '../../parts/saved-filters.ts'
import { useWords } from '../../words/words.ts'
import { Evidence } from '../answers/evidence.tsx'

/** Notices of one search that are shown. */
const MOST = 5

/** What has changed for each kept search since the last visit. */
export function Notices({ since }: { readonly since: number | null }) {
  const { frame } = useWords()
  const { data } = useAnswer<{ items: readonly SavedItem[] }>('saved')
  if (!data || data.items.length === 0) return null
  return (
    <section>
      <h2>{frame.saved}</h2>
      <ul className="list padded">
        {data.items.map(saved => (
          <Search key={saved.name} saved={saved} since={since} />
        ))}
      </ul>
    </section>
  )
}

function Search({ saved: { name, wanted }, since }: { readonly saved: SavedItem; readonly since: number | null }) {
  const { today: words } = useWords()
  const { data } = useAnswer<{ items: readonly NoticeItem[] }>(`saved/${encodeURIComponent(name)}/notices`, { since })
  return (
    <li>
      <p className="row">
        <Link className="grow" href={`/search?${new URLSearchParams(filtersOf(wanted))}`}>
          {name}
        </Link>
        <span className="soft small">{data && words.notices(data.items.length)}</span>
      </p>
      {data?.items.slice(0, MOST).map(({ says, evidence }) => (
        <p key={says} className="small">
          {says} <Evidence ids={evidence} />
        </p>
      ))}
    </li>
  )
}
