import * as Plot from '@observablehq/plot'
import { useEffect, useMemo, useRef } from 'react'
import type { SeriesDetail } from '../../api/types.ts'
import { useFormats, useWords } from '../../words/words.ts'

interface Point {
  readonly figure: string
  readonly day: Date
  readonly low: number
  readonly best: number
  readonly high: number
  readonly isCounted: boolean
  readonly says: string
}

/** A series over time: each figure a mark, with its range as a band; those that are not counted are faint. Stocks are joined by a line, flows stand on the axis. */
export function SeriesChart({
  series,
  chosen,
  onChoose,
}: {
  readonly series: SeriesDetail
  readonly chosen: string | null
  readonly onChoose: (figure: string) => void
}) {
  const { figures: words } = useWords()
  const { shortDay, number } = useFormats()
  const host = useRef<HTMLDivElement>(null)
  const points = useMemo(() => listPoints(series), [series])
  useEffect(() => {
    const element = host.current
    if (!element || points.length === 0) return
    const draw = () => {
      const counted = points.filter(point => point.isCounted)
      const at = { x: 'day', y: 'best' } as const
      const isStock = series.kind === 'stock'
      const plot = Plot.plot({
        width: Math.max(320, element.clientWidth),
        height: 280,
        marginLeft: 64,
        style: { background: 'none', fontFamily: 'inherit', fontSize: '12px' },
        x: { type: 'utc', label: null, tickFormat: (day: Date) => shortDay(day.toISOString()), ticks: Math.min(6, points.length) },
        y: { grid: true, zero: true, label: null, tickFormat: number, ticks: 5 },
        marks: [
          Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          Plot.ruleX(points, {
            x: 'day',
            y1: 'low',
            y2: 'high',
            stroke: 'var(--figure)',
            strokeOpacity: 0.35,
            strokeWidth: 5,
            strokeLinecap: 'round',
          }),
          isStock
            ? Plot.lineY(counted, { ...at, stroke: 'var(--figure)', strokeWidth: 2 })
            : Plot.ruleX(counted, { x: 'day', y1: 0, y2: 'best', stroke: 'var(--figure)', strokeWidth: 2 }),
          Plot.dot(
            points.filter(point => !point.isCounted),
            { ...at, r: 4, stroke: 'var(--soft)', fill: 'var(--paper)', strokeOpacity: 0.7 },
          ),
          Plot.dot(counted, { ...at, r: 5, fill: 'var(--figure)' }),
          Plot.dot(
            points.filter(point => point.figure === chosen),
            { ...at, r: 9, stroke: 'var(--accent)', strokeWidth: 2 },
          ),
          Plot.tip(points, Plot.pointer({ ...at, title: (point: Point) => point.says, fill: 'var(--raised)', stroke: 'var(--line)' })),
        ],
      })
      // A click chooses the mark that the pointer is nearest to.
      plot.addEventListener('click', () => {
        const point = plot.value as Point | null
        if (point) onChoose(point.figure)
      })
      // Styles in the page itself are refused by its policy; figures.css has these.
      plot.querySelector('style')?.remove()
      // A picture has one name: that of its parts is for nobody.
      for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
      plot.setAttribute('role', 'img')
      plot.setAttribute('aria-label', words.chart(points.length))
      element.replaceChildren(plot)
    }
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    return () => observer.disconnect()
  }, [points, series.kind, chosen, onChoose, shortDay, number, words])
  return <div ref={host} className="chart card" />
}

function listPoints(series: SeriesDetail): Point[] {
  return series.strands.flatMap(strand =>
    strand.marks.flatMap(({ figure, role, amount, record }) => {
      const best = amount && (amount.best ?? amount.low ?? amount.high)
      const day = (strand.isCumulative ? record?.report.published : null) ?? record?.day ?? strand.period.end ?? strand.period.start
      if (amount === null || best === null || !day) return []
      const says = [record?.head, record?.report.publisher, day, record?.quote].filter(Boolean).join('\n')
      const point = { figure, best, low: amount.low ?? best, high: amount.high ?? best, isCounted: role === 'recommended', says }
      const date = new Date(`${day.length === 10 ? day : `${day}-01`.slice(0, 10)}T00:00:00Z`)
      return Number.isNaN(date.getTime()) ? [] : [{ ...point, day: date }]
    }),
  )
}
