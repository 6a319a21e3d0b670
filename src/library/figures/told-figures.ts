import type { Days, FigureTold, PlaceFacts } from '../../reconcile/series/told.ts'
import type { PlacePrecision } from '../../record/entity.ts'
import type { FigureKind, FigureRecord, Measure, Quantifier } from '../../record/figure.ts'
import { type FigureRow, listFigures } from '../../store/figures.ts'
import type { RecordQuestion } from '../../store/question.ts'
import type { Library } from '../open.ts'

/** Events that may not have happened. */
const DOUBTFUL: ReadonlySet<string | null> = new Set(['possible', 'denied', 'negated'])

/** The figures of a library with all that a series needs. */
export function tellFigures(library: Library, question: RecordQuestion): FigureTold[] {
  return listFigures(library.db, question).map(toTold)
}

function toTold(row: FigureRow): FigureTold {
  const { report, published, publisher, language, incident } = row
  return {
    id: `${report}/f${row.no % 65_536}`,
    figure: {
      measure: row.measure as Measure,
      kind: row.kind as FigureKind | null,
      unit: row.unit,
      per: row.per as FigureRecord['per'],
      population: row.population,
      value: row.quantifier === null ? null : { low: row.low, best: row.best, high: row.high, quantifier: row.quantifier as Quantifier },
      partOf: row.partOf === null ? null : `f${row.partOf}`,
      same: row.same === null ? null : `f${row.same}`,
      time: daysOf(row.timeStart, row.timeEnd),
      asOf: daysOf(row.asOfStart, row.asOfEnd),
    },
    report: {
      id: report,
      published,
      publisher,
      language,
      copyOf: row.copyKind === 'update' ? null : row.copyOf,
      supersededBy: row.copyKind === 'update' ? row.copyOf : null,
    },
    place: placeOf(row),
    source: row.sourceKey === null ? null : { key: row.sourceKey, name: row.sourceName ?? row.sourceKey },
    incident,
    isDoubtful: DOUBTFUL.has(row.eventStatus),
  }
}

function daysOf(start: string | null, end: string | null): Days | null {
  return start === null && end === null ? null : { start, end }
}

function placeOf({ placeKey, placeName, country, admin1, placePrecision, lat, lon }: FigureRow): PlaceFacts | null {
  if (placeKey === null) return null
  return { key: placeKey, name: placeName ?? placeKey, country, admin1, precision: placePrecision as PlacePrecision | null, lat, lon }
}
