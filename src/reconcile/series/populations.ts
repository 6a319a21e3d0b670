import { loadTable } from '../../resource/table.ts'
import { foldName } from '../../util/fold.ts'

let classes: ReadonlyMap<string, string> | null = null

/** The class of people that a figure counts, by the last word of its population that tells one: "12 women and children" → "children"; else "everyone". */
export function populationClass(population: string | null, language: string): string {
  if (population === null) return 'everyone'
  classes ??= new Map(
    loadTable(new URL('populations.tsv', import.meta.url), ['language', 'word', 'class']).map(row => [
      `${row.language} ${row.word}`,
      row.class,
    ]),
  )
  const words = foldName(population).split(' ')
  for (let i = words.length - 1; i >= 0; i--) {
    const found = classes.get(`${language} ${words[i]} ${words[i + 1]}`) ?? classes.get(`${language} ${words[i]}`)
    if (found) return found
  }
  return 'everyone'
}
