import { drawDays } from '../../formats/paper/days-chart.ts'
import { drawLines } from '../../formats/paper/line-chart.ts'
import type { Drawing } from '../../formats/paper/paper.ts'
import { drawPlaces } from '../../formats/paper/place-map.ts'
import { writtenName } from '../happenings.ts'
import type { Brief } from './brief.ts'
import { fill, textOf, word } from './templates.ts'
import { countedIn, dayIn, numberIn } from './values.ts'

/** Charts of series at the most. */
const MOST_CHARTS = 4

/** What happened by day, higher with the dead. */
export function drawTimeline({ happenings, wanted: { language } }: Brief): Drawing[] {
  const marks = happenings
    .filter(({ day }) => day !== '')
    .map(({ day, killed, type, mode, place }) => {
      const dead = killed?.amount?.best ?? 0
      const what = word(mode ? `event.${type}.${mode}` : `event.${type}`, language)
      return { day, height: dead, says: `${dayIn(language, day)}: ${[what, place?.name].filter(Boolean).join(', ')}`, isDeadly: dead > 0 }
    })
  return marks.length < 2 ? [] : [drawDays(word('chart.events', language), marks)]
}

/** Where it happened, as far as the places are known. */
export function drawMap({ happenings, wanted: { language } }: Brief): Drawing[] {
  const places = new Map<string, { name: string; lat: number; lon: number; count: number }>()
  for (const { place } of happenings) {
    if (!place || place.lat === null || place.lon === null || place.precision === 'country' || place.precision === 'region') continue
    const known = places.get(place.key)
    places.set(place.key, { name: place.name, lat: place.lat, lon: place.lon, count: (known?.count ?? 0) + 1 })
  }
  return places.size === 0 ? [] : [drawPlaces(word('chart.map', language), [...places.values()])]
}

/** The series that have several numbers. */
export function drawSeries({ series, wanted: { language } }: Brief): Drawing[] {
  const drawn = series.filter(({ strands }) => strands.filter(({ period }) => period.end ?? period.start).length > 1).slice(0, MOST_CHARTS)
  return drawn.map(({ series: { measure, unit, place }, strands }) => {
    const points = strands.flatMap(({ period, amount }) => {
      const day = period.end ?? period.start
      return day === null || amount?.best === null || !amount
        ? []
        : [{ day, best: amount.best, low: amount.low ?? amount.best, high: amount.high ?? amount.best }]
    })
    const what = countedIn(language, measure, unit)
    const caption = place === null ? what : textOf(fill('chart.series', language, { what, place: writtenName([place.name]) }))
    return drawLines(caption, points, value => numberIn(language, value))
  })
}
