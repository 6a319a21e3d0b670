import type { Incident, IncidentTelling } from '../../reconcile/incident.ts'
import { type Reconciled, Reconciler } from '../../reconcile/reconcile.ts'
import { neighboursOf, replaceIncidents, type TellingRow } from '../../store/incidents.ts'
import { findReportNumber, getReportId } from '../../store/reports.ts'
import { clearPending, findSketch, listPending, putSketch } from '../../store/sketches.ts'
import { reviewReport } from '../decisions/review-report.ts'
import type { Library } from '../open.ts'
import { settledDecisions } from './settled.ts'
import { sketchReading } from './sketch-reading.ts'
import { StoreShelf } from './store-shelf.ts'

/** Reports that are compared in one write. */
const MOST = 2000

/** Compares reports with the others of a library, and remembers across calls what was compared until another connection writes. */
export class LibraryReconciler {
  readonly #library: Library
  #reconciler: Reconciler
  #version: number

  constructor(library: Library) {
    this.#library = library
    this.#version = library.db.dataVersion
    this.#reconciler = new Reconciler(new StoreShelf(library.db), settledDecisions(library.db))
  }

  /** Compares those that wait for it; an interrupted run goes on where it stopped. */
  async reconcilePending(): Promise<void> {
    const { db } = this.#library
    this.#forgetOld()
    for (let pending = listPending(db, MOST); pending.length > 0; pending = listPending(db, MOST)) {
      await this.#sketch(pending.map(({ no }) => no))
      this.#library.write(() => {
        this.#store(pending)
        clearPending(
          db,
          pending.map(({ no }) => no),
        )
      })
    }
  }

  /** Decisions that were made meanwhile may have changed reports that were compared. */
  #forgetOld(): void {
    const version = this.#library.db.dataVersion
    if (version === this.#version) return
    this.#version = version
    this.#reconciler = new Reconciler(new StoreShelf(this.#library.db), settledDecisions(this.#library.db))
  }

  /** Reports whose records were changed, or that were added before there were sketches, get one. */
  async #sketch(numbers: readonly number[]): Promise<void> {
    const { db } = this.#library
    for (const no of numbers) {
      if (findSketch(db, no)) continue
      const { bytes, keys } = await sketchReading(reviewReport(db, no).reading)
      this.#library.write(() => putSketch(db, no, bytes, keys))
    }
  }

  /**
   * Those that told an incident together with one that has changed are looked at too. Links that are not held any more are found again, also with
   * reports that still wait; those that are held do not know of these, and from their side alone such an incident would fall apart.
   */
  #store(pending: readonly { readonly no: number; readonly id: string }[]): void {
    const { db } = this.#library
    const ids = new Set(pending.map(({ id }) => id))
    let numbers = new Map(pending.map(({ no, id }) => [id, no]))
    let reconciled: Reconciled
    let fellows = neighboursOf(db, [...numbers.values()])
    do {
      for (const no of fellows) ids.add(getReportId(db, no))
      reconciled = this.#reconciler.reconcile([...ids])
      numbers = new Map(reconciled.reports.map(id => [id, findReportNumber(db, id) as number]))
      fellows = neighboursOf(db, [...numbers.values()])
    } while (fellows.some(no => !ids.has(getReportId(db, no))))
    const { groups, incidents } = reconciled
    replaceIncidents(
      db,
      numbers,
      groups.flatMap(group => group.copies),
      incidents.map(toRow),
    )
  }
}

/** Compares the reports that wait for it with the others. */
export async function reconcilePending(library: Library): Promise<void> {
  await new LibraryReconciler(library).reconcilePending()
}

function toRow({ id, summary, tellings }: Incident) {
  const { day, firstReported, type, status, country, place, killed, reports } = summary
  return {
    ...{ id, day, firstReported, type, status, country, reports },
    admin1: place?.admin1 ?? null,
    place: place?.name ?? null,
    killed: killed?.best ?? null,
    summary: JSON.stringify(summary),
    tellings: tellings.flatMap(toTellingRows),
  }
}

/** A row for the report as a whole where it mainly tells the incident, and one for each of its events. */
function toTellingRows({ report, isMain, events, score, because }: IncidentTelling): TellingRow[] {
  const numbers = [...(isMain ? [0] : []), ...events.map(event => Number(event.slice(1)))]
  return numbers.map(event => ({ report, event, score, because }))
}
