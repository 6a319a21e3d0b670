import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extend, MAX_PIECES, PHRASE_LISTS, pieceHash, piecesOf, WORD_LISTS } from '../../src/annotate/names/lists.ts'

/** Lists as they go into the model (sorted keys with their bits), and the names themselves, from which training draws others. */
export interface BuiltLists {
  readonly phrases: Entries
  readonly words: Entries
  readonly countries: readonly string[]
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  readonly acronyms: readonly string[]
}

export interface Entries {
  readonly keys: Int32Array<ArrayBuffer>
  readonly bits: Uint16Array<ArrayBuffer>
}

type Column = Readonly<Record<string, string>>
const BIG_CITY = 100_000
const TOWN = 15_000

/** Builds the lists from folders of actors and places, whose columns are those of their READMEs. Share-alike files are not read. */
export function buildLists(actors: string, gazetteer: string): BuiltLists {
  const phrases = new Map<number, number>()
  const words = new Map<number, number>()
  const add = (list: (typeof PHRASE_LISTS)[number], name: string | undefined): void => addPhrase(phrases, PHRASE_LISTS.indexOf(list), name)
  const countries = addCountries(actors, gazetteer, add)
  const places = addPlaces(gazetteer, add)
  const { organisations, acronyms } = addOrganisations(actors, add, words)
  const people = addPeople(actors, add, words)
  return { phrases: toEntries(phrases), words: toEntries(words), countries, places, people, organisations, acronyms }
}

type Add = (list: (typeof PHRASE_LISTS)[number], name: string | undefined) => void

