import { getBuiltinModule } from 'node:process'

type Sqlite = typeof import('node:sqlite')
let loaded: Sqlite | null = null

/** SQLite as it comes with Node. Node calls it an experiment when it is first loaded, which says nothing to our users and is not printed. */
export function loadSqlite(): Sqlite {
  if (loaded) return loaded
  const { emitWarning } = process
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite is an experimental feature')) emitWarning.call(process, warning, ...rest)
  }) as typeof emitWarning
  try {
    loaded = getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
  return loaded
}
