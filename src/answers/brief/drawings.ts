import { drawDays } from '../../formats/paper/days-chart.ts'
import { drawLines } from '../../formats/paper/line-chart.ts'
import type { Drawing } from '../../formats/paper/paper.ts'
import { drawPlaces, type MapPlace } from '../../formats/paper/place-map.ts'
import { drawStrips } from '../../formats/paper/strip-chart.ts'
import type { Brief } from './brief.ts'
import type { Notes } from './notes.ts'
import { describe } from './relations.ts'
import type { Sentence } from './sentence.ts'
import { fill, textOf, word } from './templates.ts'
import { countedIn, dayIn, numberIn } from './values.ts'

/** What happened by day, higher with the dead. */
export function drawTimeline(brief: Brief, notes: Notes): Drawing[] {
  const { happenings, wanted } = brief
  const { language } = wanted
  const sentences = sentencesOf(brief)
  const marks = happenings.flatMap((happening, i) => {
    const { day, killed, place } = happening
    if (day === '') return []
    const dead = killed?.amount?.best ?? 0
    const says = `${dayIn(language, day)}: ${[describe(happening, language), place?.name].filter(Boolean).join(', ')}`
    return [{ day, height: dead, says, notes: notes.numbersOf(sentences[i]?.evidence ?? []), isDeadly: dead > 0 }]
  })
  return marks.length < 2 ? [] : [drawDays(word('chart.events', language), marks)]
}

function sentencesOf({ sections }: Brief): readonly Sentence[] {
  return sections.find(({ name }) => name === 'events')?.sentences ?? []
}

/** Where it happened, as far as the places are known. */
export function drawMap(brief: Brief, notes: Notes): Drawing[] {
  const places = new Map<string, MapPlace>()
  const sentences = sentencesOf(brief)
  for (const [i, { place }] of brief.happenings.entries()) {
    if (!place || place.lat === null || place.lon === null || place.precision === 'country' || place.precision === 'region') continue
    const known = places.get(place.key)
    const own = notes.numbersOf(sentences[i]?.evidence ?? [])
    const { name, lat, lon } = place
    places.set(place.key, { name, lat, lon, count: (known?.count ?? 0) + 1, notes: [...new Set([...(known?.notes ?? []), ...own])] })
  }
  return places.size === 0 ? [] : [drawPlaces(word('chart.map', brief.wanted.language), [...places.values()])]
}

/** The series that have several numbers. */
export function drawSeries({ charts, wanted: { language } }: Brief, notes: Notes): Drawing[] {
  return charts.map(({ measure, unit, place, points }) => {
    const what = countedIn(language, measure, unit)
    const caption = place === null ? what : textOf(fill('chart.series', language, { what, place }))
    const values = points.map(({ evidence, ...point }) => ({ ...point, notes: notes.numbersOf(evidence) }))
    const range = points.some(({ low, high }) => high > low) ? `; ${word('chart.range', language)}` : ''
    return drawLines(`${caption.slice(0, 1).toUpperCase()}${caption.slice(1)}${range}`, values, value => numberIn(language, value))
  })
}

/** With whom the country cooperated and fought, day by day. */
export function drawPartners({ partners, wanted: { language } }: Brief, notes: Notes): Drawing[] {
  const strips = partners.map(({ partner, drawn }) => ({
    name: partner.name,
    marks: drawn.map(({ dealing, evidence }) => ({
      day: dealing.day,
      strength: dealing.scale,
      says: `${dayIn(language, dealing.day)}: ${describe(dealing, language)}`,
      notes: notes.numbersOf(evidence),
    })),
  }))
  return strips.length === 0 ? [] : [drawStrips(word('chart.relations', language), strips)]
}
