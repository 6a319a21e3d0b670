import { Link } from 'wouter'
import type { RecordItem } from '../api/types.ts'
import { useFormats, useWords } from '../words/words.ts'
import { CopyCitation } from './citation.tsx'
import { KindMark } from './kind-mark.tsx'

/** The address of a record in its report. */
export function recordPath(id: string): string {
  return `/reading/${id}`
}

/** A record in a list: what it tells, the words that tell it, and where they stand. */
export function RecordRow({ record, withReport = true }: { readonly record: RecordItem; readonly withReport?: boolean }) {
  const { reading } = useWords()
  const { shortDay } = useFormats()
  return (
    <li className="record-row">
      <KindMark kind={record.kind} />
      <div className="grow">
        <p>
          <Link href={recordPath(record.id)} className="plain-link" lang="en">
            <strong>{record.head}</strong>
            {record.what && ` ${record.what}`}
          </Link>
          {record.details.length > 0 && (
            <span className="soft" lang="en">
              {' '}
              · {record.details.join(' · ')}
            </span>
          )}{' '}
          {record.review && <span className="tag good">{reading[record.review]}</span>}
        </p>
        <blockquote className="quote">{record.quote}</blockquote>
        <p className="soft small">
          {withReport &&
            `${[record.report.publisher, shortDay(record.report.published), record.report.title].filter(Boolean).join(' · ')} `}
          <CopyCitation record={record.id} />
        </p>
      </div>
    </li>
  )
}
