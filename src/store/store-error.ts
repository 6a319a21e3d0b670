import { GriotError } from '../util/error.ts'

/** An error of SQLite as a sentence that names the library and the mend; what is no error of the world passes as it is. */
export function describeStoreError(error: unknown, path: string): unknown {
  const code = (error as { errcode?: number } | null)?.errcode
  const known = code === undefined ? undefined : KNOWN[code & 0xff]
  return known ? new GriotError(known.code, `The library ${path} ${known.says}`, { cause: error, hint: known.hint }) : error
}

/** Is it only that another process is writing? */
export function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number } | null)?.errcode
  return code !== undefined && ((code & 0xff) === 5 || (code & 0xff) === 6)
}

const BUSY = {
  code: 'library-busy',
  says: 'is being written by another process',
  hint: 'Wait until that one is done, then give the command again',
}
const CORRUPT = {
  code: 'library-corrupt',
  says: 'is damaged or is no library',
  hint: 'Look at it with griot check, and go back to a copy of the file; its readings are made anew by griot add of the same reports',
}

/** By primary result code (sqlite.org/rescode.html). */
const KNOWN: Readonly<Record<number, { code: string; says: string; hint: string }>> = {
  5: BUSY,
  6: BUSY,
  8: { code: 'library-read-only', says: 'may not be written', hint: 'Ask for the right to write the file and its folder, or copy it' },
  10: { code: 'library-disk', says: 'could not be read or written', hint: 'Look at the disk or the network it lies on' },
  11: CORRUPT,
  13: {
    code: 'disk-full',
    says: 'does not fit the disk any more',
    hint: 'Make room; nothing that was stored is lost, and the same command goes on',
  },
  14: { code: 'library-unopenable', says: 'cannot be opened', hint: 'Look whether its folder is there, and whether you may write in it' },
  15: BUSY,
  23: { code: 'library-forbidden', says: 'may not be opened', hint: 'Ask its owner for the right to read it' },
  26: CORRUPT,
}
