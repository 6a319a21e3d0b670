import type { Library } from '../../library/open.ts'
import type { Evidence } from '../evidence.ts'
import type { Dealing } from '../relations/dealings.ts'
import { answerPartners, type Partner } from '../relations/partners.ts'
import type { Turn } from '../relations/turns.ts'
import { type BriefState, type Sentence, sentence } from './sentence.ts'
import { type BriefLanguage, fill, list, type Piece, word } from './templates.ts'
import { dayIn } from './values.ts'

/** Others that are told of at the most, turning points of each, and what is drawn of each. */
const MOST = 10
const MOST_TURNS = 6
const MOST_DRAWN = 24
/** Records that are named behind a turning point at the most. */
const MOST_EVIDENCE = 4

/** Somebody with whom the country has to do, and what is drawn of it, each with what it rests on. */
export interface ToldPartner {
  readonly partner: Partner
  readonly drawn: readonly { readonly dealing: Dealing; readonly evidence: readonly Evidence[] }[]
}

/** With whom the country has most to do in the period, what weighs most first. */
export function choosePartners(library: Library, country: string, asKnownOn: string | null, state: BriefState): ToldPartner[] {
  const { from, to, witnesses } = state
  const wanted = { ...(from !== null && { from }), ...(to !== null && { to }), ...(asKnownOn !== null && { asKnownOn }) }
  return answerPartners(library, country, wanted, MOST).map(partner => {
    const strongest = [...partner.dealings].sort((a, b) => Math.abs(b.scale) - Math.abs(a.scale) || (a.day < b.day ? 1 : -1))
    const drawn = new Set(strongest.slice(0, MOST_DRAWN))
    return {
      partner,
      drawn: partner.dealings
        .filter(dealing => drawn.has(dealing))
        .map(dealing => ({ dealing, evidence: dealing.evidence.slice(0, 1).map(id => witnesses(id).evidence) })),
    }
  })
}

/** A sentence for each: whether they help or fight, which way it goes, its turning points, and what came last. */
export function tellPartners(told: readonly ToldPartner[], { language, witnesses }: BriefState): Sentence[] {
  const evidenceOf = (ids: readonly string[]) => ids.slice(0, MOST_EVIDENCE).map(id => witnesses(id).evidence)
  return told.map(({ partner: { key, name, trend, turns, dealings } }) => {
    const last = dealings.at(-1) as Dealing
    const told = turns.slice(-MOST_TURNS).map(turn => tellTurn(turn, language, evidenceOf(turn.evidence)))
    const of = (quads: readonly number[]) => dealings.filter(({ quad }) => quads.includes(quad)).length
    return sentence(
      'relations',
      'relation',
      language,
      {
        other: name,
        tone: word(`tone.${trend.tone}`, language),
        direction: trend.direction === 'steady' ? null : word(`trend.${trend.direction}`, language),
        turns: list(told, '; '),
        last: fill('relation.last', language, {
          day: dayIn(language, last.day),
          what: [{ text: describe(last, language), evidence: evidenceOf(last.evidence) }],
        }),
      },
      {
        ...{ partner: key, name, tone: trend.tone, direction: trend.direction, mean: trend.mean, first: trend.first, last: trend.last },
        ...{ cooperation: of([1, 2]), conflict: of([3, 4]) },
        turns: turns.map(({ day, direction, type, mode }) => ({ day, direction, type, mode })),
      },
      evidenceOf(trend.evidence),
    )
  })
}

function tellTurn({ day, direction, type, mode }: Turn, language: BriefLanguage, evidence: readonly Evidence[]): Piece[] {
  const what = type === null ? null : describe({ type, mode }, language)
  return fill('relation.turn', language, {
    day: dayIn(language, day),
    direction: [{ text: word(`direction.${direction}`, language), evidence: what === null ? evidence : [] }],
    what: what === null ? null : [{ text: what, evidence }],
  })
}

/** What happened, in words: "expulsion". */
export function describe({ type, mode }: Pick<Dealing, 'type' | 'mode'>, language: BriefLanguage): string {
  return word(mode === null ? `event.${type}` : `event.${type}.${mode}`, language)
}
