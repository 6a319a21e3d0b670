import { join } from 'node:path'
import { readTable } from '../tables.ts'
import type { ActorList } from './source-actor.ts'

/** Armed groups: UCDP with its ids first, then the aliases of the others. */
export function addGroups(list: ActorList, folder: string): void {
  for (const row of readTable(join(folder, 'ucdp-actors.tsv'))) {
    if (row.kind === 'state') continue
    const names = [
      row.name_orig_full_eng,
      row.name_orig_full,
      row.name,
      row.name_orig,
      row.new_name,
      row.new_name_full_mother,
      row.new_name_full_eng,
    ]
    const formal = row.kind === 'formal group'
    const crime = /cartel|gang|mara |comando/i.test(names.join(' '))
    list.add(
      {
        kind: formal ? 'armed-group' : 'population',
        sector: !formal ? '' : crime ? 'CRM' : 'REB',
        countries: split(row.iso3, ' '),
        ucdp: row.ucdp_id ?? '',
      },
      names.flatMap(n => n ?? []),
    )
  }
  for (const row of readTable(join(folder, 'factbook-groups.tsv')))
    list.add({ kind: 'armed-group', sector: 'REB', countries: split(row.iso3_listed, ' ').slice(0, 4) }, [
      row.name ?? '',
      ...split(row.aliases, '; '),
    ])
  for (const row of readTable(join(folder, 'ofac-groups.tsv')))
    list.add({ kind: 'armed-group', sector: 'REB' }, [row.name ?? '', ...split(row.aliases, '; '), ...split(row.former_names, '; ')])
  addCameoGroups(list, folder)
}

/** CAMEO: three letters of a country, or IMG across borders, then the sector. */
function addCameoGroups(list: ActorList, folder: string): void {
  const groups = new Map<string, { code: string; names: string[] }>()
  for (const row of readTable(join(folder, 'cameo-armed-groups.tsv'))) {
    const entry = groups.get(row.entry ?? '') ?? { code: row.code ?? '', names: [] }
    entry.names.push(row.name ?? '')
    groups.set(row.entry ?? '', entry)
  }
  for (const { code, names } of groups.values()) {
    const country = /^(?!IMG|INT|KKL|IGO|NGO|MNC)[A-Z]{3}/.exec(code)?.[0]
    const sector = code.startsWith('IMG') ? 'IMG' : ({ CRM: 'CRM', OPP: 'OPP', UAF: 'UAF' }[code.slice(3, 6)] ?? 'REB')
    list.add({ kind: sector === 'OPP' ? 'organization' : 'armed-group', sector, countries: country ? [country] : [] }, names)
  }
}

/** The entries of a cell that holds several. */
export function split(cell: string | undefined, by: string): string[] {
  return (cell ?? '')
    .split(by)
    .map(part => part.trim())
    .filter(Boolean)
}
