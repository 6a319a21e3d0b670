import { GriotError } from '../../util/error.ts'

const MB = 1 << 20

/** One report may be this long in bytes where it comes out of a container. */
export const LONGEST_MEMBER = 256 * MB
/** So much may come out of few bytes before their ratio is looked at. */
const FREE = 16 * MB
/** Text shrinks to a third or a tenth; a file that grows beyond this was made to fill a disk. */
const RATIO = 200
/** Beyond this, all that comes out of a file is held against its size. */
const FREE_IN_ALL = 256 * MB

/** So many bytes at most come out of an honest file of `packed` bytes. */
export function mostUnpacked(packed: number): number {
  return Math.max(FREE, RATIO * packed)
}

/** Fails where unpacking gives more than honest files do. */
export function checkRatio(packed: number, unpacked: number, name: string): void {
  if (unpacked > mostUnpacked(packed)) throw bomb(name)
}

/** Counts what comes out of one file of the user, whatever the containers in it, against what went in. */
export class Allowance {
  #packed = 0
  #unpacked = 0

  /** Bytes of the file itself. */
  took(bytes: number): void {
    this.#packed += bytes
  }

  get taken(): number {
    return this.#packed
  }

  /** Bytes that were unpacked. */
  gave(bytes: number, name: string): void {
    this.#unpacked += bytes
    if (this.#unpacked > FREE_IN_ALL + RATIO * this.#packed) throw bomb(name)
  }
}

function bomb(name: string): GriotError {
  return new GriotError('expands-too-much', `${name} unpacks to more than ${RATIO} times its size and is left packed`, {
    hint: 'Such files are made to fill disks; if you trust it, unpack it yourself',
  })
}

/** Puts the pieces of one report together; fails where they are too many for one. */
export async function collect(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
  most = LONGEST_MEMBER,
): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > most) {
      throw new GriotError('file-too-large', `${name} is too large to be one report (over ${Math.floor(most / MB)} MB)`, {
        hint: 'Split it into its reports',
      })
    }
    kept.push(piece)
  }
  // A copy of its own, so that it can be handed to a worker without the rest of the chunk.
  const out = new Uint8Array(length)
  let at = 0
  for (const piece of kept) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}
