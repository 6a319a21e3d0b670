/** Bytes of files that several threads read from one piece of memory, by the address of the file. */
export type SharedFiles = ReadonlyMap<string, SharedArrayBuffer>

let shared: SharedFiles = new Map()

/** Lets this thread read these files from memory that another thread filled. */
export function acceptShared(files: SharedFiles): void {
  shared = files
}

/** The bytes of a file that another thread shares with this one, or null. */
export function sharedBytes(file: URL): Uint8Array | null {
  const bytes = shared.get(file.href)
  return bytes ? new Uint8Array(bytes) : null
}
