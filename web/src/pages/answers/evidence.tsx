import { Link } from 'wouter'
import { recordPath } from '../../parts/record-row.tsx'
import { useWords } from '../../words/words.ts'

/** As many marks are shown; the rest is counted. */
const MOST = 6

/** Marks that lead to the records that something rests on. Ids are "sha256:…/v3" or "3f2a91c0d5e6/v3". */
export function Evidence({ ids }: { readonly ids: readonly string[] }) {
  const { answers: words } = useWords()
  return (
    <span className="evidence-marks">
      {ids.slice(0, MOST).map((id, i) => (
        <Link key={id} href={recordPath(shortRecord(id))} aria-label={words.evidence(i + 1)} title={id}>
          {i + 1}
        </Link>
      ))}
      {ids.length > MOST && <span className="soft small"> +{ids.length - MOST}</span>}
    </span>
  )
}

/** "sha256:3f2a…/v3" → "3f2a91c0d5e6/v3". */
export function shortRecord(id: string): string {
  const [report = '', record] = id.split('/')
  const short = report.replace(/^sha256:/, '').slice(0, 12)
  return record ? `${short}/${record}` : short
}
