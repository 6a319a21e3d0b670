import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { ReportDetail, ReportItem } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'

/** The reports that repeat one, folded away until somebody asks for them. */
export function Copies({ report }: { readonly report: ReportItem }) {
  const { reports: words } = useWords()
  const { shortDay } = useFormats()
  const [isOpen, setOpen] = useState(false)
  const { data } = useAnswer<ReportDetail>(isOpen ? `reports/${report.short}` : null)
  return (
    <>
      <button type="button" className="tag" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.repeatedBy(report.copies)}
      </button>
      {isOpen && (
        <ul className="copies">
          {data?.repeatedBy.map(({ report: copy, because }) => (
            <li key={copy.id} title={because}>
              <Link href={`/reading/${copy.short}`}>{copy.title ?? copy.short}</Link>
              <span className="soft small"> {[copy.publisher, shortDay(copy.published)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
