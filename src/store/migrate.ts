import { copyFileSync, existsSync } from 'node:fs'
import { GriotError } from '../util/error.ts'
import type { Database } from './database.ts'
import { DECISION_TABLES } from './decisions.ts'
import { INCIDENT_TABLES } from './incidents.ts'
import { NAME_TABLES } from './names.ts'
import { READING_TABLES } from './readings.ts'
import { RECORD_INDEXES, RECORD_TABLES } from './records.ts'
import { REFUSAL_TABLES } from './refusals.ts'
import { REPORT_TABLES } from './reports.ts'
import { SAVED_TABLES } from './saved.ts'
import { SHELF_BY_NUMBERS, SKETCH_TABLES } from './sketches.ts'
import { SOURCE_TABLES } from './sources.ts'
import { WATCH_TABLES } from './watch.ts'
import { WORD_TABLES } from './words.ts'

/** "Grio" in the head of the file (`file` and SQLite's application_id). */
const APPLICATION = 0x4772696f

/** What makes a library of version n one of version n + 1; the first makes one out of nothing. A step that was released is never changed. */
export const MIGRATIONS: readonly string[] = [
  [
    SOURCE_TABLES,
    REPORT_TABLES,
    READING_TABLES,
    NAME_TABLES,
    RECORD_TABLES,
    WORD_TABLES,
    SKETCH_TABLES,
    INCIDENT_TABLES,
    DECISION_TABLES,
    REFUSAL_TABLES,
  ].join(''),
  [WATCH_TABLES, SAVED_TABLES].join(''),
  RECORD_INDEXES,
  SHELF_BY_NUMBERS,
]

/** The version of library that this Griot makes. */
export const LIBRARY_VERSION = MIGRATIONS.length

/** How a file stands to this Griot. */
export type Fitness = 'empty' | 'older' | 'current'

/** Looks whether a file is a library, and one that this Griot knows; fails with a sentence where it is not. */
export function checkVersion(db: Database, steps: readonly string[] = MIGRATIONS): Fitness {
  const version = pragma(db, 'user_version')
  const isEmpty = version === 0 && db.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema')?.n === 0
  if (isEmpty) return 'empty'
  if (pragma(db, 'application_id') !== APPLICATION)
    throw new GriotError('library-foreign', `${db.path} is a database, but no library of Griot`, {
      hint: 'Name another file with --library',
    })
  if (version > steps.length)
    throw new GriotError(
      'library-newer',
      `The library ${db.path} was made by a newer Griot (version ${version}; this one knows ${steps.length})`,
      {
        hint: 'Install the newer Griot',
      },
    )
  return version < steps.length ? 'older' : 'current'
}

/**
 * Makes an empty file a library, or an older library a current one, of which a copy is kept beside it. Gives the path of the copy, or null.
 * Either all steps are done or none.
 */
export function migrate(db: Database, steps: readonly string[] = MIGRATIONS): string | null {
  const fitness = checkVersion(db, steps)
  if (fitness === 'current') return null
  const copy = fitness === 'older' ? keepCopy(db) : null
  db.write(() => {
    // Another process may have been quicker.
    const version = pragma(db, 'user_version')
    for (const step of steps.slice(version)) db.exec(step)
    db.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${steps.length}`)
  })
  return copy
}

function keepCopy(db: Database): string {
  const name = `${db.path}.version-${pragma(db, 'user_version')}`
  let copy = name
  for (let i = 2; existsSync(copy); i++) copy = `${name}-${i}`
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  try {
    copyFileSync(db.path, copy)
  } catch (cause) {
    throw new GriotError('library-copy', `No copy of ${db.path} could be made before it is brought up to date`, {
      cause,
      hint: 'Make room beside it, or copy it to where there is some',
    })
  }
  return copy
}

function pragma(db: Database, name: 'user_version' | 'application_id'): number {
  return Object.values(db.get<Record<string, number>>(`PRAGMA ${name}`) ?? {})[0] ?? 0
}
