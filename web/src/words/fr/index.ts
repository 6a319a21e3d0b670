import type { Words } from '../en/index.ts'
import { frame } from './frame.ts'
import { reading } from './reading.ts'
import { search } from './search.ts'
import { rules, sources } from './sources.ts'

/** French: what English has, all of it. */
export const fr: Words = { frame, reading, rules, search, sources }
