import { useAnswer } from '../../api/client.ts'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'
import type { Span } from './segments.ts'

interface Reason {
  readonly rule: string
  readonly says: string
  readonly words: readonly { readonly span: Span; readonly text: string }[]
  readonly because: readonly Reason[]
}

interface Explanation {
  readonly fields: readonly {
    readonly field: string
    readonly isFilled: boolean
    readonly text: string | null
    readonly why: Reason | null
  }[]
}

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
  const { data, error, isPending } = useAnswer<Explanation>(`reports/${report}/explain/${record}`)
  if (isPending) return <Waiting lines={3} />
  if (error) return <Problem error={error} />
  const fields = data.fields.filter(each => each.why !== null && (field === null || each.field === field))
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
      {fields.length === 0 && <p className="soft">{words.emptyField}</p>}
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
