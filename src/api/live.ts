import { lastReportNumber } from '../store/arrivals.ts'
import type { Database } from '../store/database.ts'

/** Something that pages are told as it happens. */
export interface LiveEvent {
  /** "import", "reports", "changed". */
  readonly event: string
  readonly data: unknown
}

type Listener = (event: LiveEvent) => void

/** Milliseconds between two looks whether the library has changed. */
const LOOK = 500

/** Tells pages what happens: what the desk itself does, and that the library has changed, whoever changed it. */
export class Live {
  readonly #db: Database
  readonly #listeners = new Set<Listener>()
  #timer: NodeJS.Timeout | null = null
  #version = 0
  #last = 0

  constructor(db: Database) {
    this.#db = db
  }

  tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** Gives what ends the listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    if (!this.#timer) {
      this.#version = this.#db.dataVersion
      this.#last = lastReportNumber(this.#db)
      this.#timer = setInterval(() => this.#look(), LOOK).unref()
    }
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0 || !this.#timer) return
      clearInterval(this.#timer)
      this.#timer = null
    }
  }

  #look(): void {
    const version = this.#db.dataVersion
    if (version === this.#version) return
    this.#version = version
    const last = lastReportNumber(this.#db)
    if (last > this.#last) this.tell({ event: 'reports', data: { count: last - this.#last, upTo: last } })
    this.#last = last
    this.tell({ event: 'changed', data: { upTo: last } })
  }
}
