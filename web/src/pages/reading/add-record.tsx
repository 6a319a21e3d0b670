import { useState } from 'react'
import { MEASURES } from '../../../../src/record/figure.ts'
import { EVENT_TYPES } from '../../../../src/record/vocab/plover.ts'
import { KINDS, type Kind, KindMark } from '../../parts/kind-mark.tsx'
import { useWords } from '../../words/words.ts'

/** What an added record must say beside its words. */
const ASKED: Partial<Record<Kind, { readonly field: string; readonly choices: readonly string[] }>> = {
  events: { field: 'type', choices: EVENT_TYPES },
  figures: { field: 'measure', choices: MEASURES },
}

/** Asks what some selected words are. */
export function AddRecord({
  selected,
  onAdd,
  onCancel,
}: {
  readonly selected: string
  readonly onAdd: (list: Kind, fields: Readonly<Record<string, string>>) => void
  readonly onCancel: () => void
}) {
  const { reading: words, frame } = useWords()
  const [kind, setKind] = useState<Kind | null>(null)
  const asked = kind && ASKED[kind]
  return (
    <section className="add card" aria-label={words.add}>
      <p>
        {words.addAs} <span className="lit">“{selected.length > 80 ? `${selected.slice(0, 77)}…` : selected}”</span>
      </p>
      <div className="row">
        {KINDS.map(each => (
          <button
            type="button"
            key={each}
            className="button small"
            aria-pressed={kind === each}
            onClick={() => (ASKED[each] ? setKind(each) : onAdd(each, {}))}
          >
            <KindMark kind={each} silent /> {frame.kinds[each]}
          </button>
        ))}
        {kind && asked && (
          <select
            autoFocus
            aria-label={words.fields[asked.field]}
            value=""
            onChange={event => onAdd(kind, { [asked.field]: event.target.value })}
          >
            <option value="">{words.fields[asked.field]} …</option>
            {asked.choices.map(choice => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        )}
        <button type="button" className="button plain small" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  )
}
