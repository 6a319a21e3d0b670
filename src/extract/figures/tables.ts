import type { FigureAnswers } from '../../document/answers/figures.ts'
import type { Entity, Figure, Layers, Sentence, TimeMention, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import type { Trail } from '../../document/trail.ts'
import type { Measure } from '../../record/figure.ts'
import type { Span } from '../../record/span.ts'
import { parseDigits } from './digits.ts'

/** What a column counts, told by its head. */
interface Column {
  readonly measure: Measure
  readonly kind: 'stock' | 'flow' | null
  readonly unit: string
  /** The word of the head that says it. */
  readonly term: Word
  /** The noun of the head that is counted, where it names a group. */
  readonly population: Word | null
}

type Input = Pick<Layers, 'report' | 'words' | 'sentences' | 'times'> & {
  readonly index: MentionIndex
  readonly entities: ReadonlyMap<string, Entity>
}

/** A row of a table: its cells as sentences, each with the column that it stands in. */
interface Row {
  /** Index of its first sentence. */
  readonly first: number
  readonly paragraph: number
  readonly span: Span
  readonly cells: readonly { readonly column: number; readonly sentence: Sentence }[]
}

/**
 * Figures in tables (lines whose cells stand apart by tabs): the head of a column says what its numbers count, the first names of places in
 * a row say where, a time in the line above the table says for when.
 */
export function findTableFigures(input: Input, answers: FigureAnswers): Figure[] {
  return findTables(input).flatMap(([head, ...rows]) => {
    const columns = readHead(head as Row, input.words, answers)
    if (!columns.some(column => column !== null)) return []
    const time = timeAbove(input, head as Row)
    return rows.flatMap(row => readRow(input, row, columns, time, answers))
  })
}

/** Is the word in a line of a table? */
export function findTableWords({ report, sentences, words }: Pick<Layers, 'report' | 'sentences' | 'words'>): (word: Word) => boolean {
  const rows = new Set(findRows(report.text, sentences).map(row => row.paragraph))
  return word => rows.has(sentences[(words[word.index] as Word).sentence]?.paragraph ?? -1)
}

function findRows(text: string, sentences: readonly Sentence[]): Row[] {
  const rows: Row[] = []
  for (let i = 0; i < sentences.length; ) {
    const first = sentences[i] as Sentence
    let end = i + 1
    while (sentences[end]?.paragraph === first.paragraph) end++
    const start = text.lastIndexOf('\n', first.span[0] - 1) + 1
    const last = (sentences[end - 1] as Sentence).span[1]
    const line = text.slice(start, last)
    if (line.includes('\t')) {
      let column = 0
      let from = start
      const cells = sentences.slice(i, end).map(sentence => {
        column += countTabs(text, from, sentence.span[0])
        from = sentence.span[0]
        return { column, sentence }
      })
      rows.push({ first: i, paragraph: first.paragraph, span: [first.span[0], last], cells })
    }
    i = end
  }
  return rows
}

function countTabs(text: string, from: number, to: number): number {
  let tabs = 0
  for (let i = from; i < to; i++) if (text[i] === '\t') tabs++
  return tabs
}

/** Runs of rows that follow each other. */
function findTables({ report, sentences }: Input): Row[][] {
  const tables: Row[][] = []
  for (const row of findRows(report.text, sentences)) {
    const table = tables.at(-1)
    if (table?.at(-1)?.paragraph === row.paragraph - 1) table.push(row)
    else tables.push([row])
  }
  return tables
}

/** What the heads say. A head that only names who is counted ("Families") goes on with what the one before it counts. */
function readHead(head: Row, words: readonly Word[], answers: FigureAnswers): (Column | null)[] {
  const columns: (Column | null)[] = []
  for (const { column, sentence } of head.cells) {
    const cell = words.slice(sentence.first, sentence.end)
    const group = cell.find(word => answers.counted.get(word.lemma.toLowerCase())?.population)
    const before = columns[column - 1]
    const same = group && before ? { ...before, unit: unitOf(cell, before.measure, answers), population: group } : null
    columns[column] = measureIn(cell, answers) ?? same
  }
  return columns
}

function measureIn(cell: readonly Word[], answers: FigureAnswers): Column | null {
  for (const term of cell)
    for (const key of [term.lower, term.lemma.toLowerCase()])
      for (const { as, with: companion, measure, kind } of answers.measures.get(key) ?? [])
        if (companion === '' && (as === 'state' || as === 'victim' || as === 'event')) {
          const population = cell.find(word => word.upos === 'NOUN' && word !== term) ?? null
          const stock = kind === null && (measure === 'displaced' || measure === 'missing')
          return { measure, kind: stock ? 'stock' : kind, unit: unitOf(cell, measure, answers), term, population }
        }
  return null
}

function unitOf(cell: readonly Word[], measure: Measure, answers: FigureAnswers): string {
  for (const word of cell) {
    const unit = answers.counted.get(word.lemma.toLowerCase())?.unit
    if (unit) return unit
  }
  return measure === 'attacks' ? 'incident' : measure === 'destroyed' ? 'building' : 'person'
}

/** The last time in the line right above a table: "as of 6 October". */
function timeAbove({ sentences, times, words }: Input, head: Row): TimeMention | null {
  const last = sentences[head.first - 1]
  if (!last) return null
  let low = 0
  let high = times.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((times[mid] as TimeMention).end <= last.end) low = mid + 1
    else high = mid
  }
  const time = times[low - 1]
  return time?.time.start && sentences[words[time.first]?.sentence ?? -1]?.paragraph === last.paragraph ? time : null
}

