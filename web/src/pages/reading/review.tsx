import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ask, type Page } from '../../api/client.ts'
import type { ReadingAnswer, ReportItem } from '../../api/types.ts'
import { useActions } from '../../keys/keys.ts'
import { useCopyCitation } from '../../parts/citation.tsx'
import { KINDS, KindMark } from '../../parts/kind-mark.tsx'
import { shortId } from '../../parts/short-id.ts'
import { say } from '../../parts/toast.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { AddRecord } from './add-record.tsx'
import { Card, type CardActions, type CardMode } from './card.tsx'
import { linkedTo } from './fields.ts'
import { lightWords, selectedSpan } from './highlight.ts'
import { ReportText, type View } from './report-text.tsx'
import type { Span } from './segments.ts'
import { Source } from './source.tsx'
import { useReview } from './use-review.ts'

/** A report beside what was read in it, and the keys to go through it. */
export function Review({ answer, record }: { readonly answer: ReadingAnswer; readonly record: string | null }) {
  const words = useWords()
  const { report, reading, views, reviews } = answer
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<string | null>(record ?? null)
  const [mode, setMode] = useState<CardMode>('read')
  const [showsSource, setShowsSource] = useState(false)
  const [selected, setSelected] = useState<Span | null>(null)
  const article = useRef<HTMLDivElement>(null)
  const { decide, undo } = useReview()
  const copyCitation = useCopyCitation()
  const index = views.findIndex(({ id }) => id === chosen)
  const done = views.filter(({ id }) => reviews[id]).length

  const choose = useCallback(
    (id: string | null) => {
      setChosen(id)
      setMode('read')
      history.replaceState(history.state, '', id ? `/reading/${report.short}/${id}` : `/reading/${report.short}`)
    },
    [report.short],
  )
  const step = (by: number) => {
    const next = views[Math.max(0, Math.min(views.length - 1, index < 0 ? (by > 0 ? 0 : views.length - 1) : index + by))]
    if (next) choose(next.id)
  }
  /** On to the next record that nobody looked at. */
  const moveOn = () => {
    const next = [...views.slice(index + 1), ...views.slice(0, Math.max(index, 0))].find(({ id }) => id !== chosen && !reviews[id])
    choose(next?.id ?? null)
  }
  const judge = (kind: 'accept' | 'reject', ids: readonly string[]) => {
    if (ids.length === 0) return
    void decide(
      ids.map(id => ({ kind, target: `${report.short}/${id}` })),
      words.reading.decided(ids.length, words.reading[kind === 'accept' ? 'accepted' : 'rejected']),
    )
  }
  const goNext = async () => {
    const { items } = await ask<Page<ReportItem>>('reports', { review: 'waiting', isCopy: false, limit: 2 })
    const next = items.find(({ short }) => short !== report.short)
    go(next ? `/reading/${next.short}` : '/reading')
  }
  const acceptVisible = () =>
    judge(
      'accept',
      views.filter(({ id }) => !reviews[id] && isOnScreen(id)).map(({ id }) => id),
    )
  const actions: CardActions = {
    onChoose: id => choose(id === chosen ? null : id),
    onAccept: () => {
      if (chosen) judge('accept', [chosen])
      moveOn()
    },
    onReject: () => {
      if (chosen) judge('reject', [chosen])
      moveOn()
    },
    onCorrect: (field, value) =>
      void decide(
        [{ kind: 'correct', target: `${report.short}/${chosen}`, field, value }],
        words.reading.decided(1, words.reading.corrected),
      ),
    onNote: (note, field) => {
      setMode('read')
      void decide([{ kind: 'note', target: `${report.short}/${chosen}`, note, ...(field && { field }) }], words.reading.noted)
    },
    onCite: () => void copyCitation(`${report.short}/${chosen}`),
    onLight: spans => lightWords(article.current, spans),
  }
  const withChosen = (run: () => void) => () => (chosen ? run() : step(1))
  useActions([
    { keys: 'j', says: words.reading.nextRecord, run: () => step(1) },
    { keys: 'k', says: words.reading.previous, run: () => step(-1) },
    { keys: 'a', says: words.reading.accept, run: withChosen(actions.onAccept) },
    { keys: 'x', says: words.reading.reject, run: withChosen(actions.onReject) },
    { keys: 'e', says: words.reading.edit, run: withChosen(() => setMode('edit')) },
    { keys: 'm', says: words.reading.comment, run: withChosen(() => setMode('comment')) },
    { keys: 'c', says: words.frame.copy, run: withChosen(actions.onCite) },
    { keys: 'w', says: words.reading.why, run: withChosen(() => setMode(mode === 'why' ? 'read' : 'why')) },
    { keys: 'A', says: words.reading.acceptAll, run: acceptVisible },
    { keys: 'u', says: words.reading.undo, run: () => void undo() },
    { keys: 'n', says: words.reading.next, run: () => void goNext().catch(error => say(String(error))) },
    { keys: 'o', says: words.reading.original, run: () => setShowsSource(shown => !shown) },
  ])
  useScrollTo(chosen)
  useSelection(article, setSelected)

  const linked = useMemo(() => linkedTo(reading, chosen), [reading, chosen])
  const beside = useCallback(
    (here: readonly View[]) =>
      here.map(view => (
        <Card
          key={view.id}
          view={view}
          answer={answer}
          isChosen={view.id === chosen}
          isLinked={linked.has(view.id)}
          mode={view.id === chosen ? mode : 'read'}
          onMode={setMode}
          actions={held.current}
        />
      )),
    [answer, chosen, linked, mode],
  )
  const held = useRef(actions)
  held.current = actions
  const counts = useMemo(() => KINDS.map(kind => ({ kind, count: views.filter(view => view.kind === kind).length })), [views])

  return (
    <>
      <Head report={report} />
      <div className="row tools no-print">
        {counts.map(({ kind, count }) => (
          <span key={kind} className="row count">
            <KindMark kind={kind} silent /> {count}{' '}
            <span className="soft">{count === 1 ? words.frame.kinds[kind] : words.frame.kindsMany[kind]}</span>
          </span>
        ))}
        <span className="grow" />
        <span className="soft small numeric">{words.reading.progress(done, views.length)}</span>
        <progress max={Math.max(views.length, 1)} value={done} aria-label={words.reading.progress(done, views.length)} />
        <button type="button" className="button small" onClick={acceptVisible}>
          {words.reading.acceptAll} <kbd aria-hidden>A</kbd>
        </button>
        <button type="button" className="button small" aria-pressed={showsSource} onClick={() => setShowsSource(!showsSource)}>
          {showsSource ? words.reading.backToText : words.reading.original} <kbd aria-hidden>o</kbd>
        </button>
        <button type="button" className="button small main" onClick={() => void goNext()}>
          {words.reading.next} <kbd aria-hidden>n</kbd>
        </button>
      </div>
      {showsSource ? (
        <Source report={report.short} />
      ) : (
        <ReportText
          text={reading.report.text}
          language={reading.report.language}
          views={views}
          chosen={chosen}
          linked={linked}
          article={article}
          beside={beside}
          onChoose={choose}
        />
      )}
      {selected && (
        <AddRecord
          selected={reading.report.text.slice(...selected)}
          onCancel={() => setSelected(null)}
          onAdd={(list, fields) => {
            setSelected(null)
            getSelection()?.removeAllRanges()
            void decide(
              [{ kind: 'add', target: report.short, list, span: selected, fields }],
              words.reading.decided(1, words.reading.added),
            )
          }}
        />
      )}
    </>
  )
}

