import type { ActorAnswers, ListedActor } from '../../document/answers/actors.ts'
import { isAcronym } from '../../resource/actors.ts'
import { loadTable } from '../../resource/table.ts'
import { foldName } from '../../util/fold.ts'
import { splitList } from './countries.ts'

/** Well-known actors by their English names, from `actors.tsv`. */
export function loadActorAnswers(): ActorAnswers {
  const rows = loadTable(new URL('./actors.tsv', import.meta.url), ['name', 'aliases', 'kind', 'sector', 'countries', 'wikidata', 'place'])
  const full = new Map<string, ListedActor[]>()
  const acronyms = new Map<string, ListedActor[]>()
  for (const row of rows) {
    const actor: ListedActor = {
      name: row.name,
      kind: row.kind,
      sector: row.sector || null,
      countries: splitList(row.countries),
      wikidata: row.wikidata || null,
      ucdp: null,
      offices: [],
      place: row.place || null,
    }
    for (const name of [row.name, ...splitList(row.aliases)]) {
      const map = isAcronym(name) ? acronyms : full
      const key = foldName(name)
      const list = map.get(key)
      if (!list) map.set(key, [actor])
      else if (!list.includes(actor)) list.push(actor)
    }
  }
  return {
    find(name) {
      const key = foldName(name).replace(/^the (?=.)/, '')
      const found = full.get(key) ?? full.get(foldName(name)) ?? []
      return isAcronym(name) ? [...found, ...(acronyms.get(key) ?? [])] : found
    },
  }
}
