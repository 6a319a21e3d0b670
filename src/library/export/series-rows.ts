import type { Series } from '../../reconcile/series/build.ts'
import type { Mark, Strand } from '../../reconcile/series/strand.ts'
import { getRules } from '../../store/readings.ts'
import { findReportNumber, getReport } from '../../store/reports.ts'
import type { Library } from '../open.ts'
import { type StoredReport, toStored } from '../stored-report.ts'
import type { SeriesRow } from './series-table.ts'

/** The strands of series as rows, each with the words of the figure that counts. */
export function* seriesRows(library: Library, all: readonly Series[]): Generator<SeriesRow> {
  const reports = new RecentReports(library)
  for (const series of all)
    for (const strand of series.strands) {
      const chosen = chosenMark(strand)
      yield { series, strand, chosen, told: chosen ? reports.tell(chosen.figure) : null }
    }
}

/** The figure of a strand that counts; where none does, the first. */
function chosenMark(strand: Strand): Mark | undefined {
  return strand.marks.find(mark => mark.role === 'recommended') ?? strand.marks[0]
}

/** Reports opened lately: the strands of one series often rest on the same. */
class RecentReports {
  readonly #library: Library
  readonly #recent = new Map<string, { stored: StoredReport; rules: string }>()

  constructor(library: Library) {
    this.#library = library
  }

  tell(figureId: string): SeriesRow['told'] {
    const cut = figureId.lastIndexOf('/')
    const { stored, rules } = this.#open(figureId.slice(0, cut))
    const { reading } = stored
    const figure = reading.figures.find(each => each.id === figureId.slice(cut + 1))
    if (!figure) return null
    const place = reading.entities.find(entity => entity.id === figure.place)
    return { evidence: reading.report.text.slice(...figure.evidence), url: reading.report.url, rules, pcode: place?.ref?.pcode ?? null }
  }

  #open(id: string): { stored: StoredReport; rules: string } {
    const known = this.#recent.get(id)
    if (known) return known
    const { db } = this.#library
    const no = findReportNumber(db, id) as number
    const opened = { stored: toStored(db, { no, report: getReport(db, no) }), rules: getRules(db, no) }
    this.#recent.set(id, opened)
    if (this.#recent.size > MOST_RECENT) this.#recent.delete(this.#recent.keys().next().value as string)
    return opened
  }
}

const MOST_RECENT = 200
