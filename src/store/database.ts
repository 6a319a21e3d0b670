import { existsSync } from 'node:fs'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { GriotError } from '../util/error.ts'
import { loadSqlite } from './sqlite.ts'
import { describeStoreError, isBusy } from './store-error.ts'

/** What a column holds. */
export type Value = SQLInputValue

export interface DatabaseOptions {
  readonly readOnly?: boolean
  /** Called once where a write has to wait for another process. */
  readonly onWait?: (() => void) | undefined
  /** Milliseconds that a write waits for another process. */
  readonly patience?: number
}

/** Milliseconds between two looks whether the other process is done. */
const LOOK = 250
const PATIENCE = 120_000
/** Statements that are kept prepared. */
const MOST_STATEMENTS = 300

/** A SQLite file that is open: statements are prepared once, errors are sentences, writes are whole or not at all. */
export class Database {
  readonly path: string
  readonly #db: DatabaseSync
  readonly #options: DatabaseOptions
  readonly #statements = new Map<string, Prepared>()
  #isWriting = false

  constructor(path: string, options: DatabaseOptions = {}) {
    this.path = path
    this.#options = options
    this.#db = this.#attempt(() => openFile(path, options.readOnly === true))
    this.exec(`PRAGMA busy_timeout = ${LOOK}; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA secure_delete = ON`)
    if (!options.readOnly) this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000')
  }

  /** Runs statements that give nothing. */
  exec(sql: string): void {
    this.#attempt(() => this.#db.exec(sql))
  }

  /** Runs one statement; gives the number of rows changed and the number of the row last put in. */
  run(sql: string, ...values: Value[]): { changes: number; last: number } {
    const { changes, lastInsertRowid } = this.#attempt(() => this.#prepare(sql).statement.run(...values))
    return { changes: Number(changes), last: Number(lastInsertRowid) }
  }

  /** The first row, or null. */
  get<Row>(sql: string, ...values: Value[]): Row | null {
    const { statement, toRow } = this.#attempt(() => this.#prepare(sql))
    const cells = this.#attempt(() => statement.get(...values)) as Cells | undefined
    return cells ? (toRow(cells) as Row) : null
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    const { statement, toRow } = this.#attempt(() => this.#prepare(sql))
    return (this.#attempt(() => statement.all(...values)) as unknown as Cells[]).map(toRow) as Row[]
  }

  /** Rows one at a time; the statement is its own, so that others may run between two rows. */
  *iterate<Row>(sql: string, ...values: Value[]): Generator<Row> {
    const { statement, toRow } = this.#attempt(() => prepare(this.#db, sql))
    const rows = this.#attempt(() => statement.iterate(...values))
    for (;;) {
      const next = this.#attempt(() => rows.next())
      if (next.done) return
      yield toRow(next.value as unknown as Cells) as Row
    }
  }

  /** Does everything that `action` does, or nothing of it. Waits where another process is writing. */
  write<T>(action: () => T): T {
    if (this.#isWriting) return action()
    this.#begin()
    this.#isWriting = true
    try {
      const result = action()
      this.exec('COMMIT')
      return result
    } catch (error) {
      this.#rollBack()
      throw error
    } finally {
      this.#isWriting = false
    }
  }

  /** Writes the file anew without what was deleted from it, and empties the log beside it. */
  rebuild(): void {
    this.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.exec('VACUUM')
    this.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  /** Writes a copy that holds everything, as one file; nothing may be at that path. */
  copyTo(path: string): void {
    this.run('VACUUM INTO ?', path)
  }

  /** A number that changes when another connection has written. */
  get dataVersion(): number {
    return this.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
  }

  close(): void {
    this.#statements.clear()
    this.#attempt(() => this.#db.close())
  }

  #begin(): void {
    const until = Date.now() + (this.#options.patience ?? PATIENCE)
    for (let waited = false; ; ) {
      try {
        this.#db.exec('BEGIN IMMEDIATE')
        return
      } catch (error) {
        if (!isBusy(error)) throw describeStoreError(error, this.path)
        if (!waited) this.#options.onWait?.()
        waited = true
        if (Date.now() > until) throw describeStoreError(error, this.path)
      }
    }
  }

  /** What failed may have rolled back by itself; that must not hide what failed. */
  #rollBack(): void {
    try {
      this.#db.exec('ROLLBACK')
    } catch {}
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = prepare(this.#db, sql)
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear()
    this.#statements.set(sql, statement)
    return statement
  }

  #attempt<T>(action: () => T): T {
    try {
      return action()
    } catch (error) {
      throw describeStoreError(error, this.path)
    }
  }
}

/** The cells of a row in the order of its columns. */
type Cells = readonly unknown[]

/** A statement that gives cells, and what makes rows of them. */
interface Prepared {
  readonly statement: StatementSync
  readonly toRow: (cells: Cells) => Readonly<Record<string, unknown>>
}

/** Cells are asked for and put into objects here: that takes a third of the time that SQLite's own objects take, which have no prototype either. */
function prepare(db: DatabaseSync, sql: string): Prepared {
  const statement = db.prepare(sql)
  statement.setReturnArrays(true)
  const names = statement.columns().map(column => column.name)
  const toRow = (cells: Cells) => {
    const row: Record<string, unknown> = {}
    for (let i = 0; i < names.length; i++) row[names[i] as string] = cells[i]
    return row
  }
  return { statement, toRow }
}

function openFile(path: string, readOnly: boolean): DatabaseSync {
  const { DatabaseSync } = loadSqlite()
  if (path !== ':memory:' && readOnly && !existsSync(path))
    throw new GriotError('library-missing', `There is no library at ${path}`, {
      hint: 'griot add PATH… makes one; --library FILE or GRIOT_LIBRARY names another',
    })
  const db = new DatabaseSync(path, { readOnly })
  if (!readOnly) return db
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return db
  } catch (error) {
    db.close()
    // A file in a folder that may not be written: nobody else can be writing it, and it is read as it is.
    if (existsSync(`${path}-wal`)) throw error
    return openImmutable(path, error)
  }
}

function openImmutable(path: string, before: unknown): DatabaseSync {
  const { DatabaseSync } = loadSqlite()
  const url = pathToFileURL(path)
  url.search = 'immutable=1'
  try {
    const db = new DatabaseSync(url, { readOnly: true })
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return db
  } catch {
    throw before
  }
}
