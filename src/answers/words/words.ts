import { loadTable } from '../../resource/table.ts'
import { foldName } from '../../util/fold.ts'

/** Languages that lists of answers are kept for; titles and words of all of them are looked up together. */
const LANGUAGES = ['en'] as const

/** A list of every language, each cell as it stands. */
export function loadWords<const Column extends string>(name: string, columns: readonly Column[]): Readonly<Record<Column, string>>[] {
  return LANGUAGES.flatMap(language => loadTable(new URL(`./${language}/${name}.tsv`, import.meta.url), columns))
}

/** The folded parts of a cell that holds several. */
export function splitCell(cell: string): string[] {
  return cell.split('; ').map(foldName).filter(Boolean)
}
