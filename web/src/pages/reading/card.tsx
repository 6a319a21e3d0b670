import { useEffect, useState } from 'react'
import type { ReadingAnswer } from '../../api/types.ts'
import { KindMark } from '../../parts/kind-mark.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { FieldEditor } from './field-editor.tsx'
import { type Field, findRecord, listFields } from './fields.ts'
import type { View } from './report-text.tsx'
import type { Span } from './segments.ts'
import { useAsRead } from './use-as-read.ts'
import { Why } from './why.tsx'

/** What can be done with the record that is chosen. */
export interface CardActions {
  readonly onChoose: (id: string) => void
  readonly onAccept: () => void
  readonly onReject: () => void
  readonly onCorrect: (path: string, value: string) => void
  readonly onNote: (note: string, field?: string) => void
  /** Copies its words with their source. */
  readonly onCite: () => void
  /** Words of the text to light. */
  readonly onLight: (spans: readonly Span[]) => void
}

export type CardMode = 'read' | 'edit' | 'comment' | 'why'

/** A record beside its words: a line, and all its fields where it is chosen. */
export function Card({
  view,
  answer,
  isChosen,
  isLinked,
  mode,
  onMode,
  actions,
}: {
  readonly view: View
  readonly answer: ReadingAnswer
  readonly isChosen: boolean
  /** Whether it hangs together with the one that is chosen. */
  readonly isLinked: boolean
  readonly mode: CardMode
  readonly onMode: (mode: CardMode) => void
  readonly actions: CardActions
}) {
  const { reading } = useWords()
  const review = answer.reviews[view.id]
  return (
    <article className={`record ${view.kind}${isChosen ? ' chosen' : ''}${isLinked ? ' linked' : ''}`} id={`card-${view.id}`}>
      <button type="button" className="line" aria-expanded={isChosen} onClick={() => actions.onChoose(view.id)}>
        <KindMark kind={view.kind} />
        {isLinked && <span className="link-mark" title={reading.linked} role="img" aria-label={reading.linked} />}
        <span className="grow">
          <strong>{view.head}</strong>
          {view.what && <> {view.what}</>}
          {view.details.length > 0 && <span className="soft"> · {view.details.join(' · ')}</span>}
        </span>
        {review && <span className="tag good">{reading[review]}</span>}
      </button>
      {isChosen && <Opened view={view} answer={answer} mode={mode} onMode={onMode} actions={actions} />}
    </article>
  )
}

function Opened({
  view,
  answer,
  mode,
  onMode,
  actions,
}: {
  readonly view: View
  readonly answer: ReadingAnswer
  readonly mode: CardMode
  readonly onMode: (mode: CardMode) => void
  readonly actions: CardActions
}) {
  const { reading: words, frame } = useWords()
  const { percent } = useFormats()
  const [field, setField] = useState<string | null>(null)
  const [noteOn, setNoteOn] = useState<string | null>(null)
  useEffect(() => {
    if (mode !== 'comment') setNoteOn(null)
  }, [mode])
  const asRead = useAsRead(answer, view.id)
  const found = findRecord(answer.reading, view.id)
  if (!found) return null
  const fields = listFields(view.kind, found.record, answer.reading)
  const edited = mode === 'edit' ? (field ?? fields[0]?.path ?? null) : null
  const notes = answer.decisions.filter(({ kind, target, holds }) => kind === 'note' && holds && target.endsWith(`/${view.id}`))
  return (
    <div className="opened">
      <dl>
        {fields.map(each => (
          <FieldRow
            key={each.path}
            field={each}
            asRead={asRead(each)}
            isEdited={edited === each.path}
            actions={actions}
            onEdit={() => {
              setField(each.path)
              onMode('edit')
            }}
            onNote={() => {
              setNoteOn(each.path)
              onMode('comment')
            }}
            onWhy={() => {
              setField(each.path)
              onMode('why')
            }}
            editor={
              <FieldEditor
                field={each}
                reading={answer.reading}
                onSave={value => {
                  onMode('read')
                  actions.onCorrect(each.path, value)
                }}
                onCancel={() => onMode('read')}
              />
            }
          />
        ))}
      </dl>
      {notes.map(({ no, by, note, field: on, value }) => (
        <p key={no} className="note">
          <button type="button" onClick={() => actions.onLight(spansOf(value) ?? fields.find(({ path }) => path === on)?.spans ?? view.at)}>
            {note}
          </button>
          <span className="soft small">
            {' '}
            {by}
            {on && ` · ${words.fields[on] ?? on}`}
          </span>
        </p>
      ))}
      {mode === 'comment' && (
        <NoteForm on={noteOn} onSave={note => actions.onNote(note, noteOn ?? undefined)} onCancel={() => onMode('read')} />
      )}
      {mode === 'why' && (
        <Why report={answer.report.short} record={view.id} field={field?.split('.')[0] ?? null} onLight={actions.onLight} />
      )}
      <div className="row buttons">
        <Action label={words.accept} hint="a" onClick={actions.onAccept} />
        <Action label={words.reject} hint="x" onClick={actions.onReject} />
        <Action label={words.edit} hint="e" onClick={() => onMode('edit')} />
        <Action label={words.comment} hint="m" onClick={() => onMode('comment')} />
        <Action label={frame.copy} hint="c" onClick={actions.onCite} />
        <Action label={words.why} hint="w" onClick={() => onMode(mode === 'why' ? 'read' : 'why')} />
        <span className="soft small grow end">{words.sure(percent(found.record.confidence))}</span>
      </div>
    </div>
  )
}

