import type { Demonym, DemonymAnswers } from '../../document/answers/countries.ts'
import { loadTable } from '../../resource/table.ts'
import { foldName } from '../../util/fold.ts'
import { type Country, splitList } from './countries.ts'

/** Words in capitals that are others in lower case: "US". */
const CAPITALS = /^[A-Z.]{2,5}$/

/** English adjectives of places and nouns of people: those of countries, and of regions from `region-adjectives.tsv`. */
export function loadDemonyms(rows: readonly Country[]): DemonymAnswers {
  const regional = loadTable(new URL('./region-adjectives.tsv', import.meta.url), ['word', 'form', 'iso3', 'place'])
  const demonyms = new Map<string, Demonym>()
  const capitals = new Set<string>()
  const regions = new Map<string, string>()

  const add = (word: string, iso3: string, form: Demonym['form'], place: string | null): void => {
    const key = foldName(word)
    if (CAPITALS.test(word)) capitals.add(key)
    const known = demonyms.get(key)
    if (!known) demonyms.set(key, { iso3, others: [], form, place })
    else if (known.iso3 !== iso3 && !known.others.includes(iso3)) demonyms.set(key, { ...known, others: [...known.others, iso3] })
  }
  for (const row of rows) {
    for (const word of splitList(row.adjectives)) add(word, row.iso3, 'adjective', null)
    for (const pair of splitList(row.people)) {
      const [one = '', several = ''] = pair.split('=')
      add(one, row.iso3, 'person', null)
      add(several, row.iso3, 'people', null)
    }
  }
  for (const row of regional) {
    if (row.iso3) add(row.word, row.iso3, row.form === 'person' || row.form === 'people' ? row.form : 'adjective', row.place)
    else regions.set(foldName(row.word), row.place)
  }
  return {
    of(word) {
      const key = foldName(word)
      return capitals.has(key) && word === word.toLowerCase() ? null : (demonyms.get(key) ?? null)
    },
    region: word => regions.get(foldName(word)) ?? null,
  }
}
