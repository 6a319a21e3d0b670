import type { Words } from '../en/index.ts'
import { actors } from './actors.ts'
import { answers } from './answers.ts'
import { figures } from './figures.ts'
import { frame } from './frame.ts'
import { incidents } from './incidents.ts'
import { reading } from './reading.ts'
import { reports } from './reports.ts'
import { search } from './search.ts'
import { rules, sources } from './sources.ts'
import { statements } from './statements.ts'
import { today } from './today.ts'

/** French: what English has, all of it. */
export const fr: Words = { actors, answers, figures, frame, incidents, reading, reports, rules, search, sources, statements, today }
