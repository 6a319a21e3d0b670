import { collect } from './bytes/limits.ts'
import { isHiddenName } from './bytes/member-name.ts'
import type { ByteSource, Member } from './container.ts'
import { readZip } from './zip/read-zip.ts'

/** An archive that is itself in a container is held in memory, since its list of contents stands at its end. */
const LARGEST_INNER = 512 << 20

/** A ZIP archive: its files in the order of its list of contents. */
export async function* fromZip({ name, id, path, chunks }: ByteSource): AsyncGenerator<Member> {
  for await (const entry of readZip(path ?? (await collect(chunks, name, LARGEST_INNER)), name)) {
    if (isHiddenName(entry.name)) continue
    yield {
      at: `/${entry.name}`,
      format: null,
      content: entry.content(),
      packed: path ? entry.packed + headersOf(entry.name) : 0,
      otherwise: { sourceId: `${id}/${entry.name}` },
    }
  }
}

/** Bytes that a file takes in its archive beside its content: its header, and its line in the list of contents. */
function headersOf(name: string): number {
  return 76 + 2 * Buffer.byteLength(name)
}
