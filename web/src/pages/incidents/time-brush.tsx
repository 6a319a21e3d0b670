import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { useAnswer } from '../../api/client.ts'
import type { Filters } from '../../parts/use-filters.ts'
import { useFormats, useWords } from '../../words/words.ts'

const DAY = 86_400_000
const [WIDTH, HEIGHT] = [600, 56]
/** As many bars as can be told apart. */
const MOST_BARS = 120

interface Bars {
  readonly first: number
  /** Days that a bar stands for. */
  readonly days: number
  readonly counts: readonly number[]
}

/** How many incidents there were over time; dragging over it sets the days, a double click takes them away. */
export function TimeBrush({ filters, onChange }: { readonly filters: Filters; readonly onChange: (changes: Filters) => void }) {
  const { incidents: words } = useWords()
  const { shortDay } = useFormats()
  const { from, to, ...others } = filters
  const { data } = useAnswer<{ items: readonly { day: string | null; count: number }[] }>('incidents/days', others)
  const bars = useMemo(() => makeBars(data?.items ?? []), [data])
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  if (!bars) return null
  const most = Math.max(...bars.counts)
  const step = WIDTH / bars.counts.length
  const xOf = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect()
    return box ? Math.max(0, Math.min(WIDTH, ((event.clientX - box.left) / box.width) * WIDTH)) : 0
  }
  const dayAt = (x: number) => new Date(bars.first + Math.min(Math.floor(x / step), bars.counts.length - 1) * bars.days * DAY)
  const xAt = (day: string) => ((Date.parse(day) - bars.first) / DAY / bars.days) * step
  const shown = drag
    ? [Math.min(...drag), Math.max(...drag)]
    : from || to
      ? [from ? xAt(from) : 0, to ? xAt(to) + step / bars.days : WIDTH]
      : null
  const finish = () => {
    if (drag && Math.abs(drag[1] - drag[0]) > 3) {
      const [start, end] = [Math.min(...drag), Math.max(...drag)]
      const last = new Date(dayAt(end).getTime() + (bars.days - 1) * DAY)
      onChange({ from: iso(dayAt(start)), to: iso(last) })
    }
    setDrag(null)
  }
  return (
    <figure className="brush">
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.brush}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag([xOf(event), xOf(event)])
        }}
        onPointerMove={event => drag && setDrag([drag[0], xOf(event)])}
        onPointerUp={finish}
        onDoubleClick={() => onChange({ from: '', to: '' })}
      >
        {bars.counts.map((count, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
            key={i}
            x={i * step + step * 0.1}
            width={step * 0.8}
            y={HEIGHT - (count / most) * (HEIGHT - 4)}
            height={(count / most) * (HEIGHT - 4)}
          />
        ))}
        {shown && <rect className="brushed" x={shown[0]} width={Math.max(0, (shown[1] ?? 0) - (shown[0] ?? 0))} y="0" height={HEIGHT} />}
      </svg>
      <figcaption className="row soft small">
        <span className="grow">{shortDay(iso(new Date(bars.first)))}</span>
        {drag && (
          <span>
            {shortDay(iso(dayAt(Math.min(...drag))))} – {shortDay(iso(dayAt(Math.max(...drag))))}
          </span>
        )}
        <span className="grow end">{shortDay(iso(new Date(bars.first + (bars.counts.length * bars.days - 1) * DAY)))}</span>
      </figcaption>
    </figure>
  )
}

function iso(day: Date): string {
  return day.toISOString().slice(0, 10)
}

function makeBars(items: readonly { readonly day: string | null; readonly count: number }[]): Bars | null {
  const told = items.flatMap(({ day, count }) => (day ? [{ at: Date.parse(day), count }] : [])).filter(({ at }) => !Number.isNaN(at))
  if (told.length === 0) return null
  const first = Math.min(...told.map(({ at }) => at))
  const span = (Math.max(...told.map(({ at }) => at)) - first) / DAY + 1
  const days = Math.max(1, Math.ceil(span / MOST_BARS))
  const counts = Array.from({ length: Math.max(1, Math.ceil(span / days)) }, () => 0)
  for (const { at, count } of told) counts[Math.floor((at - first) / DAY / days)]! += count
  return { first, days, counts }
}
