import { useState } from 'react'
import { type Page, useAnswer } from '../../api/client.ts'
import type { RuleItem } from '../../api/types.ts'
import { Heads } from '../../parts/heads.tsx'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useFormats, useWords } from '../../words/words.ts'

/** Every rule that has a part in a record, and how often analysts agreed with it so far. */
export default function Rules() {
  const { frame, rules } = useWords()
  const [words, setWords] = useState('')
  const { data, error } = useAnswer<Page<RuleItem>>('rules', { limit: 500 })
  const wanted = words.toLowerCase().split(/\s+/)
  const shown = data?.items.filter(({ name, says }) => wanted.every(word => `${name} ${says}`.toLowerCase().includes(word)))
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.rules}</h1>
        <span className="soft">{rules.says}</span>
      </header>
      <search className="filters">
        <label>
          {frame.filter.words}
          <input value={words} onChange={event => setWords(event.target.value)} />
        </label>
      </search>
      {error ? (
        <Problem error={error} />
      ) : !shown ? (
        <Waiting lines={10} />
      ) : (
        <div className="scroll-x">
          <table>
            <Heads heads={[rules.rule, rules.saysWhat, { label: rules.right, isNumber: true }]} />
            <tbody>
              {shown.map(rule => (
                <Row key={rule.name} rule={rule} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Row({ rule: { name, says, precision } }: { readonly rule: RuleItem }) {
  const { rules } = useWords()
  const { percent } = useFormats()
  return (
    <tr>
      <td>
        <code>{name}</code>
      </td>
      <td>{says}</td>
      <td className="number">
        {precision && (
          <span title={rules.between(percent(precision.low), percent(precision.high))}>
            {percent(precision.share)} <span className="soft small">({precision.right + precision.wrong})</span>
          </span>
        )}
      </td>
    </tr>
  )
}
