import type { Language } from '../document/language.ts'
import { placeRules } from '../extract/clause-place.ts'
import { eventRules } from '../extract/events.ts'
import { figureRules } from '../extract/figures.ts'
import { mentionRules } from '../extract/mentions.ts'
import { positionRules } from '../extract/positions.ts'
import { statementRules } from '../extract/statements.ts'
import { coreferenceRules } from '../resolve/coreference/index.ts'
import { speakerRules } from '../resolve/speakers.ts'
import { whereRules } from '../resolve/where.ts'
import { whoRules } from '../resolve/who.ts'

/** A rule as the catalogue has it: "room/name" and what it says. */
export interface RuleEntry {
  readonly name: string
  readonly says: string
}

/** The rules of every stage; those of time expressions are a language's own and come with it. */
export function listRules(language?: Language | null): readonly RuleEntry[] {
  const times = (language?.times?.layers ?? []).flat().map(rule => ({ name: `times/${rule.name}`, says: rule.says }))
  return [
    ...mentionRules,
    ...coreferenceRules,
    ...whoRules,
    ...whereRules,
    ...times,
    ...statementRules,
    ...speakerRules,
    ...eventRules,
    ...placeRules,
    ...figureRules,
    ...positionRules,
  ]
}
