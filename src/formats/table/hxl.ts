import { loadTable } from '../../resource/table.ts'

/** HXL tags by the name of a column. */
export const HXL_TAGS: ReadonlyMap<string, string> = new Map(
  loadTable(new URL('hxl.tsv', import.meta.url), ['column', 'tag']).map(row => [row.column, row.tag]),
)
