import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { send, useAnswer } from '../api/client.ts'
import type { SavedItem } from '../api/types.ts'
import { useWords } from '../words/words.ts'
import { Menu } from './menu.tsx'
import { filtersOf } from './saved-filters.ts'
import { say, useComplain } from './toast.tsx'
import type { FilterName, FiltersProps } from './use-filters.ts'

/** Keeps the filters of a page under a name, opens kept ones on it (on the search where the page has not all of them), and forgets them. */
export function SavedMenu({ names, filters, onChange }: FiltersProps) {
  const { frame } = useWords()
  const complain = useComplain()
  const queries = useQueryClient()
  const { data } = useAnswer<{ items: readonly SavedItem[] }>('saved')
  const change = async (doing: Promise<unknown>, says: string) => {
    try {
      await doing
      await queries.invalidateQueries({ queryKey: ['saved'] })
      say(says)
    } catch (error) {
      complain(error)
    }
  }
  const [, go] = useLocation()
  const open = (wanted: SavedItem['wanted']) => {
    const kept = filtersOf(wanted)
    const isHere = (Object.keys(kept) as FilterName[]).every(name => names.includes(name))
    if (isHere) onChange({ ...Object.fromEntries(names.map(name => [name, ''])), ...kept })
    else go(`/search?${new URLSearchParams(kept)}`)
  }
  return (
    <Menu label={frame.saved}>
      {Object.keys(filters).length > 0 ? (
        <SaveForm onSave={name => change(send('saved', { name, wanted: filters }), frame.savedAs(name))} />
      ) : (
        <p className="soft small">{frame.saveSays}</p>
      )}
      <ul className="stack tight">
        {data?.items.map(({ name, wanted }) => (
          <li key={name} className="row">
            <button type="button" className="grow link" onClick={() => open(wanted)}>
              {name}
            </button>
            <button
              type="button"
              className="button plain small"
              aria-label={frame.forget(name)}
              onClick={() => void change(send(`saved/${encodeURIComponent(name)}`, {}, 'DELETE'), frame.forgotten(name))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </Menu>
  )
}

function SaveForm({ onSave }: { readonly onSave: (name: string) => Promise<void> }) {
  const { frame, reading } = useWords()
  const [name, setName] = useState('')
  return (
    <form
      className="row"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() !== '') void onSave(name.trim()).then(() => setName(''))
      }}
    >
      <input
        className="grow"
        aria-label={frame.saveAs}
        placeholder={frame.saveAs}
        maxLength={100}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <button type="submit" className="button small main">
        {reading.save}
      </button>
    </form>
  )
}
