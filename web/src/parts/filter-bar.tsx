import { useEffect, useId, useState } from 'react'
import { EVENT_STATUSES } from '../../../src/record/event.ts'
import { MEASURES } from '../../../src/record/figure.ts'
import { SPEECH_ACTS } from '../../../src/record/statement.ts'
import { EVENT_TYPES } from '../../../src/record/vocab/plover.ts'
import { useAnswer } from '../api/client.ts'
import type { StatusAnswer, SuggestAnswer } from '../api/types.ts'
import { useWords } from '../words/words.ts'
import type { FilterName, FiltersProps } from './use-filters.ts'

const CHOICES: Partial<Record<FilterName, readonly string[]>> = {
  type: EVENT_TYPES,
  measure: MEASURES,
  act: SPEECH_ACTS,
  status: EVENT_STATUSES,
}
const DAYS: ReadonlySet<FilterName> = new Set(['from', 'to', 'asKnownOn'])

/** The filters of a page in a row. What is written counts on Enter or when the field is left; what is chosen counts at once. */
export function FilterBar({ names, filters, onChange }: FiltersProps) {
  const { frame } = useWords()
  const cleared = Object.fromEntries(names.map(name => [name, '']))
  return (
    <search className="filters no-print" aria-label={frame.filters}>
      {names.map(name => (
        <label key={name}>
          {frame.filter[name]}
          <Field name={name} value={filters[name] ?? ''} onChange={value => onChange({ [name]: value })} />
        </label>
      ))}
      {names.some(name => filters[name]) && (
        <button type="button" className="button plain" onClick={() => onChange(cleared)}>
          {frame.clear}
        </button>
      )}
    </search>
  )
}

interface FieldProps {
  readonly name: FilterName
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field(props: FieldProps) {
  const { name, value, onChange } = props
  const { incidents, figures, reading } = useWords()
  const says = { type: incidents.types, measure: figures.measures, act: reading.acts, status: incidents.statuses }[name as string]
  const choices = CHOICES[name]
  if (choices) return <Choice choices={choices} says={says} value={value} onChange={onChange} />
  if (name === 'publisher') return <Publishers value={value} onChange={onChange} />
  if (DAYS.has(name)) return <input type="date" value={value} onChange={event => onChange(event.target.value)} />
  return <Written {...props} />
}

function Choice({
  choices,
  says = {},
  value,
  onChange,
}: Omit<FieldProps, 'name'> & { readonly choices: readonly string[]; readonly says?: Readonly<Record<string, string>> | undefined }) {
  const { frame } = useWords()
  return (
    <select value={value} onChange={event => onChange(event.target.value)}>
      <option value="">{frame.any}</option>
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {says[choice] ?? choice}
        </option>
      ))}
    </select>
  )
}

function Publishers(props: Omit<FieldProps, 'name'>) {
  const { data } = useAnswer<StatusAnswer>('status')
  return <Choice choices={data?.publishers.flatMap(({ value }) => value ?? []) ?? []} {...props} />
}

/** A name, with what the library has that begins so. */
function Written({ name, value, onChange }: FieldProps) {
  const [written, setWritten] = useState(value)
  const id = useId()
  useEffect(() => setWritten(value), [value])
  const asks = name !== 'words' && written.trim().length > 1 && written !== value
  const { data } = useAnswer<SuggestAnswer>(asks ? 'suggest' : null, { q: written.trim() })
  const names = (asks && data && (name === 'place' ? data.places : data.actors).map(each => each.name)) || []
  return (
    <>
      <input
        value={written}
        list={id}
        autoComplete="off"
        onChange={event => setWritten(event.target.value)}
        onBlur={() => written !== value && onChange(written.trim())}
        onKeyDown={event => event.key === 'Enter' && onChange(written.trim())}
      />
      <datalist id={id}>
        {names.map(each => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
    </>
  )
}
