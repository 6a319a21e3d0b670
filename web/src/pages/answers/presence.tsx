import { useSearchParams } from 'wouter'
import type { PresenceAnswer } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Answer } from './answer.tsx'
import { Asked } from './asked.tsx'
import { Evidence } from './evidence.tsx'

const STEPS = ['promised', 'agreed', 'begun', 'leaving', 'ended', 'notYet', 'alleged'] as const

/** Who has instructors, troops, mercenaries, bases and arms where: promised, agreed, begun, ended. */
export function Presence() {
  const { answers: words } = useWords()
  const { shortDay } = useFormats()
  const [params] = useSearchParams()
  const query = { host: params.get('host'), sender: params.get('sender') }
  return (
    <>
      <Asked
        fields={[
          { name: 'host', label: words.host },
          { name: 'sender', label: words.sender },
        ]}
      />
      <Answer<PresenceAnswer> path="presence" query={query} isEmpty={({ items }) => items.length === 0}>
        {({ items }) => (
          <ul className="cards">
            {items.map(item => (
              <li key={`${item.kind} ${item.sender} ${item.host} ${item.what} ${item.evidence[0]}`} className="card">
                <h2>
                  {item.senderName} → {item.hostName}
                </h2>
                <p>
                  {[item.count, item.what].filter(Boolean).join(' ')}{' '}
                  <span className="tag">{words.steps[item.status as keyof typeof words.steps] ?? item.status}</span>
                </p>
                <ol className="steps">
                  {STEPS.flatMap(name => {
                    const step = item[name]
                    return step ? (
                      <li key={name}>
                        <span>{words.steps[name]}</span> <span className="numeric">{shortDay(step.day)}</span>{' '}
                        {step.count !== null && <span className="numeric soft">{step.isExact ? step.count : `(${step.count})`}</span>}{' '}
                        {step.by && <span className="soft small">{step.by}</span>} <Evidence ids={step.evidence} />
                      </li>
                    ) : (
                      []
                    )
                  })}
                </ol>
                {item.late && <p className="tag bad">{words.late(item.late.days)}</p>}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  )
}
