import { loadTable } from '../resource/table.ts'

/** 1–12 for a month's name or short form in any of the languages that bylines come in ("Sept.", "février"), else null. */
export function parseMonth(name: string): number | null {
  return MONTHS.get(name.toLowerCase().replace(/\.$/, '').normalize('NFC')) ?? null
}

const MONTHS = new Map(
  loadTable(new URL('./month-names.tsv', import.meta.url), ['month', 'names']).flatMap(({ month, names }) =>
    names.split(' ').map(name => [name, Number(month)] as const),
  ),
)
