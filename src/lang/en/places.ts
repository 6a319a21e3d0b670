import type { PlaceAnswers } from '../../document/answers/places.ts'
import { PLACE_KINDS, type PlaceKind } from '../../resource/gazetteer.ts'
import { loadTable } from '../../resource/table.ts'

const PARTS = [
  ...['northern', 'southern', 'eastern', 'western', 'central', 'north', 'south', 'east', 'west'],
  ...['northeastern', 'northwestern', 'southeastern', 'southwestern', 'north-eastern', 'north-western', 'south-eastern', 'south-western'],
  ...['northeast', 'northwest', 'southeast', 'southwest', 'upper', 'lower', 'greater', 'downtown', 'mainland', 'rural', 'coastal'],
]

/** English words around the names of places. */
export function loadPlaceAnswers(): PlaceAnswers {
  const types = new Map<string, readonly PlaceKind[]>()
  for (const row of loadTable(new URL('./place-types.tsv', import.meta.url), ['noun', 'kinds']))
    types.set(row.noun, row.kinds.split(' ').filter(isPlaceKind))
  return {
    typeOf: noun => types.get(noun) ?? (noun.endsWith('s') ? (types.get(noun.slice(0, -1)) ?? null) : null),
    within: new Set(['in', 'of', 'within', 'inside', 'across', 'throughout']),
    genitives: new Set(['of']),
    parts: new Set(PARTS),
    possessives: new Set(["'s", '’s', "'", '’']),
    conjunctions: new Set(['and', 'or', '&']),
  }
}

function isPlaceKind(word: string): word is PlaceKind {
  return (PLACE_KINDS as readonly string[]).includes(word)
}
