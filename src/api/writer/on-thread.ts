import { extname } from 'node:path'
import { callThread } from '../threads/call-thread.ts'
import type { Writer } from './writer.ts'

/** Writes in a thread of its own, so that pages are answered while something long is written. */
export function createWriterThread(path: string): Writer {
  return callThread(new URL(`./thread${extname(import.meta.url)}`, import.meta.url), path) as Writer
}
