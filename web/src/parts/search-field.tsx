import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useWords } from '../words/words.ts'
import { Icon } from './icons.tsx'

/** The search that stands on every page. */
export function SearchField() {
  const { frame } = useWords()
  const [location, go] = useLocation()
  const [params] = useSearchParams()
  const asked = location === '/search' ? (params.get('words') ?? '') : ''
  const [words, setWords] = useState(asked)
  useEffect(() => setWords(asked), [asked])
  return (
    <search>
      <form
        onSubmit={event => {
          event.preventDefault()
          go(`/search?${new URLSearchParams({ words })}`)
        }}
      >
        <Icon name="search" />
        <input
          id="search"
          type="search"
          autoComplete="off"
          aria-label={frame.search}
          placeholder={frame.search}
          value={words}
          onChange={event => setWords(event.target.value)}
          onKeyDown={event => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </form>
    </search>
  )
}
