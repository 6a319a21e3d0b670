import { once } from 'node:events'
import { closeSync, openSync, writeSync } from 'node:fs'
import { GriotError } from '../util/error.ts'
import type { Output } from './world.ts'

/** Where whole lines go. */
export interface Sink {
  write(text: string | Uint8Array): Promise<void>
  close(): void
}

/** Lines to a stream, no faster than its reader takes them. */
export function streamSink(stream: Output): Sink {
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain')
    },
    close() {},
  }
}

/** Lines to a file, each written whole before the next begins, so that an interrupted run leaves no part of one. */
export function fileSink(path: string, append: boolean): Sink {
  const file = onDisk(path, () => openSync(path, append ? 'a' : 'w'))
  return {
    async write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      for (let at = 0; at < bytes.length; ) at += onDisk(path, () => writeSync(file, bytes, at))
    },
    close: () => closeSync(file),
  }
}

/** Does something with a file; what goes wrong is said with its path and the mend. */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    throw new GriotError('output-unwritable', `${path} could not be written`, {
      cause,
      hint: 'Look whether the folder is there, whether you may write in it, and whether the disk is full',
    })
  }
}
