import { frame } from './frame.ts'
import { reading } from './reading.ts'
import { search } from './search.ts'
import { rules, sources } from './sources.ts'

/** English: a file a page. */
export const en = { frame, reading, rules, search, sources }

/** Every sentence of the desk; each language has all of them. */
export type Words = typeof en
