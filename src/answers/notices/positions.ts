import type { Library } from '../../library/open.ts'
import { countryName, findCountry } from '../countries.ts'
import { answerPositions, type PositionsWanted } from '../positions/positions.ts'
import type { Spell } from '../positions/spells.ts'
import { type Asked, type Notice, reportOf } from './notice.ts'

/** Who holds an office now that another held, and who holds one no longer. An office that nobody had told of before has not changed. */
export function noticePositions(library: Library, { search, wanted, upTo, ids }: Asked): Notice[] {
  const { place, types, measures, acts, saidBy, publishers, languages } = wanted
  const country = place === undefined ? undefined : findCountry(place)
  if (types || measures || acts || saidBy !== undefined || country === null) return []
  const asked: PositionsWanted = { ...(country && { country }), ...(publishers && { publishers }), ...(languages && { languages }) }
  const known = new Map<string, Map<string, Spell['status']>>()
  for (const spell of answerPositions(library, { ...asked, arrived: { upTo } }).spells)
    known.set(officeOf(spell), (known.get(officeOf(spell)) ?? new Map()).set(spell.holder, spell.status))
  return answerPositions(library, asked).spells.flatMap(spell => {
    const before = known.get(officeOf(spell))
    const evidence = [...spell.evidence, ...(spell.to?.evidence ?? [])]
    if (!before || before.get(spell.holder) === spell.status || !evidence.some(id => ids.has(reportOf(id)))) return []
    return [{ kind: 'position' as const, search, says: describe(spell, before.get(spell.holder)), evidence: spell.evidence }]
  })
}

function officeOf({ country, body, office, deputy }: Spell): string {
  return [country, body, office, deputy].join('\n')
}

function describe({ country, body, office, deputy, holder, status }: Spell, before: Spell['status'] | undefined): string {
  const of = body ?? (country === null ? '' : countryName(country))
  return `Position changed: ${deputy ? 'deputy ' : ''}${office}${of ? `, ${of}` : ''}: ${holder}, ${before ? `${before} → ` : ''}${status}.`
}
