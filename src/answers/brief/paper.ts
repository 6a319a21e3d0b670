import type { Block, Note, Paper, Run } from '../../formats/paper/paper.ts'
import { shortId } from '../../library/find-report.ts'
import type { Evidence } from '../evidence.ts'
import type { Brief, Section } from './brief.ts'
import { drawMap, drawSeries, drawTimeline } from './drawings.ts'
import { type BriefLanguage, fill, type Piece, textOf, word } from './templates.ts'
import { dayIn, numberIn } from './values.ts'

/** A brief as a document, its evidence as numbered notes. */
export function briefToPaper(brief: Brief): Paper {
  const { country, wanted, sections, reports, publishers } = brief
  const { language, place } = wanted
  const notes = createNotes(language)
  const { name } = country
  const blocks = sections.flatMap(section => sectionBlocks(section, brief, notes))
  const period = textOf(periodOf(brief))
  const head =
    reports === 0
      ? fill('head.none', language, { period })
      : fill('head', language, { period, reports: numberIn(language, reports), publishers: numberIn(language, publishers) })
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

function sectionBlocks({ name, isKnown, sentences }: Section, brief: Brief, notes: Notes): Block[] {
  const { language, since } = brief.wanted
  const heading = textOf(fill(`section.${name}`, language, { since: since && dayIn(language, since) }))
  const drawings = name === 'events' ? [...drawTimeline(brief), ...drawMap(brief)] : name === 'figures' ? drawSeries(brief) : []
  return [
    { kind: 'heading', id: name, text: heading },
    ...drawings.map((drawing): Block => ({ kind: 'drawing', drawing })),
    ...(sentences.length === 0 ? [{ kind: 'remark' as const, text: word(isKnown ? 'none' : 'unknown', language) }] : []),
    ...sentences.map(({ pieces }): Block => ({ kind: 'sentence', runs: pieces.map(piece => toRun(piece, notes)) })),
  ]
}

function toRun({ text, evidence }: Piece, notes: Notes): Run {
  return { text, notes: evidence.map(each => notes.numberOf(each)) }
}

type Notes = ReturnType<typeof createNotes>

/** Gives each record one note, whichever sentence rests on it. */
function createNotes(language: BriefLanguage) {
  const numbers = new Map<string, number>()
  const list: Note[] = []
  return {
    list: list as readonly Note[],
    numberOf(evidence: Evidence): number {
      const known = numbers.get(evidence.record)
      if (known !== undefined) return known
      const { record, publisher, title, published, url, quote } = evidence
      const [report = '', local = ''] = record.split('/')
      const source = [publisher, title, published && dayIn(language, published)].filter(Boolean).join(', ')
      const number = list.push({ number: list.length + 1, record: `${shortId(report)}/${local}`, source, url, quote })
      numbers.set(record, number)
      return number
    },
  }
}
