import { type Page, useAnswer } from '../../api/client.ts'
import type { RefusalItem } from '../../api/types.ts'
import { useWords } from '../../words/words.ts'

/** What could not be added, why, and the mend. */
export function Refusals() {
  const { reports: words } = useWords()
  const { data } = useAnswer<Page<RefusalItem>>('refusals', { limit: 500 })
  if (!data || data.items.length === 0) return null
  return (
    <details className="card">
      <summary>{words.refused(data.total)}</summary>
      <div className="scroll-x">
        <table>
          <tbody>
            {data.items.map(({ name, reason, mend }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>
                  {reason}
                  {mend && <p className="soft small">{mend}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
