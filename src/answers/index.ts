import { writeBrief } from './brief/brief.ts'
import { diffLibrary } from './diff/diff.ts'
import { answerMissions } from './missions/missions.ts'
import { answerNeglect } from './neglect/neglect.ts'
import { answerPositions } from './positions/positions.ts'
import { answerPresence } from './presence/presence.ts'
import { answerNetwork } from './relations/network.ts'
import { answerRelations } from './relations/relations.ts'

/** Every question that a library answers: a function of the library and of what is wanted, which prints nothing. */
export const QUESTIONS = {
  brief: writeBrief,
  diff: diffLibrary,
  positions: answerPositions,
  presence: answerPresence,
  missions: answerMissions,
  relations: answerRelations,
  network: answerNetwork,
  neglect: answerNeglect,
} as const
