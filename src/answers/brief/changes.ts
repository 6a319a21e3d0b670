import { CHANGES, type Change, type FoundChange, openChange } from '../diff/change.ts'
import { type BriefState, isWithin, keepHighest, type Sentence, sentence, type Telling } from './sentence.ts'
import { type BriefLanguage, fill, type Piece, word } from './templates.ts'
import { countedIn, dayIn, numberIn } from './values.ts'

/** Changes of each kind that are told at the most. */
const MOST = 20

/** What changed in the period: of each kind what is gravest or latest. */
export function tellChanges(found: readonly FoundChange[], state: BriefState): Telling {
  const own = found.filter(({ day }) => day === null || isWithin(state, day))
  const kinds = CHANGES.map(kind => {
    const rows = own.filter(({ change }) => change === kind)
    return keepHighest(rows, MOST, row => row.gravity ?? row.day ?? '')
  })
  return {
    sentences: kinds.flatMap(({ kept }) =>
      kept.map(change =>
        tellChange(
          openChange(change, record => state.witnesses(record).evidence),
          state.language,
        ),
      ),
    ),
    more: kinds.reduce((sum, { more }) => sum + more, 0),
  }
}

/** A change as a sentence with its evidence. */
export function tellChange(change: Change, language: BriefLanguage): Sentence {
  const { change: name, day, place, by, before, after, evidence, holder, title, content } = change
  const said = (value: Change['before'], record: string | null | undefined): readonly Piece[] | null => {
    if (value === null || (name === 'new' && value === 'occurred')) return null
    const text =
      typeof value === 'number'
        ? numberIn(language, value)
        : name === 'status' || name === 'new'
          ? word(`status.${value}`, language)
          : name === 'position'
            ? word(`position.${value}`, language)
            : value
    return [{ text, evidence: evidence.filter(each => each.record === record) }]
  }
  const slots = {
    day: day && dayIn(language, day),
    what: describe(change, language),
    ...{ place, by, holder, title, content },
    before: said(before, change.records?.before),
    after: said(after, change.records?.after),
  }
  return sentence('new', `change.${name}`, language, slots, { ...change, evidence: undefined }, evidence)
}

function describe({ type, mode, measure, unit, place }: Change, language: BriefLanguage): string | readonly Piece[] | null {
  if (measure !== undefined) return fill('what.counted', language, { what: countedIn(language, measure, unit ?? 'person'), place })
  if (type === undefined) return null
  return fill('what.happened', language, { what: word(mode ? `event.${type}.${mode}` : `event.${type}`, language), place })
}
