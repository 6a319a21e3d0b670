import type { Language } from '../document/language.ts'
import { placeRules } from '../extract/clause-place.ts'
import { eventRules } from '../extract/events.ts'
import { figureRules } from '../extract/figures.ts'
import { mentionRules } from '../extract/mentions.ts'
import { positionRules } from '../extract/positions.ts'
import { statementRules } from '../extract/statements.ts'
import { victimRules } from '../extract/victims.ts'
import { LANGUAGES, loadLanguage } from '../lang/index.ts'
import { coreferenceRules } from '../resolve/coreference/index.ts'
import { speakerRules } from '../resolve/speakers.ts'
import { whereRules } from '../resolve/where.ts'
import { whoRules } from '../resolve/who.ts'

/** A rule as the catalogue has it: "room/name" and what it says. */
export interface RuleEntry {
  readonly name: string
  readonly says: string
}

/** The rules of every stage, and those that each language brings for its time expressions. */
export async function loadRules(): Promise<readonly RuleEntry[]> {
  const languages = await Promise.all(LANGUAGES.map(loadLanguage))
  return joinSame([...STAGES, ...languages.flatMap(language => (language ? timeRules(language) : []))])
}

/** Rules of one name, such as the patterns of a kind of date, are one entry with all their sentences. */
function joinSame(rules: readonly RuleEntry[]): RuleEntry[] {
  const sentences = new Map<string, Set<string>>()
  for (const { name, says } of rules) {
    const known = sentences.get(name)
    if (known) known.add(says)
    else sentences.set(name, new Set([says]))
  }
  return [...sentences].map(([name, says]) => ({ name, says: [...says].join(' ') }))
}

const STAGES: readonly RuleEntry[] = [
  ...mentionRules,
  ...coreferenceRules,
  ...whoRules,
  ...whereRules,
  ...statementRules,
  ...speakerRules,
  ...eventRules,
  ...placeRules,
  ...figureRules,
  ...victimRules,
  ...positionRules,
  { name: 'decisions/corrected', says: 'An analyst put the field right.' },
  { name: 'review/added', says: 'An analyst added the record, which Griot had missed.' },
]

function timeRules({ times }: Language): RuleEntry[] {
  return (times?.layers ?? []).flat().map(({ name, says }) => ({ name: `times/${name}`, says }))
}
