import { useSearchParams } from 'wouter'
import type { MissionsAnswer } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Answer } from './answer.tsx'
import { Asked } from './asked.tsx'
import { Evidence } from './evidence.tsx'

/** Embassies and ambassadors: how each post stands, and what changed. */
export function Missions() {
  const { answers: words } = useWords()
  const { shortDay } = useFormats()
  const [params] = useSearchParams()
  const query = { country: params.get('country'), other: params.get('other'), on: params.get('on') }
  return (
    <>
      <Asked
        fields={[
          { name: 'country', label: words.country },
          { name: 'other', label: words.other },
          { name: 'on', label: words.on, isDay: true },
        ]}
      />
      <Answer<MissionsAnswer> path="missions" query={query} isEmpty={({ states, changes }) => states.length + changes.length === 0}>
        {({ states, changes }) => (
          <div className="stack">
            <ul className="cards">
              {states.map(state => (
                <li key={`${state.sender} ${state.host} ${state.post}`} className="card">
                  <h2>
                    {state.senderName} → {state.hostName}
                  </h2>
                  <p>
                    {state.post}: <strong>{state.state}</strong> <span className="soft small">{shortDay(state.since)}</span>
                  </p>
                  <p className="soft small">
                    {state.because} <Evidence ids={state.evidence} />
                  </p>
                </li>
              ))}
            </ul>
            <table>
              <tbody>
                {changes.map(change => (
                  <tr key={`${change.day} ${change.change} ${change.evidence[0]}`}>
                    <td className="numeric nowrap">{shortDay(change.day)}</td>
                    <td>
                      {change.senderName} → {change.hostName}
                    </td>
                    <td>
                      {change.post} <strong>{change.change}</strong>{' '}
                      <span className="soft">{change.status !== 'occurred' && change.status}</span>
                    </td>
                    <td>{change.who}</td>
                    <td>
                      <Evidence ids={change.evidence} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answer>
    </>
  )
}
