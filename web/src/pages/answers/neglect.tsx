import type { NeglectAnswer } from '../../api/types.ts'
import { Heads } from '../../parts/heads.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { Answer } from './answer.tsx'
import { Evidence } from './evidence.tsx'

/** Crises by how little they get, each ingredient visible, with how sure the rank is. */
export function Neglect() {
  const { answers: words } = useWords()
  const { number, percent } = useFormats()
  return (
    <Answer<NeglectAnswer> path="neglect" query={{}} isEmpty={({ items }) => items.length === 0}>
      {({ items }) => (
        <div className="scroll-x">
          <table>
            <Heads
              heads={[words.rank, words.country, words.index, words.displaced, words.inNeed, words.attention, words.politics, words.money]}
            />
            <tbody>
              {items.map(item => (
                <tr key={item.country}>
                  <td className="numeric">
                    <strong>{item.rank}</strong>{' '}
                    {item.ranks.best !== item.ranks.worst && (
                      <span className="soft small">
                        {item.ranks.best}–{item.ranks.worst}
                      </span>
                    )}
                  </td>
                  <td>
                    {item.name}
                    {item.missing.length > 0 && <p className="soft small">{words.missing(item.missing.join(', '))}</p>}
                  </td>
                  <td>
                    <meter min={0} max={1} value={item.index} aria-label={words.index} />{' '}
                    <span className="numeric small">{item.index.toFixed(2)}</span>
                  </td>
                  <td className="numeric">
                    {item.displaced && (
                      <>
                        {number(item.displaced.best)} <Evidence ids={item.displaced.evidence} />
                      </>
                    )}
                  </td>
                  <td className="numeric">
                    {item.inNeed && (
                      <>
                        {number(item.inNeed.best)} <Evidence ids={item.inNeed.evidence} />
                      </>
                    )}
                  </td>
                  <td>
                    {item.attention.reports} <span className="soft small">({percent(item.attention.share)})</span>
                  </td>
                  <td>
                    {item.political.total} <Evidence ids={item.political.evidence} />
                  </td>
                  <td className="numeric">
                    {item.money && (
                      <>
                        {number(item.money.received) || '?'} / {number(item.money.asked) || '?'} {item.money.currency}{' '}
                        <Evidence ids={item.money.evidence} />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answer>
  )
}
