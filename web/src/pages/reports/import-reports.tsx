import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { send } from '../../api/client.ts'
import type { ImportAnswer } from '../../api/types.ts'
import { useImport } from '../../api/use-import.ts'
import { useComplain } from '../../parts/toast.tsx'
import { useWords } from '../../words/words.ts'

const LEVELS = ['public', 'restricted', 'confidential'] as const

/** A place to drop files of any format that Griot reads; what they hold is added, with its progress shown. */
export function ImportReports() {
  const { reports: words } = useWords()
  const complain = useComplain()
  const queries = useQueryClient()
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('public')
  const [isOver, setOver] = useState(false)
  const [id, setId] = useState<string | null>(null)
  const state = useImport(id, () => void queries.invalidateQueries())
  const add = async (files: FileList | null) => {
    if (!files || files.length === 0) return
    const form = new FormData()
    form.append('confidentiality', level)
    for (const file of files) form.append('file', file, file.name)
    try {
      setId((await send<{ id: string }>('imports', form)).id)
    } catch (error) {
      complain(error)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void add(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside choosing files with the button inside.
    <div
      className={`drop card row no-print${isOver ? ' over' : ''}`}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label className="button main">
        {words.choose}
        <input type="file" multiple className="unseen" onChange={event => void add(event.target.files)} />
      </label>
      <span className="grow soft">{state === null ? words.drop : <Progress state={state} />}</span>
      <select aria-label={words.confidentiality} value={level} onChange={event => setLevel(event.target.value as typeof level)}>
        {LEVELS.map(each => (
          <option key={each} value={each}>
            {words.levels[each]}
          </option>
        ))}
      </select>
    </div>
  )
}

function Progress({ state }: { readonly state: ImportAnswer }) {
  const { reports: words } = useWords()
  const { state: stands, files, size, done, added, known, refused, error } = state
  if (stands === 'reading')
    return (
      <>
        {words.adding(files.join(', '))} <progress max={size || 1} value={done} aria-label={words.adding(files.join(', '))} />
      </>
    )
  if (error) return <>{[error.detail, error.hint].filter(Boolean).join(' ')}</>
  return <>{[words.added(added, known), refused.length > 0 && words.failedToAdd(refused.length)].filter(Boolean).join('; ')}</>
}
