import { useId, useState } from 'react'
import type { ReadingAnswer } from '../../api/types.ts'
import { useWords } from '../../words/words.ts'
import type { Field } from './fields.ts'

/** Corrects a field in place. Enter saves, Escape leaves it; an empty field is saved as unknown. */
export function FieldEditor({
  field: { kind, text },
  reading,
  onSave,
  onCancel,
}: {
  readonly field: Field
  readonly reading: ReadingAnswer['reading']
  readonly onSave: (value: string) => void
  readonly onCancel: () => void
}) {
  const { reading: words } = useWords()
  const [value, setValue] = useState(text ?? '')
  const id = useId()
  const save = (next: string) => (next === (text ?? '') ? onCancel() : onSave(next.trim() === '' ? 'null' : next.trim()))
  const onKeyDown = (event: React.KeyboardEvent) => event.key === 'Escape' && onCancel()
  if (kind.choices)
    return (
      <form
        className="editor"
        onSubmit={event => {
          event.preventDefault()
          save(value)
        }}
      >
        <select
          autoFocus
          aria-label={words.fields[kind.name] ?? kind.name}
          value={value}
          onKeyDown={event => {
            // Enter in a list would open it, not send the form.
            if (event.key === 'Enter') {
              event.preventDefault()
              save(value)
            } else onKeyDown(event)
          }}
          onChange={event => setValue(event.target.value)}
        >
          <option value="">{words.emptyField}</option>
          {kind.choices.map(choice => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
        <button type="submit" className="button small main">
          {words.save}
        </button>
      </form>
    )
  const names = kind.holds === 'entity' || kind.holds === 'entities' ? reading.entities.map(({ name }) => name) : []
  return (
    <form
      className="editor"
      onSubmit={event => {
        event.preventDefault()
        save(value)
      }}
    >
      <input
        autoFocus
        aria-label={words.fields[kind.name] ?? kind.name}
        inputMode={kind.holds === 'number' ? 'decimal' : undefined}
        placeholder={kind.holds === 'day' ? '2024-03-05' : undefined}
        list={names.length > 0 ? id : undefined}
        value={value}
        onKeyDown={onKeyDown}
        onChange={event => setValue(event.target.value)}
        onFocus={event => event.target.select()}
      />
      {names.length > 0 && (
        <datalist id={id}>
          {[...new Set(names)].map(name => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      )}
      <button type="submit" className="button small main">
        {words.save}
      </button>
    </form>
  )
}