function Head({ report }: { readonly report: ReportItem }) {
  const { reading: words } = useWords()
  const { day } = useFormats()
  return (
    <header>
      <h1>{report.title ?? report.short}</h1>
      <p className="soft row">
        <span>{[report.publisher, day(report.published)].filter(Boolean).join(' · ')}</span>
        {report.url && <Origin url={report.url} />}
        <span>{words.words(report.words)}</span>
        {report.confidentiality !== 'public' && <span className="tag bad">{report.confidentiality}</span>}
        <span className={report.review === 'done' ? 'tag good' : 'tag'}>{words.states[report.review]}</span>
        {report.copyOf && (
          <span>
            {words.copyOf} <Link href={`/reading/${shortId(report.copyOf)}`}>{shortId(report.copyOf)}</Link>
          </span>
        )}
        {report.supersededBy && (
          <span>
            {words.supersededBy} <Link href={`/reading/${shortId(report.supersededBy)}`}>{shortId(report.supersededBy)}</Link>
          </span>
        )}
      </p>
    </header>
  )
}

/** Where a report was found. Whoever wrote the report wrote this too: what is no address of the web is shown, and leads nowhere. */
function Origin({ url }: { readonly url: string }) {
  const address = URL.canParse(url) ? new URL(url) : null
  if (address === null || !/^https?:$/.test(address.protocol)) return <span>{url}</span>
  return (
    <a href={address.href} target="_blank" rel="noreferrer noopener">
      {address.hostname}
    </a>
  )
}

function isOnScreen(id: string): boolean {
  const box = document.querySelector(`#card-${CSS.escape(id)}`)?.getBoundingClientRect()
  return box !== undefined && box.bottom > 60 && box.top < innerHeight
}

function useScrollTo(chosen: string | null): void {
  useEffect(() => {
    if (chosen === null) return
    document.querySelector(`[data-r~="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' })
    document.querySelector(`#card-${CSS.escape(chosen)}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
}

/** Tells of the words that are selected, when the selection is done. */
function useSelection(article: React.RefObject<HTMLElement | null>, onSelect: (span: Span | null) => void): void {
  useEffect(() => {
    const look = () => {
      const span = selectedSpan(article.current)
      if (span) onSelect(span)
    }
    document.addEventListener('pointerup', look)
    document.addEventListener('keyup', look)
    return () => {
      document.removeEventListener('pointerup', look)
      document.removeEventListener('keyup', look)
    }
  }, [article, onSelect])
}
