import { useQuery } from '@tanstack/react-query'
import { send } from '../../api/client.ts'
import type { IncidentItem, PreviewAnswer } from '../../api/types.ts'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'
import { Line } from './incident-line.tsx'
import { useSettle } from './settle.ts'

/** What would become of the marked incidents, and the button that makes it so. */
export function Merge({ incidents, onDone }: { readonly incidents: readonly IncidentItem[]; readonly onDone: () => void }) {
  const { incidents: words, reading } = useWords()
  const ids = incidents.map(({ id }) => id)
  const settle = useSettle()
  const { data, error } = useQuery({
    queryKey: ['preview', 'merge', ids],
    queryFn: () => send<PreviewAnswer>('incidents/preview', { kind: 'merge', incidents: ids }),
  })
  return (
    <section className="card stack preview" aria-label={words.merge(ids.length)}>
      <h2>{words.merge(ids.length)}</h2>
      <p className="soft small">{words.preview}</p>
      {error ? <Problem error={error} /> : data ? <After incidents={data.after} /> : <Waiting lines={2} />}
      <div className="row">
        <button
          type="button"
          className="button main small"
          onClick={() => void settle('merge', { incidents: ids }, words.merged).then(done => done && onDone())}
        >
          {words.merge(ids.length)}
        </button>
        <button type="button" className="button plain small" onClick={onDone}>
          {reading.cancel}
        </button>
      </div>
    </section>
  )
}

/** Incidents as they would be. */
export function After({ incidents }: { readonly incidents: PreviewAnswer['after'] }) {
  return (
    <ul className="list">
      {incidents.map(incident => (
        <li key={incident.id}>
          <Line incident={incident} />
        </li>
      ))}
    </ul>
  )
}
