import './reading.css'
import { useEffect } from 'react'
import { useLocation, useParams } from 'wouter'
import { type Page, useAnswer } from '../../api/client.ts'
import type { ReadingAnswer, ReportItem } from '../../api/types.ts'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'
import { Review } from './review.tsx'

/** A report to be read and reviewed: the one in the address, else the newest that waits. */
export default function Reading() {
  const id = useParams()['*']
  return id ? <Report id={id} /> : <NextWaiting />
}

function NextWaiting() {
  const { reading: words } = useWords()
  const [, go] = useLocation()
  const { data, error } = useAnswer<Page<ReportItem>>('reports', { review: 'waiting', isCopy: false, limit: 1 })
  const next = data?.items[0]?.short
  useEffect(() => {
    if (next) go(`/reading/${next}`, { replace: true })
  }, [next, go])
  return (
    <div className="page">
      {error ? (
        <Problem error={error} />
      ) : data && !next ? (
        <Empty icon="reading" title={words.nothingWaits}>
          <p>{words.nothingWaitsSays}</p>
        </Empty>
      ) : (
        <Waiting />
      )}
    </div>
  )
}

function Report({ id }: { readonly id: string }) {
  const [report = '', record] = id.split('/')
  const { data, error, isPending } = useAnswer<ReadingAnswer>(`reports/${report}/reading`)
  return (
    <div className="page reading">
      {error ? (
        <Problem error={error} />
      ) : isPending ? (
        <Waiting lines={8} />
      ) : (
        <Review key={report} answer={data} record={record ?? null} />
      )}
    </div>
  )
}
