import { countryName } from '../answers/countries.ts'
import type { Coup } from '../answers/positions/coups.ts'
import type { PositionsAnswer } from '../answers/positions/positions.ts'
import type { Seed } from '../answers/positions/seeds.ts'
import type { DayKnown, Spell } from '../answers/positions/spells.ts'
import type { Screen } from './screen.ts'
import { shortenIds, wrapIndented } from './short-ids.ts'
import { type Column, formatTable } from './table.ts'

/** Offices for people: a table for each country and body, then what does not go together, then coups. */
export function formatPositions({ spells, contradictions, coups, seeds }: PositionsAnswer, { width }: Screen): string {
  if (spells.length + contradictions.length + coups.length + seeds.length === 0) return 'No office is reported.\n'
  const blocks = [...Map.groupBy(spells, each => (each.country === null ? 'Of no country' : countryName(each.country)))].map(
    ([place, group]) =>
      [
        `${place}\n`,
        ...[...Map.groupBy(group, officeOf)].map(
          ([office, held]) => `  ${office}\n${indentLines(formatTable(held, COLUMNS, width - 4).replace(/^.*\n/, ''))}`,
        ),
      ].join(''),
  )
  const against = contradictions.map(({ holders, because, evidence }) =>
    wrapIndented(`${holders.join(', ')}: ${because} [${shortenIds(evidence)}]`, width),
  )
  if (against.length > 0) blocks.push(`What does not go together\n${against.join('')}`)
  if (coups.length > 0) blocks.push(`Coups and attempts\n${coups.map(coup => wrapIndented(coupLine(coup), width)).join('')}`)
  if (seeds.length > 0) blocks.push(`By lists, not by reports\n${seeds.map(seed => wrapIndented(seedLine(seed), width)).join('')}`)
  const isGuessed = spells.some(({ from, to, countryBasis }) => [from?.basis, to?.basis, countryBasis].some(basis => basis === 'inferred'))
  return `${blocks.join('\n')}${isGuessed ? '\n? follows from other reports; ~ the day of a report.\n' : ''}`
}

const COLUMNS: readonly Column<Spell>[] = [
  { head: 'from', cell: ({ from }) => dayText(from).padEnd(11) },
  { head: 'to', cell: ({ to }) => dayText(to).padEnd(11) },
  { head: 'holder', cell: ({ holder, countryBasis }) => `${holder}${countryBasis === 'inferred' ? ' ?' : ''}` },
  { head: 'status', cell: ({ status, how }) => (how === 'acting' && status !== 'acting' ? `${status}, acting` : status) },
  { head: 'see', cell: ({ evidence }) => shortenIds(evidence.slice(0, 1)) },
]

function seedLine({ office, holder, from, to, source, isReported }: Seed): string {
  const said = isReported === null ? 'no report says' : isReported ? 'so say reports' : 'reports say somebody else'
  return `${office}: ${holder}, from ${from}${to ? ` to ${to}` : ''} (${source}; ${said})`
}

function officeOf({ deputy, office, body }: Spell): string {
  return `${deputy ? 'deputy ' : ''}${office}${body ? ` of ${body}` : ''}`
}

function indentLines(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}

function dayText(day: DayKnown | null): string {
  if (!day) return ''
  return { told: day.day, seen: `~${day.day}`, inferred: `${day.day}?` }[day.basis]
}

function coupLine({ country, outcome, day, basis, against, by, because, reports, evidence }: Coup): string {
  const who = [by.length > 0 ? `by ${by.join(', ')}` : '', against ? `against ${against}` : ''].filter(Boolean).join(' ')
  const where = country === null ? '' : `${countryName(country)}, `
  return `${basis === 'told' ? '' : '~'}${day} ${where}${outcome}${who ? `, ${who}` : ''}: ${because}; ${reports} report${reports === 1 ? '' : 's'} [${shortenIds(evidence)}]`
}