function readRow(input: Input, row: Row, columns: readonly (Column | null)[], time: TimeMention | null, answers: FigureAnswers): Figure[] {
  const places = input.index.inside(row.span[0], row.span[1]).flatMap(({ as, entity, span }) => {
    const kind = entity && input.entities.get(entity)?.kind
    return as === 'name' && entity && (kind === 'place' || kind === 'country') ? [{ entity, span }] : []
  })
  return row.cells.flatMap(({ column, sentence }) => {
    const head = columns[column]
    const value = head && parseDigits(input.report.text.slice(...sentence.span), answers.digits)
    return head && value !== null && value !== undefined ? [build(input, row, sentence, head, value, places, time)] : []
  })
}

function build(
  { report, words }: Input,
  row: Row,
  { span, first }: Sentence,
  { measure, kind, unit, term, population }: Column,
  value: number,
  places: readonly { readonly entity: string; readonly span: Span }[],
  time: TimeMention | null,
): Figure {
  const [place] = places
  const at: Span = [term.start, term.end]
  const isDay = time?.time.precision === 'day'
  const from: Record<string, Trail[string]> = {
    measure: { rule: 'figures/head-of-column', spans: [at] },
    value: { rule: 'figures/number', spans: [span] },
    unit: { rule: 'figures/head-of-column', spans: [at] },
  }
  if (population) from.population = { rule: 'figures/head-of-column', spans: [[population.start, population.end]] }
  if (place) from.place = { rule: 'figures/place-of-row', spans: [place.span] }
  if (time) from[isDay ? 'asOf' : 'time'] = { rule: 'figures/time-above-table', spans: time.time.span ? [time.time.span] : [] }
  return {
    id: `t${(words[first] as Word).index}`,
    measure,
    kind,
    unit,
    per: null,
    population: population && report.text.slice(population.start, population.end),
    term: at,
    value: { low: value, best: value, high: value, quantifier: 'exact' },
    change: null,
    time: time && !isDay ? time.time : null,
    asOf: time && isDay ? time.time : null,
    place: place?.entity ?? null,
    places: [...new Set(places.map(({ entity }) => entity))],
    origin: null,
    destination: null,
    source: null,
    saidIn: null,
    partOf: null,
    same: null,
    events: [],
    span,
    evidence: row.span,
    confidence: 0.85,
    from,
  }
}
