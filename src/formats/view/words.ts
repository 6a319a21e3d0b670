import type { EventStatus } from '../../record/event.ts'
import type { Measure, Quantifier } from '../../record/figure.ts'
import type { SpeechAct } from '../../record/statement.ts'
import type { EventMode, EventType } from '../../record/vocab/plover.ts'
import { loadTable } from '../../resource/table.ts'

const MODES = new Map(
  loadTable(new URL('./modes.tsv', import.meta.url), ['type', 'mode', 'words']).map(row => [`${row.type} ${row.mode}`, row.words]),
)

const TYPES: Record<EventType, string> = {
  AGREE: 'agreement or promise',
  CONSULT: 'meeting or talks',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'cooperation',
  AID: 'aid',
  RETREAT: 'retreat',
  REQUEST: 'request',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat or warning',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilisation',
  COERCE: 'coercion',
  ASSAULT: 'attack',
}

/** What happened, as a noun phrase: "air strike", "meeting or talks". */
export function nameEvent(type: EventType, mode: EventMode | null): string {
  return (mode && MODES.get(`${type} ${mode}`)) ?? (mode ? `${TYPES[type]}, ${spell(mode)}` : TYPES[type])
}

/** Whether it took place; "" for what plainly did. */
export const STATUS_WORDS: Record<EventStatus, string> = {
  occurred: '',
  ongoing: 'going on',
  planned: 'planned',
  possible: 'possible',
  denied: 'denied',
  negated: 'did not happen',
}

/** What a speaker did, between the speaker and what is said; the past tense fits one speaker and many. */
export const ACT_WORDS: Record<SpeechAct, string> = {
  assert: 'said',
  warn: 'warned',
  accuse: 'accused',
  deny: 'denied',
  threaten: 'threatened',
  promise: 'promised',
  demand: 'demanded',
  thank: 'thanked',
  praise: 'praised',
  ask: 'asked',
  other: 'said',
}

/** What was counted, behind a number and a noun: "12 civilians killed". */
export const MEASURE_WORDS: Record<Measure, string> = {
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  abducted: 'abducted',
  arrested: 'arrested',
  displaced: 'displaced',
  returned: 'returned',
  'in-need': 'in need',
  affected: 'affected',
  refugees: 'refugees',
  destroyed: 'destroyed',
  deployed: 'deployed',
  funding: 'funding',
  attacks: 'attacks',
  other: '',
}

/** How exact a number is, in front of it. */
export const QUANTIFIER_WORDS: Record<Quantifier, string> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'at-most': 'at most ',
  between: '',
  vague: '',
}

/** A code as words: "in-need" → "in need", "asOf" → "as of", "human_rights" → "human rights". */
export function spell(code: string): string {
  return code.replace(/[-_]/g, ' ').replace(/([a-z])([A-Z])/g, (_, before, letter) => `${before} ${letter.toLowerCase()}`)
}

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** "English" for "en"; the code itself where it has no name. */
export function nameLanguage(code: string): string {
  try {
    return (code !== 'und' && LANGUAGE_NAMES.of(code)) || 'language unknown'
  } catch {
    return code
  }
}
