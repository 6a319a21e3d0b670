import { type MouseEvent, memo, type ReactNode, type Ref, useMemo } from 'react'
import type { ReadingAnswer } from '../../api/types.ts'
import { KindMark } from '../../parts/kind-mark.tsx'
import { cutText, type Paragraph } from './segments.ts'

export type View = ReadingAnswer['views'][number]

/** Of records that share some words as many are told apart by their colours. */
const TOGETHER = 3

/** The report, each record marked where it stands; beside each paragraph what begins in it. */
export const ReportText = memo(function ReportText({
  text,
  language,
  views,
  chosen,
  linked,
  article,
  beside,
  onChoose,
}: {
  readonly text: string
  readonly language: string
  readonly views: readonly View[]
  readonly chosen: string | null
  /** Records that hang together with the one that is chosen. */
  readonly linked: ReadonlySet<string>
  readonly article: Ref<HTMLDivElement>
  /** What stands beside the records of a paragraph. */
  readonly beside: (views: readonly View[]) => ReactNode
  readonly onChoose: (id: string) => void
}) {
  const paragraphs = useMemo(
    () =>
      cutText(
        text,
        views.flatMap(view => view.at.map(span => ({ of: view, span }))),
      ),
    [text, views],
  )
  const begins = useMemo(() => placeViews(paragraphs, views), [paragraphs, views])
  const choose = (event: MouseEvent) => {
    const ids = (event.target as HTMLElement).closest<HTMLElement>('[data-r]')?.dataset.r?.split(' ')
    if (!ids?.[0] || !getSelection()?.isCollapsed) return
    // Another click on words of several records goes on to the next of them.
    onChoose(ids[(ids.indexOf(chosen ?? '') + 1) % ids.length] ?? ids[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards beside the text and the keys j and k do the same.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div className="text" ref={article} lang={language} onClick={choose}>
      {paragraphs.map((paragraph, i) => (
        <div key={paragraph.start} className="paragraph">
          <p>
            {paragraph.segments.map(segment => (
              <Piece key={segment.start} text={text} segment={segment} chosen={chosen} linked={linked} />
            ))}
          </p>
          <div className="beside">{beside(begins[i] ?? [])}</div>
        </div>
      ))}
    </div>
  )
})

function Piece({
  text,
  segment: { start, end, of },
  chosen,
  linked,
}: {
  readonly text: string
  readonly segment: Paragraph<View>['segments'][number]
  readonly chosen: string | null
  readonly linked: ReadonlySet<string>
}) {
  const words = text.slice(start, end)
  const inner = [...new Set(of)].slice(0, TOGETHER)
  const first = of.filter(view => view.at[0]?.[0] === start)
  return (
    <>
      {first.map(view => (
        <span key={view.id} className="sign" data-r={view.id}>
          <KindMark kind={view.kind} silent />
        </span>
      ))}
      <span
        data-at={start}
        data-r={inner.length > 0 ? inner.map(({ id }) => id).join(' ') : undefined}
        className={
          inner.length > 0
            ? `m ${inner.map(({ kind }) => kind).join(' ')}${of.some(({ id }) => id === chosen) ? ' chosen' : of.some(({ id }) => linked.has(id)) ? ' linked' : ''}`
            : undefined
        }
      >
        {words}
      </span>
    </>
  )
}

/** The records that begin in each paragraph; those without a place in the text stand beside the last one before them. */
function placeViews(paragraphs: readonly Paragraph<View>[], views: readonly View[]): View[][] {
  const placed: View[][] = paragraphs.map(() => [])
  for (const view of views) {
    const at = view.at[0]?.[0] ?? view.evidence[0]
    let i = paragraphs.findLastIndex(({ start }) => start <= at)
    if (i < 0) i = 0
    placed[i]?.push(view)
  }
  return placed
}
