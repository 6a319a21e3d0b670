import { frame } from './frame.ts'

/** English: a file a page. */
export const en = { frame }

/** Every sentence of the desk; each language has all of them. */
export type Words = typeof en
