import type { Block, Drawing, Paper } from '../../formats/paper/paper.ts'
import type { Brief, Section } from './brief.ts'
import { drawMap, drawPartners, drawSeries, drawTimeline } from './drawings.ts'
import { createNotes, type Notes } from './notes.ts'
import { toSentence } from './runs.ts'
import { splitTable } from './tables.ts'
import { fill, type Piece, textOf, word } from './templates.ts'
import { dayIn, numberIn } from './values.ts'

/** A brief as a document, its evidence as numbered notes. */
export function briefToPaper(brief: Brief): Paper {
  const { country, wanted, sections, reports, publishers, withheld } = brief
  const { language, place } = wanted
  const notes = createNotes(language)
  const { name } = country
  const blocks = sections.flatMap(section => sectionBlocks(section, brief, notes))
  const period = textOf(periodOf(brief))
  const left = { withheld: withheld === 0 ? null : numberIn(language, withheld) }
  const head =
    reports === 0
      ? fill('head.none', language, { period, ...left })
      : fill('head', language, { period, reports: numberIn(language, reports), publishers: numberIn(language, publishers), ...left })
  return {
    language,
    title: textOf(
      place === undefined ? fill('title', language, { country: name }) : fill('title.place', language, { place, country: name }),
    ),
    head: textOf(head),
    blocks,
    notesTitle: word('section.notes', language),
    notes: notes.list,
  }
}

function periodOf({ wanted: { from, to, language } }: Brief): Piece[] {
  const slots = { from: from && dayIn(language, from), to: to && dayIn(language, to) }
  return fill(from ? (to ? 'period' : 'period.from') : to ? 'period.to' : 'period.all', language, slots)
}

function sectionBlocks({ name, sentences, more }: Section, brief: Brief, notes: Notes): Block[] {
  const { language, since } = brief.wanted
  const heading = textOf(fill(`section.${name}`, language, { since: since && dayIn(language, since) }))
  const { table, rest } = splitTable(sentences, language, notes)
  const told = rest.map(({ pieces }): Block => ({ kind: 'sentence', runs: toSentence(pieces, notes) }))
  // Notes have the numbers that their words have; drawings come before the words, and lead to them.
  const drawings = drawingsOf(name, brief, notes)
  return [
    { kind: 'heading', id: name, text: heading },
    ...drawings.map((drawing): Block => ({ kind: 'drawing', drawing })),
    ...(sentences.length === 0 ? [{ kind: 'remark' as const, text: word('none', language) }] : []),
    ...(table ? [table] : []),
    ...told,
    ...(more > 0 ? [{ kind: 'remark' as const, text: textOf(fill('more', language, { more: numberIn(language, more) })) }] : []),
  ]
}

function drawingsOf(name: Section['name'], brief: Brief, notes: Notes): Drawing[] {
  if (name === 'events') return [...drawTimeline(brief, notes), ...drawMap(brief, notes)]
  if (name === 'figures') return drawSeries(brief, notes)
  return name === 'relations' ? drawPartners(brief, notes) : []
}
