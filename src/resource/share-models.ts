import { readdirSync } from 'node:fs'
import { readModel } from './model.ts'
import type { SharedFiles } from './shared-bytes.ts'

/** Reads and checks every model under a folder of data once, into memory that threads can share. */
export function shareModels(data: URL): SharedFiles {
  const shared = new Map<string, SharedArrayBuffer>()
  for (const entry of readdirSync(data, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const folder = new URL(`${entry.name}/`, data)
    for (const file of readdirSync(folder).sort())
      if (file.endsWith('.bin')) shared.set(new URL(file, folder).href, share(folder, file.slice(0, -4)))
  }
  return shared
}

function share(folder: URL, name: string): SharedArrayBuffer {
  let memory = new SharedArrayBuffer(0)
  readModel(folder, name, size => {
    memory = new SharedArrayBuffer(size)
    return new Uint8Array(memory)
  })
  return memory
}
