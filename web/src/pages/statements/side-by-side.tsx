import type { ReactNode } from 'react'
import type { ContradictionsAnswer, RecordItem } from '../../api/types.ts'
import { RecordRow } from '../../parts/record-row.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'

interface Shown {
  readonly answer: ContradictionsAnswer | undefined
  readonly error: unknown
}

/** Each denial beside what it denies. */
export function Contradictions({ answer, error }: Shown) {
  const { statements: words } = useWords()
  return (
    <Answered answer={answer} error={error} of="contradictions">
      {answer?.contradictions.map(({ denial, claims, isOwn }) => (
        <li key={denial.id} className="card sides">
          <section>
            <h2>{words.claimed}</h2>
            <Records records={claims} />
          </section>
          <section>
            <h2>
              {words.denied} {isOwn && <span className="tag bad">{words.own}</span>}
            </h2>
            <Records records={[denial]} />
          </section>
        </li>
      ))}
    </Answered>
  )
}

/** Each statement that several reports tell, with the words of each. */
export function Repeats({ answer, error }: Shown) {
  const { statements: words } = useWords()
  return (
    <Answered answer={answer} error={error} of="repeats">
      {answer?.repeats.map(records => (
        <li key={records[0]?.id} className="card">
          <h2>{words.toldBy(new Set(records.map(({ report }) => report.id)).size)}</h2>
          <Records records={records} />
        </li>
      ))}
    </Answered>
  )
}

function Answered({ answer, error, of, children }: Shown & { readonly of: 'contradictions' | 'repeats'; readonly children: ReactNode }) {
  const { statements: words } = useWords()
  if (error) return <Problem error={error} />
  if (!answer) return <Waiting lines={8} />
  if (answer[of].length === 0)
    return (
      <Empty icon="statements" title={words.none[of]}>
        <p>{words.looked(answer.looked)}</p>
      </Empty>
    )
  return (
    <>
      <ul className="stack">{children}</ul>
      <p className="soft small pager">{words.looked(answer.looked)}</p>
    </>
  )
}

function Records({ records }: { readonly records: readonly RecordItem[] }) {
  return (
    <ul className="list">
      {records.map(record => (
        <RecordRow key={record.id} record={record} />
      ))}
    </ul>
  )
}
