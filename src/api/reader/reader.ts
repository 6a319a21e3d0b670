import { extname } from 'node:path'
import type { Library } from '../../library/open.ts'
import { callThread } from '../threads/call-thread.ts'
import { type ArgsOf, answer, type QuestionName, type ResultOf } from './questions.ts'

/** The one who answers what takes long. */
export interface Reader {
  ask<Name extends QuestionName>(name: Name, args: ArgsOf<Name>): Promise<ResultOf<Name>>
  close(): Promise<void>
}

/** Answers in this thread; the library is the caller's. */
export function createReader(library: Library): Reader {
  return { ask: async (name, args) => answer(library, name, args), close: async () => {} }
}

/** Answers in a thread of its own, so that pages are shown while something long is found out. */
export function createReaderThread(path: string): Reader {
  const { do: ask, close } = callThread(new URL(`./thread${extname(import.meta.url)}`, import.meta.url), path)
  return { ask: (name, args) => ask(name, args) as Promise<never>, close }
}
