import { tellFigures } from '../library/figures/told-figures.ts'
import type { Library } from '../library/open.ts'
import type { FigureTold } from '../reconcile/series/told.ts'
import {
  type EventTold,
  eventsOfFigures,
  eventsWithParty,
  listEventsTold,
  listOfficesTold,
  listStatementsTold,
  type OfficeTold,
  type ReportTold,
  type StatementTold,
} from '../store/about.ts'
import type { Scope } from './scope.ts'

/** Everything that some reports tell, as far as it lies where it should. */
export interface Told {
  readonly reports: readonly ReportTold[]
  readonly events: readonly EventTold[]
  readonly figures: readonly FigureTold[]
  readonly statements: readonly StatementTold[]
  readonly offices: readonly OfficeTold[]
  /** Id of a figure → number of the event whose victims it counts. */
  readonly eventOf: ReadonlyMap<string, number>
}

/**
 * What the reports of a scope tell; copies and versions that gave way are still among it. With `only` (numbers of reports) no more than these are
 * asked what they tell, but for who holds which office.
 */
export function gatherTold({ db, ...library }: Library, scope: Scope, only: ReadonlySet<number> | null = null): Told {
  const asked = only === null ? scope.reports : scope.reports.filter(({ no }) => only.has(no))
  const numbers = asked.map(report => report.no)
  const ids = new Map(scope.reports.map(({ no, report }) => [no, report]))
  const figures = tellFigures({ db, ...library } as Library, { only: numbers }).filter(({ place }) =>
    scope.holds({ country: place?.country ?? null, admin1: place?.admin1 ?? null, placeKey: place?.key ?? null }),
  )
  // What a country does elsewhere, or what is done to it there, is part of what is told about it; of a part of a country it is not.
  const own = new Set(scope.country === null || scope.isPart ? [] : eventsWithParty(db, numbers, scope.country))
  return {
    reports: scope.reports,
    events: listEventsTold(db, asked).filter(event => scope.holds(event) || own.has(event.no)),
    figures,
    statements: listStatementsTold(db, asked),
    offices: listOfficesTold(db, scope.reports),
    eventOf: new Map(
      eventsOfFigures(db, numbers).map(({ figure, event }) => [`${ids.get(Math.floor(figure / 65_536))}/f${figure % 65_536}`, event]),
    ),
  }
}

/**
 * What was known by the end of a day (null: today): what had been published by then, without copies of what had been, and without versions to which
 * a newer one had been published.
 */
export function knownOn(told: Told, day: string | null): Told {
  const standing = standingOn(told.reports, day)
  const stands = ({ report }: { readonly report: string }) => standing.has(report)
  return {
    reports: told.reports.filter(stands),
    events: told.events.filter(stands),
    figures: told.figures.filter(figure => standing.has(figure.report.id)).map(withoutCopies),
    statements: told.statements.filter(stands),
    offices: told.offices.filter(stands),
    eventOf: told.eventOf,
  }
}

/** The ids of the reports that stand at the end of a day. */
export function standingOn(reports: readonly ReportTold[], day: string | null): Set<string> {
  const known = reports.filter(({ published }) => day === null || (published !== null && published <= day))
  const ids = new Set(known.map(({ report }) => report))
  return new Set(known.filter(({ copyOf }) => copyOf === null || !ids.has(copyOf)).map(({ report }) => report))
}

/** Among reports that stand, none is a copy of another or gave way. */
function withoutCopies(told: FigureTold): FigureTold {
  return { ...told, report: { ...told.report, copyOf: null, supersededBy: null } }
}
