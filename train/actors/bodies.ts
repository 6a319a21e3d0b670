import { join } from 'node:path'
import { readTable } from '../tables.ts'
import { split } from './groups.ts'
import type { ActorList } from './source-actor.ts'

/** Armies and police by name, parties, state bodies, aid organisations, bodies of many states. */
export function addBodies(list: ActorList, folder: string): void {
  for (const row of readTable(join(folder, 'factbook-forces.tsv'))) {
    if (row.generic === '1' || /^(?:ministry|department) of/i.test(row.name ?? '')) continue
    const sector = row.sector_guess ?? ''
    list.add({ kind: sector === 'PRM' ? 'armed-group' : 'organization', sector, countries: [row.iso3 ?? ''] }, [
      row.name ?? '',
      ...split(row.aliases, '; '),
    ])
  }
  addParties(list, folder)
  for (const row of readTable(join(folder, 'iati-reporting-orgs.tsv'))) {
    const names = [row.name, row.name_fr].map(n => (n ?? '').replace(/ \([^)]*\)$/, ''))
    list.add({ kind: 'organization', sector: row.sector ?? '', countries: seat(row.sector, row.iso3) }, [
      ...names,
      ...split(row.acronyms, '; '),
    ])
  }
  for (const row of readTable(join(folder, 'iati-crs-channels.tsv')))
    if (/^[24]/.test(row.crs_code ?? '') && !/[[(/]/.test(row.name_en ?? ''))
      list.add({ kind: 'organization', sector: row.sector ?? '' }, [row.name_en ?? '', row.name_fr ?? ''])
  for (const row of readTable(join(folder, 'nsi-state-bodies.tsv')))
    list.add({ kind: 'organization', sector: row.sector ?? '', countries: split(row.iso3, ' '), wikidata: row.wikidata ?? '' }, [
      row.name ?? '',
      ...split(row.short, '; '),
    ])
  for (const row of readTable(join(folder, 'cameo-international.tsv'))) {
    const code = row.code ?? ''
    const sector = code.startsWith('IGOUNO') ? 'UNO' : code.startsWith('IGOEUR') ? 'EUR' : code.slice(0, 3)
    if (sector === 'UNO' || sector === 'EUR' || sector === 'IGO' || sector === 'NGO')
      list.add({ kind: 'organization', sector }, [row.name ?? ''])
  }
  for (const row of readTable(join(folder, 'ror-organisations.tsv.gz'))) {
    const state = /government/.test(row.types ?? '')
    if (row.wikidata && row.status === 'active' && (state || /nonprofit/.test(row.types ?? '')))
      list.add({ kind: 'organization', sector: state ? 'GOV' : 'NGO', countries: [row.iso3 ?? ''], wikidata: row.wikidata }, [
        row.name ?? '',
        ...split(row.other_names, '; '),
      ])
  }
}

/** Where a body sits says whose it is only for those of a state. */
function seat(sector: string | undefined, iso3: string | undefined): string[] {
  return sector === 'GOV' && iso3 ? [iso3] : []
}

function addParties(list: ActorList, folder: string): void {
  for (const row of readTable(join(folder, 'parties-partyfacts.tsv'))) {
    if (row.year_last && Number(row.year_last) < 1995) continue
    list.add({ kind: 'organization', sector: 'PTY', countries: [row.iso3 ?? ''], wikidata: row.wikidata ?? '' }, [
      ...split(row.name_english, ' / '),
      ...split(row.name, ' / '),
      ...split(row.short, '; '),
    ])
  }
  for (const row of readTable(join(folder, 'factbook-parties.tsv')))
    list.add({ kind: 'organization', sector: 'PTY', countries: [row.iso3 ?? ''] }, [row.name ?? '', row.acronym ?? ''])
}

/** Bodies of many states from SupraVerden, whose licence asks for a file of its own. */
export function addInternational(list: ActorList, folder: string): void {
  for (const row of readTable(join(folder, 'igo-supraverden.tsv'))) {
    const family = row.family ?? ''
    const sector = /^UN /.test(family) ? 'UNO' : /^EU /.test(family) ? 'EUR' : /Red Cross/.test(family) ? 'NGO' : 'IGO'
    const names = [row.name_en, row.name_fr, ...split(row.other_en, '; '), ...split(row.abbr_en, '; '), ...split(row.abbr_fr, '; ')]
    list.add(
      { kind: 'organization', sector, wikidata: row.wikidata ?? '' },
      names.filter(n => n !== undefined && n !== 'null').map(n => n as string),
    )
  }
}
