import { Link } from 'wouter'
import { recordPath } from '../../parts/record-row.tsx'
import { shortId } from '../../parts/short-id.ts'
import { useWords } from '../../words/words.ts'

/** As many marks are shown; the rest is counted. */
const MOST = 6

/** Marks that lead to the records that something rests on. Ids are "sha256:…/v3" or "3f2a91c0d5e6/v3". */
export function Evidence({ ids }: { readonly ids: readonly string[] }) {
  const { answers: words } = useWords()
  return (
    <span className="evidence-marks">
      {ids.slice(0, MOST).map((id, i) => (
        <Link key={id} href={recordPath(shortId(id))} aria-label={words.evidence(i + 1)} title={id}>
          {i + 1}
        </Link>
      ))}
      {ids.length > MOST && <span className="soft small"> +{ids.length - MOST}</span>}
    </span>
  )
}
