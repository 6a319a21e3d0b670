/** A word that stands for the people or the belongings of a country. */
export interface Demonym {
  /** ISO 3166-1 alpha-3 */
  readonly iso3: string
  /** Other countries that the word may mean, less likely ones last: "Congolese". */
  readonly others: readonly string[]
  /** An adjective may be a noun for one person as well ("Malian"); "person" and "people" are nouns only ("Turk", "Turks", "Malians"). */
  readonly form: 'adjective' | 'person' | 'people'
  /** The word means a part of the country ("Scottish"): `place` is its name. */
  readonly place: string | null
}

/** What a language answers on adjectives of places and nouns of people; a word is asked for as written ("US", not "us"). */
export interface DemonymAnswers {
  /** The country of an adjective or a noun of people, or null. */
  of(word: string): Demonym | null
  /** The region of an adjective whose region is in no one country ("European", "Sahelian"), by its name; else null. */
  region(word: string): string | null
}

/** A country as a name says it. */
export interface CountryName {
  /** ISO 3166-1 alpha-3 */
  readonly iso3: string
  /** Other countries that the name may mean: "Congo". */
  readonly others: readonly string[]
}

/** What a language answers on countries. */
export interface CountryAnswers {
  /** The country that a name, also a former one or an abbreviation, stands for, whatever its case; null for any other name. */
  of(name: string): CountryName | null
  /** The usual name of a country by its ISO 3166-1 alpha-3 code, or null. */
  nameOf(iso3: string): string | null
  /** Wikidata id of a country by its ISO 3166-1 alpha-3 code, or null. */
  wikidataOf(iso3: string): string | null
  /** ISO 3166-1 alpha-3 by alpha-2, or null. */
  fromIso2(iso2: string): string | null
}
