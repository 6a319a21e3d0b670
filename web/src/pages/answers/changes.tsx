import { useSearchParams } from 'wouter'
import type { ChangesAnswer } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Answer } from './answer.tsx'
import { Asked } from './asked.tsx'
import { Evidence } from './evidence.tsx'

/** What is known on one day and was not, or otherwise, on another. */
export function Changes() {
  const { answers: words, figures, incidents } = useWords()
  const { shortDay, number } = useFormats()
  const [params] = useSearchParams()
  const from = params.get('from')
  const query = from ? { from, to: params.get('to'), place: params.get('place') } : null
  const show = (value: number | string | null) =>
    typeof value === 'number' ? number(value) : value && (incidents.statuses[value as keyof typeof incidents.statuses] ?? value)
  return (
    <>
      <Asked
        fields={[
          { name: 'from', label: words.knownOn, isDay: true },
          { name: 'to', label: words.andOn, isDay: true },
          { name: 'place', label: words.place },
        ]}
      />
      <Answer<ChangesAnswer> path="diff" query={query} isEmpty={({ items }) => items.length === 0}>
        {({ items }) => (
          <ul className="list padded">
            {items.map(item => (
              <li key={`${item.change} ${item.evidence[0]?.record} ${item.before} ${item.after}`}>
                <p className="row">
                  <span className="tag">{words.changes[item.change] ?? item.change}</span>
                  <strong>
                    {[
                      item.type && (incidents.types[item.type] ?? item.type),
                      item.measure && (figures.measures[item.measure] ?? item.measure),
                      item.holder && [item.holder, item.title].filter(Boolean).join(', '),
                      item.content,
                      item.place,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </strong>
                  <span className="soft small">{shortDay(item.day)}</span>
                  {(item.before !== null || item.after !== null) && (
                    <span className="numeric">
                      <span className="soft">{show(item.before) ?? '–'}</span> → {show(item.after) ?? '–'}
                    </span>
                  )}
                  <Evidence ids={item.evidence.map(({ record }) => record)} />
                </p>
                {item.evidence.slice(0, 1).map(({ record, quote }) => (
                  <blockquote key={record} className="quote">
                    {quote}
                  </blockquote>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  )
}
