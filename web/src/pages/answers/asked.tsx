import { useSearchParams } from 'wouter'
import { useWords } from '../../words/words.ts'

/** What is written into the fields of a question, in the address of the page. */
export function Asked({
  fields,
}: {
  readonly fields: readonly { readonly name: string; readonly label: string; readonly isDay?: boolean }[]
}) {
  const { answers: words } = useWords()
  const [params, setParams] = useSearchParams()
  return (
    <form
      className="filters no-print"
      onSubmit={event => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        setParams(before => {
          const next = new URLSearchParams(before)
          for (const { name } of fields) {
            const value = String(form.get(name) ?? '').trim()
            if (value) next.set(name, value)
            else next.delete(name)
          }
          return next
        })
      }}
    >
      {fields.map(({ name, label, isDay }) => (
        <label key={name}>
          {label}
          <input key={params.get(name)} name={name} type={isDay ? 'date' : 'text'} defaultValue={params.get(name) ?? ''} />
        </label>
      ))}
      <button type="submit" className="button main">
        {words.ask}
      </button>
    </form>
  )
}
