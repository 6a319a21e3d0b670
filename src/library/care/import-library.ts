import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { readZip, type ZipEntry } from '../../formats/zip/read-zip.ts'
import { GriotError } from '../../util/error.ts'
import { describeFileError } from '../file-error.ts'
import { type OpenOptions, openLibrary } from '../open.ts'
import { LIBRARY_NAME, MANIFEST_NAME, type Manifest } from './export-library.ts'
import { type Joined, joinLibraries } from './join-libraries.ts'

/** A manifest is no longer than this. */
const MOST_MANIFEST = 10_000

/**
 * Takes back what `exportLibrary` wrote: as it is where there is no library at `path`, else its reports, readings and decisions are put beside
 * those that are there.
 */
export async function importLibrary(archive: string, path: string, options: Omit<OpenOptions, 'for'> = {}): Promise<Joined> {
  const part = `${path}.import-part`
  try {
    await unpack(archive, part)
    const source = openLibrary(part, { ...options, for: 'write' })
    const isAlone = !existsSync(path)
    const target = isAlone ? source : openLibrary(path, { ...options, for: 'write' })
    try {
      return await joinLibraries(source, isAlone ? null : target)
    } finally {
      source.close()
      if (target !== source) target.close()
      if (isAlone) renameSync(part, path)
    }
  } finally {
    for (const left of [part, `${part}-wal`, `${part}-shm`]) rmSync(left, { force: true })
  }
}

/** Writes the library in an archive to a file, and looks whether it is the one that was put in. */
async function unpack(archive: string, to: string): Promise<void> {
  let manifest: Manifest | null = null
  let hash: string | null = null
  try {
    for await (const entry of readZip(archive, archive)) {
      if (entry.name === MANIFEST_NAME) manifest = await readManifest(entry)
      else if (entry.name === LIBRARY_NAME) hash = await writeEntry(entry, to)
    }
  } catch (error) {
    throw describeFileError(error, archive)
  }
  if (!manifest || !hash)
    throw new GriotError('no-library-archive', `${archive} is no archive of a library`, {
      hint: 'griot export library --out FILE.zip writes one',
    })
  if (manifest.hash !== hash)
    throw new GriotError('archive-damaged', `The library in ${archive} is not the one that was put in`, { hint: 'Get a sound copy of it' })
}

async function readManifest(entry: ZipEntry): Promise<Manifest | null> {
  const chunks: Uint8Array[] = []
  for await (const chunk of entry.content()) {
    chunks.push(chunk)
    if (Buffer.concat(chunks).length > MOST_MANIFEST) return null
  }
  try {
    const manifest = JSON.parse(Buffer.concat(chunks).toString()) as Manifest
    return manifest?.griot === 'library' ? manifest : null
  } catch {
    return null
  }
}

async function writeEntry(entry: ZipEntry, to: string): Promise<string> {
  const hash = createHash('sha256')
  const file = openSync(to, 'w')
  try {
    for await (const chunk of entry.content()) {
      hash.update(chunk)
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
    }
  } finally {
    closeSync(file)
  }
  return `sha256:${hash.digest('hex')}`
}
