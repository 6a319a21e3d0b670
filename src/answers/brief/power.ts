import type { Library } from '../../library/open.ts'
import { answerPositions } from '../positions/positions.ts'
import type { Spell } from '../positions/spells.ts'
import { type BriefState, isWithin, keepHighest, type Sentence, sentence, type Telling } from './sentence.ts'
import { fill, word } from './templates.ts'
import { dayIn } from './values.ts'

/** Times in office that are told at the most, and coups. */
const MOST = 30

/** Who holds or held an office in the period, and coups, by country and place of the offices. */
export function tellPower(library: Library, country: string, asKnownOn: string | null, state: BriefState): Telling {
  const { spells, coups } = answerPositions(library, { country, ...(asKnownOn !== null && { asKnownOn }) })
  const held = spells.filter(({ from, to, first }) => {
    const [start, end] = [from?.day ?? first?.day ?? '', to?.day ?? '9999-12-31']
    return isWithin(state, start, end)
  })
  const { kept, more } = keepHighest(held, MOST, ({ to, from, first }) => `${to?.day ?? '9999'} ${from?.day ?? first?.day ?? ''}`)
  const told = keepHighest(
    coups.filter(coup => isWithin(state, coup.day)),
    MOST,
    ({ day }) => day,
  )
  return {
    sentences: [...kept.map(spell => tellSpell(spell, state)), ...told.kept.map(coup => tellCoup(coup, state))],
    more: more + told.more,
  }
}

function tellSpell(spell: Spell, { language, witnesses }: BriefState): Sentence {
  const { office, title, deputy, body, holder, status, from, to } = spell
  const known = word(`office.${office}`, language)
  const day = (when: Spell['from']) => {
    if (!when) return null
    const written = dayIn(language, when.day)
    return when.basis === 'told' ? written : fill(`day.${when.basis}`, language, { day: written })
  }
  return sentence(
    'power',
    'power',
    language,
    {
      office: `${deputy ? title : known}${body === null ? '' : `, ${body}`}`,
      holder,
      status: status === 'current' ? null : word(`position.${status}`, language),
      since: day(from),
      until: day(to),
    },
    { office, title, deputy, body, holder, status, from: from?.day ?? null, to: to?.day ?? null, countryBasis: spell.countryBasis },
    [...spell.evidence, ...(from?.evidence ?? []), ...(to?.evidence ?? [])].slice(0, MOST_EVIDENCE).map(id => witnesses(id).evidence),
  )
}

/** Records that are named behind a sentence at the most. */
const MOST_EVIDENCE = 4

function tellCoup(coup: ReturnType<typeof answerPositions>['coups'][number], { language, witnesses }: BriefState): Sentence {
  const { outcome, day, by, against, basis } = coup
  const written = dayIn(language, day)
  return sentence(
    'power',
    'power.coup',
    language,
    {
      day: basis === 'told' ? written : fill('day.seen', language, { day: written }),
      outcome: word(`coup.${outcome}`, language),
      by: by.join(', '),
      against,
    },
    { outcome, day, by, against },
    coup.evidence.slice(0, MOST_EVIDENCE).map(id => witnesses(id).evidence),
  )
}
