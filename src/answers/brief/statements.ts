import { shorten } from '../../formats/view/shorten.ts'
import type { StatementTold } from '../../store/about.ts'
import { type BriefState, isWithin, type Sentence, sentence, type Telling } from './sentence.ts'
import { word } from './templates.ts'
import { daysIn } from './values.ts'

/** Statements that are told at the most, and letters of each. */
const MOST = 24
const LONGEST = 400
const LEAST_WORDS = 4

/** What is done by saying it, by how much it commits or attacks: an order to list in. */
const WEIGHTS: Readonly<Record<string, number>> = {
  threaten: 5,
  accuse: 5,
  deny: 4,
  demand: 4,
  promise: 4,
  warn: 4,
  praise: 2,
  thank: 2,
  ask: 2,
  assert: 1,
}

/** Who said what in the period: what weighs most, the latest first. */
export function tellStatements(state: BriefState): Telling {
  const own = state.account.told.statements.filter(
    ({ speakerName, dayStart, dayEnd }) => speakerName !== null && dayStart !== null && isWithin(state, dayStart, dayEnd ?? dayStart),
  )
  const chosen = [...own].sort((a, b) => weigh(b) - weigh(a) || compareDays(a, b)).slice(0, MOST)
  return { sentences: chosen.sort(compareDays).map(each => tellStatement(each, state)), more: own.length - chosen.length }
}

/** What a named person says weighs more than what "a doctor" says, and what is quoted more than what is told. */
function weigh({ act, form, speakerKey }: StatementTold): number {
  return (
    (WEIGHTS[act] ?? 1) + (form === 'direct' ? 1.5 : form === 'mixed' ? 1 : 0) + (speakerKey && !speakerKey.startsWith('name:') ? 1 : 0)
  )
}

function compareDays(a: StatementTold, b: StatementTold): number {
  const [x, y] = [a.dayStart ?? '', b.dayStart ?? '']
  return x < y ? 1 : x > y ? -1 : a.report < b.report ? -1 : a.report > b.report ? 1 : a.no - b.no
}

function tellStatement(told: StatementTold, state: BriefState): Sentence {
  const { language, witnesses } = state
  const { speakerName, act, form, dayStart, dayEnd } = told
  const { evidence } = witnesses(`${told.report}/s${told.no % 65_536}`)
  // A few words ("the accusation") say nothing without their sentence.
  const said = unquote(evidence.words)
  const content = said.split(' ').length < LEAST_WORDS ? unquote(evidence.quote) : said
  const teller = tellerOf(told, state)
  return sentence(
    'statements',
    teller === null ? 'statement' : 'statement.within',
    language,
    {
      day: daysIn(language, { start: dayStart, end: dayEnd }) ?? '',
      speaker: speakerName,
      act: word(`act.${act}`, language),
      form: form === 'direct' ? null : word(`form.${form}`, language),
      teller,
      content: shorten(content, LONGEST),
    },
    { speaker: speakerName, act, form, day: dayStart, content, teller },
    [evidence],
  )
}

/** Whose statement it is told in. */
function tellerOf({ within, report }: StatementTold, { account: { told } }: BriefState): string | null {
  if (within === null) return null
  return told.statements.find(each => each.report === report && each.no % 65_536 === within)?.speakerName ?? null
}

/** Words without the marks of quotation around them, on one line. */
function unquote(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^["“”«»'‘’\s]+|["“”«»'‘’\s]+$/g, '')
}
