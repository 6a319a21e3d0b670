import { useSearchParams } from 'wouter'
import type { PowerAnswer } from '../../api/types.ts'
import { Heads } from '../../parts/heads.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { Answer } from './answer.tsx'
import { Asked } from './asked.tsx'
import { Evidence } from './evidence.tsx'

/** Who held which office, what does not go together, and coups. */
export function Power() {
  const { answers: words } = useWords()
  const { shortDay } = useFormats()
  const [params] = useSearchParams()
  const query = { country: params.get('country'), on: params.get('on') }
  return (
    <>
      <Asked
        fields={[
          { name: 'country', label: words.country },
          { name: 'on', label: words.on, isDay: true },
        ]}
      />
      <Answer<PowerAnswer> path="power" query={query} isEmpty={({ spells, coups }) => spells.length + coups.length === 0}>
        {({ spells, contradictions, coups }) => (
          <div className="stack">
            {coups.map(coup => (
              <p key={`${coup.country} ${coup.day}`} className="card">
                <strong>
                  {words.coups[coup.outcome]}, {coup.country}, {shortDay(coup.day)}
                </strong>{' '}
                <span className="soft">{coup.because}</span> <Evidence ids={coup.evidence} />
              </p>
            ))}
            {contradictions.map(each => (
              <p key={`${each.office} ${each.day} ${each.holders.join()}`} className="problem">
                <strong>
                  {each.office}, {each.country}: {each.holders.join(' / ')}
                </strong>
                <span>
                  {each.because} <Evidence ids={each.evidence} />
                </span>
              </p>
            ))}
            <div className="scroll-x">
              <table>
                <Heads heads={[words.country, words.office, words.holder, words.from, words.to, words.how, words.evidenceHead]} />
                <tbody>
                  {spells.map(spell => (
                    <tr key={`${spell.country} ${spell.office} ${spell.holder} ${spell.first?.day} ${spell.body}`}>
                      <td>{spell.country}</td>
                      <td>
                        {spell.title}
                        {spell.body && <span className="soft"> · {spell.body}</span>}
                      </td>
                      <td>
                        <strong>{spell.holder}</strong>
                      </td>
                      <td className="numeric">
                        {spell.from ? shortDay(spell.from.day) : <span className="soft">≤ {shortDay(spell.first?.day ?? null)}</span>}
                      </td>
                      <td className="numeric">
                        {spell.to ? shortDay(spell.to.day) : <span className="soft">{shortDay(spell.last?.day ?? null)} …</span>}
                      </td>
                      <td className="soft">{spell.status}</td>
                      <td>
                        <Evidence ids={spell.evidence} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        )}
      </Answer>
    </>
  )
}
