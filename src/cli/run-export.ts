import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dataPackage, describeTable } from '../formats/export/describe.ts'
import type { Table } from '../formats/table/table.ts'
import { extensionOf, openPieces, type PiecesFormat, type PiecesOptions } from '../library/export/export-pieces.ts'
import type { ProfileName } from '../library/export/profiles.ts'
import type { Confidentiality } from '../store/reports.ts'
import { type LibraryOption, withLibrary } from './library-option.ts'
import { sayWithheld } from './say-withheld.ts'
import { onDisk } from './sink.ts'
import type { World } from './world.ts'

/** What was asked for. */
export interface ExportCommandOptions extends LibraryOption {
  readonly format: PiecesFormat
  readonly as?: ProfileName
  readonly hxl?: true
  readonly out?: string
  readonly confidentiality: Confidentiality
  readonly from?: string
  readonly to?: string
  readonly asKnownOn?: string
  readonly publisher?: string[]
  readonly householdSize?: number
}

type Pieces = AsyncIterable<string | Uint8Array>

/** Writes a table of a library to standard output, a file or a folder; a file is there whole or not at all. */
export async function runExport(kind: string, options: ExportCommandOptions, world: World): Promise<void> {
  const isFolder =
    options.out !== undefined && (options.out.endsWith('/') || (existsSync(options.out) && statSync(options.out).isDirectory()))
  await withLibrary(options, 'read', world, async library => {
    const { table, pieces, withheld } = await openPieces(library, kind, toPiecesOptions(options))
    if (isFolder) await writePackage(options.out as string, table, options.format, pieces)
    else if (options.out) await writeWhole(options.out, pieces)
    else await writeTo(world, pieces)
    sayWithheld(withheld, options.confidentiality, world)
  })
}

function toPiecesOptions(options: ExportCommandOptions): PiecesOptions {
  const { as, format, hxl, confidentiality, from, to, asKnownOn, publisher, householdSize } = options
  return {
    format,
    hxl: hxl === true,
    ...(as ? { as } : {}),
    confidentiality,
    filter: {
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(asKnownOn ? { knownOn: asKnownOn } : {}),
      ...(publisher ? { publishers: publisher } : {}),
    },
    householdSize: householdSize ?? null,
  }
}

async function writeTo({ stdout }: World, pieces: Pieces): Promise<void> {
  for await (const piece of pieces) if (!stdout.write(piece)) await once(stdout, 'drain')
}

/** A folder with the table, what its columns hold, and datapackage.json. */
async function writePackage(folder: string, table: Table<unknown>, format: PiecesFormat, pieces: Pieces): Promise<void> {
  const file = `${table.name}.${extensionOf(format)}`
  onDisk(folder, () => mkdirSync(folder, { recursive: true }))
  await writeWhole(join(folder, file), pieces)
  onDisk(folder, () => writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(dataPackage(table, file), null, 2)}\n`))
  const [, , ...columns] = describeTable(table)
  const page = `# ${table.name}\n\nA row of ${file}: ${table.says}.\n\n| column | type | HXL tag | what it holds |\n|---|---|---|---|\n${columns
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')}\n`
  onDisk(folder, () => writeFileSync(join(folder, 'README.md'), page))
}

/** Beside the file first, then in its place: whoever looks sees the earlier file or this one, whole. */
async function writeWhole(path: string, pieces: Pieces): Promise<void> {
  const beside = `${path}.part`
  const file = onDisk(path, () => openSync(beside, 'w'))
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece as Uint8Array)
      for (let at = 0; at < bytes.length; ) at += onDisk(path, () => writeSync(file, bytes, at))
    }
    closeSync(file)
    onDisk(path, () => renameSync(beside, path))
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
