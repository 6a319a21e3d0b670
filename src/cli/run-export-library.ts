import { exportLibrary } from '../library/care/export-library.ts'
import { GriotError } from '../util/error.ts'
import { withLibrary } from './library-option.ts'
import type { ExportCommandOptions } from './run-export.ts'
import { sayWithheld } from './say-withheld.ts'
import type { World } from './world.ts'

/** Writes a library as an archive, and says what was left out. */
export async function runExportLibrary(options: ExportCommandOptions, world: World): Promise<void> {
  const { out, confidentiality } = options
  if (out === undefined)
    throw new GriotError('archive-needs-out', 'A library is written to a file', {
      hint: 'Name one: griot export library --out library.zip',
    })
  const { reports, withheld } = await withLibrary(options, 'read', world, library => exportLibrary(library, out, confidentiality))
  world.stdout.write(`${reports} ${reports === 1 ? 'report' : 'reports'} in ${out}\n`)
  sayWithheld(withheld, confidentiality, world)
}
