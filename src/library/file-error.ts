import { GriotError } from '../util/error.ts'

/** An error of the file system as a sentence that names the file and the mend. */
export function describeFileError(error: unknown, name: string): GriotError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  const known = KNOWN[code]
  if (known) return new GriotError(known.code, `${name} ${known.says}`, { hint: known.hint })
  if (error instanceof GriotError) return error
  if (!(error instanceof Error) || code === '') throw error
  return new GriotError('file-unreadable', `${name} could not be read`, {
    cause: error,
    hint: 'Look at the disk or the network it lies on',
  })
}

const KNOWN: Readonly<Record<string, { code: string; says: string; hint: string }>> = {
  ENOENT: { code: 'file-missing', says: 'does not exist', hint: 'Look at how it is spelt, and in which folder you are' },
  ENOTDIR: { code: 'file-missing', says: 'does not exist', hint: 'A part of the path is a file, not a folder' },
  ENAMETOOLONG: { code: 'file-missing', says: 'is too long for a file name', hint: 'To read a text itself, send it to standard input' },
  EACCES: { code: 'file-forbidden', says: 'may not be read by you', hint: 'Ask its owner for the right to read it, or copy it' },
  EPERM: { code: 'file-forbidden', says: 'may not be read by you', hint: 'Ask its owner for the right to read it, or copy it' },
  EISDIR: { code: 'file-is-folder', says: 'is a folder', hint: 'Name a file' },
  ELOOP: { code: 'file-loop', says: 'is a link that leads back to itself', hint: 'Name the file itself' },
  ERR_FS_FILE_TOO_LARGE: { code: 'file-too-large', says: 'is too large to be one report', hint: 'Make it JSON Lines, one report a line' },
}
