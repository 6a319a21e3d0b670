import { writeBrief } from '../../answers/brief/brief.ts'
import { diffLibrary } from '../../answers/diff/diff.ts'
import { answerMissions } from '../../answers/missions/missions.ts'
import { answerNeglect } from '../../answers/neglect/neglect.ts'
import { answerPositions } from '../../answers/positions/positions.ts'
import { answerPresence } from '../../answers/presence/presence.ts'
import { answerNetwork } from '../../answers/relations/network.ts'
import { answerRelations } from '../../answers/relations/relations.ts'
import { answerToday } from '../../answers/today/today.ts'
import type { Wanted } from '../../library/asking/wanted.ts'
import type { Library } from '../../library/open.ts'
import { remember } from '../remember.ts'

/** What takes long in a large library: plain arguments in, plain results out, so that another thread can answer. */
const QUESTIONS = {
  today: answerToday,
  power: answerPositions,
  network: answerNetwork,
  presence: answerPresence,
  missions: answerMissions,
  neglect: answerNeglect,
  diff: diffLibrary,
  brief: writeBrief,
  relations: (library: Library, { sides, wanted }: { readonly sides: readonly [string, string]; readonly wanted: Wanted }) =>
    answerRelations(library, sides, wanted),
} as const

type Questions = typeof QUESTIONS
export type QuestionName = keyof Questions
export type ArgsOf<Name extends QuestionName> = Parameters<Questions[Name]>[1]
export type ResultOf<Name extends QuestionName> = ReturnType<Questions[Name]>

type AnyQuestion = (library: Library, args: unknown) => unknown

/** The answer; what was asked with the same arguments is not found out again before the library changes. */
export function answer<Name extends QuestionName>(library: Library, name: Name, args: ArgsOf<Name>): ResultOf<Name> {
  return remember(library.db, `${name} ${JSON.stringify(args)}`, () => (QUESTIONS[name] as AnyQuestion)(library, args) as ResultOf<Name>)
}
