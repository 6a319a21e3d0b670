import { type ChangeEvent, type InputHTMLAttributes, type KeyboardEvent, useId, useState } from 'react'
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
  const save = () => (value === (text ?? '') ? onCancel() : onSave(value.trim() === '' ? 'null' : value.trim()))
  const common = {
    autoFocus: true,
    'aria-label': words.fields[kind.name] ?? kind.name,
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => setValue(event.target.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') onCancel()
      // Enter in a list would open it, not send the form.
      if (event.key !== 'Enter' || !kind.choices) return
      event.preventDefault()
      save()
    },
  }
  return (
    <form
      className="editor"
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      {kind.choices ? (
        <select {...common}>
          <option value="">{words.emptyField}</option>
          {kind.choices.map(choice => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <Written common={common} kind={kind} reading={reading} />
      )}
      <button type="submit" className="button small main">
        {words.save}
      </button>
    </form>
  )
}

/** A field to write in, with the names of the report where it names somebody. */
function Written({
  common,
  kind: { holds },
  reading,
}: {
  readonly common: InputHTMLAttributes<HTMLInputElement>
  readonly kind: Field['kind']
  readonly reading: ReadingAnswer['reading']
}) {
  const id = useId()
  const names = holds === 'entity' || holds === 'entities' ? reading.entities.map(({ name }) => name) : []
  return (
    <>
      <input
        {...common}
        inputMode={holds === 'number' ? 'decimal' : undefined}
        placeholder={holds === 'day' ? '2024-03-05' : undefined}
        list={names.length > 0 ? id : undefined}
        onFocus={event => event.target.select()}
      />
      {names.length > 0 && (
        <datalist id={id}>
          {[...new Set(names)].map(name => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      )}
    </>
  )
}
