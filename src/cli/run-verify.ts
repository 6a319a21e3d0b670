import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseClaims } from '../answers/verify/parse-claims.ts'
import { verifyProse } from '../answers/verify/prose.ts'
import { createShelf, type Shelf } from '../answers/verify/shelf.ts'
import { type Checked, verifyClaims } from '../answers/verify/verify.ts'
import { describeFileError } from '../library/file-error.ts'
import type { Library } from '../library/open.ts'
import { loadReader } from '../read/index.ts'
import { GriotError } from '../util/error.ts'
import { ExitWith } from './exit-with.ts'
import { formatChecked, formatTally } from './format-verify.ts'
import { type LibraryOption, USUAL_LIBRARY, withLibrary } from './library-option.ts'
import { screenOf } from './screen.ts'
import type { World } from './world.ts'

/** What `griot verify` was asked for. */
export interface VerifyOptions extends LibraryOption {
  readonly text?: string
  readonly cites?: readonly string[]
  readonly published?: string
  readonly json?: true
}

/** The exit code where a claim is not supported. */
const NOT_SUPPORTED = 3

/** Checks the claims of a file, or all that a text says, and prints what became of each. */
export async function runVerify(claims: string | undefined, options: VerifyOptions, world: World): Promise<void> {
  if ((claims === undefined) === (options.text === undefined))
    throw new GriotError('verify-what', 'griot verify checks a file of claims or a text', {
      hint: 'Name one: griot verify claims.csv, or griot verify --text answer.md',
    })
  const checked: Checked[] = []
  await withShelf(options, world, async shelf => {
    const rows = claims === undefined ? verifyProse(options.text as string, options, shelf) : verifyClaims(await readClaims(claims), shelf)
    for await (const row of rows) {
      checked.push(row)
      world.stdout.write(options.json ? `${JSON.stringify(row)}\n` : `${formatChecked(row, screenOf(world))}\n`)
    }
  })
  if (!options.json) world.stdout.write(formatTally(checked))
  if (checked.some(({ verdict }) => verdict !== 'supported')) throw new ExitWith(NOT_SUPPORTED)
}

async function readClaims(path: string) {
  try {
    return parseClaims(await readFile(path, 'utf8'), path)
  } catch (error) {
    throw describeFileError(error, path)
  }
}

/** With files to cite the library is used only where one was named or is there. */
async function withShelf(options: VerifyOptions, world: World, action: (shelf: Shelf) => Promise<void>): Promise<void> {
  const reader = await loadReader()
  const { cites = [] } = options
  const use = async (library: Library | null) => action(await createShelf(reader, library, cites))
  const isNamed = options.library !== undefined || Boolean(world.env.GRIOT_LIBRARY)
  if (cites.length > 0 && !isNamed && !existsSync(USUAL_LIBRARY)) await use(null)
  else await withLibrary(options, 'read', world, use)
}