function spansOf(value: unknown): Span[] | null {
  const spans = (value as { spans?: Span[] } | null)?.spans
  return spans && spans.length > 0 ? spans : null
}

function Action({ label, hint, onClick }: { readonly label: string; readonly hint: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button small" aria-keyshortcuts={hint} onClick={onClick}>
      {label} <kbd aria-hidden>{hint}</kbd>
    </button>
  )
}

function FieldRow({
  field: { path, text, spans, rule, refers },
  asRead,
  isEdited,
  editor,
  actions,
  onEdit,
  onNote,
  onWhy,
}: {
  readonly field: Field
  /** What Griot read, where an analyst corrected it. */
  readonly asRead: string | null
  readonly isEdited: boolean
  readonly editor: React.ReactNode
  readonly actions: CardActions
  readonly onEdit: () => void
  readonly onNote: () => void
  readonly onWhy: () => void
}) {
  const { reading: words } = useWords()
  const light = () => actions.onLight(spans)
  const unlight = () => actions.onLight([])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing lights the words, as the focus of the buttons inside does.
    <div className="field" onMouseEnter={light} onMouseLeave={unlight} onFocus={light} onBlur={unlight}>
      <dt>{words.fields[path] ?? path}</dt>
      <dd>
        {isEdited ? (
          editor
        ) : (
          <>
            {asRead !== null && (
              <del className="as-read" title={words.asRead}>
                {asRead}
              </del>
            )}
            <button type="button" className={text === null ? 'value soft' : 'value'} title={words.edit} onClick={onEdit}>
              {text ?? words.emptyField}
            </button>
            {refers.map(id => (
              <button type="button" key={id} className="tag" onClick={() => actions.onChoose(id)}>
                → {id}
              </button>
            ))}
            <button type="button" className="ask" title={rule ?? undefined} onClick={onWhy}>
              {text === null ? words.whyNot : words.why}
            </button>
            <button type="button" className="ask" aria-label={words.commentOn(words.fields[path] ?? path)} onClick={onNote}>
              {words.comment}
            </button>
          </>
        )}
      </dd>
    </div>
  )
}

function NoteForm({
  on,
  onSave,
  onCancel,
}: {
  /** The field that it is about; null: the record. */
  readonly on: string | null
  readonly onSave: (note: string) => void
  readonly onCancel: () => void
}) {
  const { reading: words } = useWords()
  const [note, setNote] = useState('')
  const label = on === null ? words.note : words.commentOn(words.fields[on] ?? on)
  return (
    <form
      className="row"
      onSubmit={event => {
        event.preventDefault()
        if (note.trim() !== '') onSave(note.trim())
      }}
    >
      <input
        autoFocus
        className="grow"
        key={on}
        aria-label={label}
        placeholder={label}
        value={note}
        maxLength={10_000}
        onChange={event => setNote(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && onCancel()}
      />
      <button type="submit" className="button small main">
        {words.save}
      </button>
    </form>
  )
}