function addPhrase(phrases: Map<number, number>, bit: number, name: string | undefined): void {
  const pieces = piecesOf((name ?? '').replace(/\s*[([].*$/u, '').replace(/^the /i, ''))
  if (pieces.length === 0 || pieces.length > MAX_PIECES) return
  if (pieces.length === 1 && (pieces[0] as string).length < 2) return
  let key = 0
  for (const piece of pieces) key = extend(key, pieceHash(piece))
  phrases.set(key, (phrases.get(key) ?? 0) | (1 << bit))
}

function addCountries(actors: string, gazetteer: string, add: Add): string[] {
  const names: string[] = []
  for (const row of table(join(actors, 'country-names.tsv'))) {
    if (row.lang !== 'en') continue
    if (row.kind === 'nationality') add('nationality', row.text)
    else {
      add('country', row.text)
      if (row.kind === 'name') names.push(row.text as string)
    }
  }
  for (const row of table(join(actors, 'factbook-countries.tsv'))) {
    for (const column of ['name', 'long_name', 'abbreviation', 'local_short']) add('country', row[column])
    add('city', row.capital)
    for (const word of (row.nationality_adjective ?? '').split(/,| or /)) add('nationality', word.trim())
  }
  for (const row of table(join(gazetteer, 'abbreviations.tsv')))
    if ((row.abbreviation ?? '').length > 2 || row.kind === 'country') add(row.kind === 'country' ? 'country' : 'region', row.abbreviation)
  return names
}

function addPlaces(gazetteer: string, add: Add): string[] {
  const places: string[] = []
  for (const row of table(join(gazetteer, 'admin1-points.tsv'))) {
    add('region', row.name)
    add('region', row.name_en)
    for (const end of [' Region', ' Province', ' District', ' State'])
      if (row.name?.endsWith(end)) add('region', row.name.slice(0, -end.length))
    if (row.name_en) places.push(row.name_en)
  }
  for (const row of table(join(gazetteer, 'regions.tsv'))) {
    if (Number(row.rank || 0) > 5) continue
    for (const name of [row.name, ...(row.aliases ?? '').split('|')]) add('region', name)
    for (const name of (row.adjectives ?? '').split('|')) add('nationality', name)
  }
  for (const line of gunzipSync(readFileSync(join(gazetteer, 'cities500.txt.gz')))
    .toString()
    .split('\n')) {
    const cells = line.split('\t')
    const people = Number(cells[14])
    if (!(people >= TOWN)) continue
    const list = people >= BIG_CITY ? 'city' : 'town'
    add(list, cells[1])
    add(list, cells[2])
    places.push(cells[1] as string)
  }
  return places
}

function addOrganisations(actors: string, add: Add, words: Map<number, number>): Pick<BuiltLists, 'organisations' | 'acronyms'> {
  const heads = new Map<string, number>()
  const organisations = new Set<string>()
  const acronyms = new Set<string>()
  const organisation = (list: 'organisation' | 'group', name: string | undefined): void => {
    if (!name) return
    add(list, name)
    const pieces = piecesOf(name.replace(/\s*[([].*$/u, ''))
    const last = (pieces.at(-1) ?? '').toLowerCase()
    if (pieces.length > 1) heads.set(last, (heads.get(last) ?? 0) + 1)
    if (pieces.length > 1 && pieces.length <= MAX_PIECES && !/[([;,]/.test(name)) organisations.add(name)
  }
  const short = (cell: string | undefined): void => {
    for (const part of (cell ?? '').split(/;\s*|\|/))
      if (/^\p{Lu}[\p{Lu}\p{Ll}\d-]*\p{Lu}/u.test(part)) {
        add('capitals', part)
        acronyms.add(part)
      }
  }
  for (const row of table(join(actors, 'iati-reporting-orgs.tsv'))) {
    organisation('organisation', row.name)
    short(row.acronyms)
  }
  for (const row of table(join(actors, 'iati-crs-channels.tsv'))) organisation('organisation', row.name_en)
  for (const row of table(join(actors, 'ror-organisations.tsv.gz'))) {
    organisation('organisation', row.name)
    for (const other of (row.other_names ?? '').split('; ')) add('organisation', other)
    short(row.acronyms)
  }
  for (const row of table(join(actors, 'factbook-parties.tsv'))) {
    organisation('organisation', row.name)
    short(row.acronym)
  }
  for (const row of table(join(actors, 'parties-partyfacts.tsv'))) {
    organisation('organisation', row.name_english)
    if (row.name !== row.name_english) add('organisation', row.name)
    short(row.short)
  }
  const countries = new Map(table(join(actors, 'factbook-countries.tsv')).map(row => [row.iso3, [row.name, row.abbreviation]]))
  for (const row of table(join(actors, 'factbook-forces.tsv'))) {
    organisation('organisation', row.name)
    short(row.aliases)
    // English puts the country in front of the bodies of a state: "Nigeria Police Force", "US Navy".
    for (const country of countries.get(row.iso3) ?? []) if (country) organisation('organisation', `${country} ${row.name}`)
  }
  for (const row of table(join(actors, 'nsi-state-bodies.tsv'))) {
    organisation('organisation', row.name)
    short(row.short)
  }
  for (const row of table(join(actors, 'fts-organisations.tsv'))) organisation('organisation', row.name)
  for (const row of table(join(actors, 'cameo-international.tsv')))
    if (/^(?:IGO|NGO|IMG)/.test(row.code ?? '') && !/rulers/.test(row.note ?? '')) add('organisation', row.name)
  for (const row of table(join(actors, 'ucdp-actors.tsv'))) {
    if (row.kind !== 'formal group') continue
    for (const column of ['name', 'name_orig', 'name_orig_full', 'name_orig_full_eng']) organisation('group', row[column])
  }
  for (const row of table(join(actors, 'ofac-groups.tsv')))
    for (const name of [row.name, ...(row.aliases ?? '').split('; ')]) organisation('group', name)
  for (const row of table(join(actors, 'factbook-groups.tsv')))
    for (const name of [row.name, ...(row.aliases ?? '').split('; ')]) organisation('group', name)
  for (const row of table(join(actors, 'cameo-armed-groups.tsv'))) add('group', row.name)
  for (const [head, count] of heads) if (count >= 8 && head.length > 2) mark(words, 'organisation-head', head)
  return { organisations: [...organisations], acronyms: [...acronyms] }
}

function addPeople(actors: string, add: Add, words: Map<number, number>): string[] {
  const firsts = new Map<string, number>()
  const lasts = new Map<string, number>()
  const people = new Set<string>()
  const files = ['officeholders-wikidata.tsv.gz', 'factbook-leaders.tsv']
  for (const row of files.flatMap(file => table(join(actors, file)))) {
    const name = row.name ?? ''
    const pieces = piecesOf(name)
    if (pieces.length < 2 || !/^\p{Lu}/u.test(name)) continue
    people.add(name)
    add('person', name)
    const first = pieces[0] as string
    const last = pieces.at(-1) as string
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
    lasts.set(last, (lasts.get(last) ?? 0) + 1)
  }
  for (const [word, count] of firsts) if (count >= 2 && word.length > 2) mark(words, 'first-name', word)
  for (const [word] of lasts) if (word.length > 2) mark(words, 'surname', word)
  return [...people]
}

function mark(words: Map<number, number>, list: (typeof WORD_LISTS)[number], word: string): void {
  const key = pieceHash(word)
  words.set(key, (words.get(key) ?? 0) | (1 << WORD_LISTS.indexOf(list)))
}

/** Entries of a table, in the order of their keys. */
export function toEntries(map: ReadonlyMap<number, number>): Entries {
  const sorted = [...map].sort((a, b) => a[0] - b[0])
  return { keys: Int32Array.from(sorted, e => e[0]), bits: Uint16Array.from(sorted, e => e[1]) }
}

function table(file: string): Column[] {
  const bytes = readFileSync(file)
  const [head = '', ...rows] = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n')
  const columns = head.split('\t')
  return rows.filter(row => row !== '').map(row => Object.fromEntries(row.split('\t').map((cell, i) => [columns[i] ?? '', cell.trim()])))
}
