import { useId, useState } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { useWords } from '../words/words.ts'
import { type Action, useOffered } from './keys.ts'

/** The palette (Ctrl-K): everything that can be done here, found by its words, done with Enter. `found` adds what the library has for the words. */
export function Palette({ onClose, useFound }: { readonly onClose: () => void; readonly useFound: (words: string) => readonly Action[] }) {
  const { frame } = useWords()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = useFound(words.trim())
  const actions = [...useOffered().filter(({ says }) => matches(says, words)), ...found].slice(0, 12)
  const chosen = Math.min(at, actions.length - 1)
  const run = (action: Action | undefined) => {
    onClose()
    action?.run()
  }
  return (
    <Dialog title={frame.palette} hidden onClose={onClose}>
      <input
        autoFocus
        role="combobox"
        aria-label={frame.palette}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={actions.length > 0 ? `${id}-${chosen}` : undefined}
        placeholder={frame.palette}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') run(actions[chosen])
          else if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, actions.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0))
          else return
          event.preventDefault()
        }}
      />
      <div id={id} role="listbox" aria-label={frame.palette} className="palette">
        {actions.map((action, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the field.
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen one.
          <div
            key={`${action.keys} ${action.says}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            onClick={() => run(action)}
          >
            <span className="grow">{action.says}</span>
            {action.keys?.split(' ').map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </div>
        ))}
        {actions.length === 0 && <p className="soft">{frame.nothingFits}</p>}
      </div>
    </Dialog>
  )
}

function matches(says: string, words: string): boolean {
  const said = fold(says)
  return fold(words)
    .split(/\s+/)
    .every(word => said.includes(word))
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
