import { useAnswer } from '../../api/client.ts'
import type { ExplanationAnswer } from '../../api/types.ts'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'
import type { Span } from './segments.ts'

type Reason = NonNullable<ExplanationAnswer['fields'][number]['why']>

/** Why a record holds what it holds, and why some of its fields stayed empty: rules and the words that they rested on, as a tree. */
export function Why({
  report,
  record,
  field,
  onLight,
}: {
  readonly report: string
  readonly record: string
  /** One field alone. */
  readonly field: string | null
  readonly onLight: (spans: readonly Span[]) => void
}) {
  const { reading: words } = useWords()
  const { data, error, isPending } = useAnswer<ExplanationAnswer>(`reports/${report}/explain/${record}`)
  if (isPending) return <Waiting lines={3} />
  if (error) return <Problem error={error} />
  const fields = data.fields.filter(each => each.why !== null && (field === null || each.field === field))
  const decisions = data.decisions.filter(({ holds, kind }) => holds && kind !== 'note')
  return (
    <div className="why">
      {fields.map(({ field: name, isFilled, text, why }) => (
        <section key={name}>
          <h3>
            {words.fields[name] ?? name}: <span className={isFilled ? undefined : 'soft'}>{text ?? words.emptyField}</span>
          </h3>
          {why && (
            <ul>
              <Tree reason={why} onLight={onLight} />
            </ul>
          )}
        </section>
      ))}
      <ul>
        {decisions.map(({ no, by, kind, field: on }) => (
          <li key={no}>
            {words.decisions[kind] ?? kind} {on && (words.fields[on] ?? on)} <span className="soft">{by}</span>
          </li>
        ))}
      </ul>
      {fields.length + decisions.length === 0 && <p className="soft">{words.emptyField}</p>}
    </div>
  )
}

function Tree({
  reason: { rule, says, words, because },
  onLight,
}: {
  readonly reason: Reason
  readonly onLight: (spans: readonly Span[]) => void
}) {
  return (
    <li>
      <span>{says}</span>{' '}
      {words.map(({ span, text }) => (
        <button
          type="button"
          key={`${span[0]}-${span[1]}`}
          className="evidence"
          onMouseEnter={() => onLight([span])}
          onMouseLeave={() => onLight([])}
          onFocus={() => onLight([span])}
          onClick={() => onLight([span])}
        >
          “{text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-25)}` : text}”
        </button>
      ))}{' '}
      <code className="soft small">{rule}</code>
      {because.length > 0 && (
        <ul>
          {because.map((each, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no names and keep their order.
            <Tree key={i} reason={each} onLight={onLight} />
          ))}
        </ul>
      )}
    </li>
  )
}
