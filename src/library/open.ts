import { existsSync } from 'node:fs'
import { Database, type DatabaseOptions } from '../store/database.ts'
import { checkVersion, migrate } from '../store/migrate.ts'
import { NameNumbers } from '../store/names.ts'
import { GriotError } from '../util/error.ts'
import { type StoredFilter, type StoredReport, streamReports } from './stored-report.ts'

export interface OpenOptions {
  /** "read" needs no right to write; "write" needs a library to be there; "create" makes one where there is none. */
  readonly for: 'read' | 'write' | 'create'
  /** Called once where a write has to wait for another process. */
  readonly onWait?: () => void
  /** Called where an older library was brought up to date, with the path of the copy that was kept. */
  readonly onMigrated?: (copy: string) => void
}

/** A library that is open. What it can do beside this are functions that take it. */
export interface Library {
  readonly path: string
  readonly db: Database
  readonly names: NameNumbers
  /** Its reports with what was read in them, by day of publication and id. */
  reports(filter?: StoredFilter): Generator<StoredReport>
  /** Does everything that `action` does, or nothing of it. */
  write<T>(action: () => T): T
  close(): void
}

/** Opens a library; an older one is brought up to date, after a copy of it was made. */
export function openLibrary(path: string, options: OpenOptions): Library {
  if (options.for !== 'create' && path !== ':memory:' && !existsSync(path)) throw missing(path)
  return libraryOn(options.for === 'read' ? openToRead(path, options) : openToWrite(path, options))
}

function libraryOn(db: Database): Library {
  const names = new NameNumbers(db)
  const library: Library = {
    path: db.path,
    db,
    names,
    reports: filter => streamReports(db, filter),
    write: action => {
      try {
        return db.write(() => {
          names.refresh()
          return action()
        })
      } catch (error) {
        names.clear()
        throw error
      }
    },
    close: () => db.close(),
  }
  return library
}

/** A library that must first be brought up to date is opened to be written for that. */
function openToRead(path: string, options: OpenOptions): Database {
  const db = new Database(path, { readOnly: true })
  const fitness = checked(db)
  if (fitness === 'current') return db
  db.close()
  if (fitness === 'empty') throw missing(path)
  openToWrite(path, options).close()
  return new Database(path, { readOnly: true })
}

function openToWrite(path: string, { onWait, onMigrated }: OpenOptions): Database {
  const databaseOptions: DatabaseOptions = { onWait }
  const db = new Database(path, databaseOptions)
  checked(db)
  const copy = migrate(db)
  if (copy) onMigrated?.(copy)
  return db
}

/** A file that turns out not to be ours is closed before that is said. */
function checked(db: Database) {
  try {
    return checkVersion(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function missing(path: string): GriotError {
  return new GriotError('library-missing', `There is no library at ${path}`, {
    hint: 'griot add PATH… makes one; --library FILE or GRIOT_LIBRARY names another',
  })
}
