import { createHash } from 'node:crypto'
import { createReadStream, renameSync, rmSync } from 'node:fs'
import { writeZip } from '../../formats/zip/write-zip.ts'
import { LIBRARY_VERSION } from '../../store/migrate.ts'
import { CONFIDENTIALITIES, type Confidentiality, countReports, listReports } from '../../store/reports.ts'
import { describeFileError } from '../file-error.ts'
import { type Library, openLibrary } from '../open.ts'
import { planOf, removeReports } from './remove.ts'

/** What stands beside the library in an archive of one. */
export interface Manifest {
  readonly griot: 'library'
  readonly version: number
  readonly reports: number
  /** "sha256:…" of library.griot. */
  readonly hash: string
}

export const LIBRARY_NAME = 'library.griot'
export const MANIFEST_NAME = 'manifest.json'

/** Writes a library as an archive that `importLibrary` takes back, without the reports that are more confidential than `most`; these are counted. */
export async function exportLibrary(library: Library, out: string, most: Confidentiality): Promise<{ reports: number; withheld: number }> {
  const [copy, part] = [`${out}.griot-part`, `${out}.part`]
  for (const path of [copy, part]) rmSync(path, { force: true })
  try {
    library.db.copyTo(copy)
    const { reports, withheld } = withhold(copy, most)
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(copy)) hash.update(chunk)
    const manifest: Manifest = { griot: 'library', version: LIBRARY_VERSION, reports, hash: `sha256:${hash.digest('hex')}` }
    await writeZip(part, [
      { name: MANIFEST_NAME, chunks: [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)] },
      { name: LIBRARY_NAME, chunks: createReadStream(copy) },
    ])
    renameSync(part, out)
    return { reports, withheld }
  } catch (error) {
    throw describeFileError(error, out)
  } finally {
    for (const path of [copy, `${copy}-wal`, `${copy}-shm`, part]) rmSync(path, { force: true })
  }
}

/** Takes out of a copy what is more confidential. */
function withhold(path: string, most: Confidentiality): { reports: number; withheld: number } {
  const copy = openLibrary(path, { for: 'write' })
  try {
    const closed = CONFIDENTIALITIES.slice(CONFIDENTIALITIES.indexOf(most) + 1)
    const found = new Map([...listReports(copy.db, { confidentialities: closed })].map(({ no, report }) => [no, report]))
    if (found.size > 0) removeReports(copy, planOf(copy, found))
    return { reports: countReports(copy.db), withheld: found.size }
  } finally {
    copy.close()
  }
}
