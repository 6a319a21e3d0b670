import { frame } from './frame.ts'
import { reading } from './reading.ts'

/** English: a file a page. */
export const en = { frame, reading }

/** Every sentence of the desk; each language has all of them. */
export type Words = typeof en
