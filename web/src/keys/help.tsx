import { Dialog } from '../parts/dialog.tsx'
import { useWords } from '../words/words.ts'
import { type Action, useOffered } from './keys.ts'

/** The sheet of shortcuts. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { frame } = useWords()
  const actions = useOffered().filter(({ keys }) => keys !== null)
  return (
    <Dialog title={frame.shortcuts} onClose={onClose}>
      <Sheet title={frame.onThisPage} actions={actions.filter(({ everywhere }) => !everywhere)} />
      <Sheet title={frame.everywhere} actions={actions.filter(({ everywhere }) => everywhere)} />
    </Dialog>
  )
}

function Sheet({ title, actions }: { readonly title: string; readonly actions: readonly Action[] }) {
  const { frame } = useWords()
  if (actions.length === 0) return null
  return (
    <section className="stack">
      <h3>{title}</h3>
      <table>
        <tbody>
          {actions.map(({ keys, says }) => (
            <tr key={keys}>
              <td>{says}</td>
              <td className="number">
                {keys?.split(' ').map((key, i) => (
                  <span key={key}>
                    {i > 0 && <span className="soft small"> {frame.andThen} </span>}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
