import { RECORD_LISTS, type RecordList } from '../../record/record-lists.ts'
import { listDecisions } from '../../store/decisions.ts'
import type { Library } from '../open.ts'
import { ADDED } from './added-record.ts'
import { type DecisionEvidence, evidenceOf, standingDecisions } from './evidence.ts'

/** How often analysts agreed, of how many records or fields they decided on; with the 95 % interval of Wilson (1927). */
export interface Agreement {
  readonly name: string
  readonly right: number
  readonly wrong: number
  /** right / (right + wrong). */
  readonly precision: number
  readonly low: number
  readonly high: number
}

/** Precision so far: by kind of record, by rule, and by how sure Griot was. */
export interface AgreementTable {
  readonly decided: number
  /** A record is right that was accepted as it is. */
  readonly kinds: readonly (Agreement & { readonly corrected: number; readonly rejected: number })[]
  /** A field is right where its record was accepted, or corrected elsewhere. A record rejected counts against the rule that found it. */
  readonly rules: readonly Agreement[]
  /** By confidence: "0.8" is 0.80 to 0.89. */
  readonly confidence: readonly Agreement[]
}

/** What is decided of one record. */
interface Verdict {
  readonly evidence: DecisionEvidence
  readonly kind: 'accept' | 'reject' | 'correct'
  /** Fields that were corrected. */
  readonly fields: ReadonlySet<string>
}

/** The field whose rule found the record at all. */
const FINDS: Readonly<Record<RecordList, string>> = {
  entities: 'name',
  statements: 'content',
  events: 'type',
  figures: 'measure',
  positions: 'holder',
}

/** Counts how often analysts agreed with Griot, from the decisions that stand. */
export function countAgreement({ db }: Pick<Library, 'db'>): AgreementTable {
  const verdicts = collectVerdicts(db)
  const kinds = RECORD_LISTS.flatMap(list => {
    const of = verdicts.filter(verdict => verdict.evidence.anchor.list === list)
    const count = (kind: Verdict['kind']) => of.filter(verdict => verdict.kind === kind).length
    const [corrected, rejected] = [count('correct'), count('reject')]
    return of.length === 0 ? [] : [{ ...toAgreement(list, count('accept'), corrected + rejected), corrected, rejected }]
  })
  const rules = tally(verdicts.flatMap(fieldsDecided))
  const confidence = tally(
    verdicts.map(({ evidence, kind }) => [(Math.floor(evidence.confidence * 10) / 10).toFixed(1), kind === 'accept']),
  )
  return { decided: verdicts.length, kinds, rules, confidence }
}

function collectVerdicts(db: Library['db']): Verdict[] {
  const verdicts = new Map<string, Verdict>()
  for (const decision of standingDecisions(listDecisions(db))) {
    const evidence = evidenceOf(decision)
    const { kind, target, field } = decision
    if (!evidence || (kind !== 'accept' && kind !== 'reject' && kind !== 'correct') || isAdded(evidence)) continue
    const before = verdicts.get(target)
    const fields = new Set(before?.fields)
    if (kind === 'correct' && field !== null) fields.add(field)
    // Accepting what was just corrected accepts the correction, not what Griot said.
    const joined = kind === 'accept' && fields.size > 0 ? 'correct' : kind
    verdicts.set(target, { evidence: before?.evidence ?? evidence, kind: joined, fields })
  }
  return [...verdicts.values()]
}

/** What an analyst added says nothing of how often Griot is right. */
function isAdded({ from }: DecisionEvidence): boolean {
  return Object.values(from).includes(ADDED)
}

function fieldsDecided({ evidence, kind, fields }: Verdict): (readonly [rule: string, isRight: boolean])[] {
  const found = evidence.from[FINDS[evidence.anchor.list]]
  if (kind === 'reject') return found === undefined ? [] : [[found, false]]
  return Object.entries(evidence.from).map(([field, rule]) => [rule, !fields.has(field)])
}

function tally(marks: readonly (readonly [name: string, isRight: boolean])[]): Agreement[] {
  const counts = new Map<string, { right: number; wrong: number }>()
  for (const [name, isRight] of marks) {
    const count = counts.get(name) ?? { right: 0, wrong: 0 }
    counts.set(name, count)
    count[isRight ? 'right' : 'wrong']++
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { right, wrong }]) => toAgreement(name, right, wrong))
}

const Z = 1.96

function toAgreement(name: string, right: number, wrong: number): Agreement {
  const n = right + wrong
  const share = right / n
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n)
  const half = (Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n)
  const round = (x: number) => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000
  return { name, right, wrong, precision: round(share), low: round(middle - half), high: round(middle + half) }
}
