import { answerPositions } from './positions/positions.ts'

/** Every question that a library answers: a function of the library and of what is wanted, which prints nothing. */
export const QUESTIONS = {
  positions: answerPositions,
} as const
