import { join } from 'node:path'
import { foldName } from '../../src/util/fold.ts'
import { readTable } from '../tables.ts'
import type { SourceActor } from './source-actor.ts'

/** Offices whose holders are named by surname alone in reports of their country. */
const TOP =
  /^(?:acting |interim |transitional? )?(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|chief of state|head of (?:state|government)|minister (?:of|for) (?:foreign|defen[cs]e)|foreign minister|secretary of state)\b/i

/** People who hold or held an office since 2000, one entry a person, their offices the latest first. */
export function readPeople(folder: string): SourceActor[] {
  const people = new Map<string, { name: string; wikidata: string; offices: Map<string, string>; top: boolean }>()
  const add = (id: string, name: string, office: { title: string; country: string; start: string; end: string }): void => {
    const person = people.get(id) ?? { name, wikidata: id.startsWith('Q') ? id : '', offices: new Map(), top: false }
    const title = office.title.replace(/[|;\t]/g, ',')
    person.offices.set(`${title}|${office.country}|${office.start}`, [title, office.country, office.start, office.end].join('|'))
    person.top ||= TOP.test(office.title)
    people.set(id, person)
  }
  const idOf = new Map<string, string>()
  for (const row of readTable(join(folder, 'officeholders-wikidata.tsv.gz'))) {
    const [name = '', wikidata = '', country = ''] = [row.name, row.wikidata, row.iso3]
    add(wikidata, name, { title: row.position ?? '', country, start: row.start ?? '', end: row.end ?? '' })
    for (const key of personKeys(name)) idOf.set(`${key} ${country}`, wikidata)
  }
  for (const row of readTable(join(folder, 'factbook-leaders.tsv'))) {
    const [name = '', country = ''] = [row.name, row.iso3]
    const id = personKeys(name).flatMap(key => idOf.get(`${key} ${country}`) ?? [])[0] ?? `${name} ${country}`
    if (country) add(id, name, { title: row.title || (row.office ?? ''), country, start: isoDate(row.since ?? ''), end: '' })
  }
  return [...people.values()].map(p => toActor(p.name, p.wikidata, [...p.offices.values()], p.top))
}

function toActor(name: string, wikidata: string, offices: string[], top: boolean): SourceActor {
  const latest = offices.sort((a, b) => (startOf(a) < startOf(b) ? 1 : startOf(a) > startOf(b) ? -1 : a < b ? -1 : 1)).slice(0, 8)
  const names: SourceActor['names'] = new Map(personKeys(name).map(key => [key, 'full']))
  const surname = foldName(name).split(' ').at(-1) ?? ''
  if (top && surname.length >= 4 && !names.has(surname)) names.set(surname, 'surname')
  const countries = [...new Set(latest.map(o => o.split('|')[1] ?? '').filter(Boolean))]
  return { name, kind: 'person', sector: 'GOV', countries, wikidata, ucdp: '', offices: latest, names }
}

/** "Vladimir Vladimirovich Putin" is "Vladimir Putin" as well. */
function personKeys(name: string): string[] {
  const key = foldName(name)
  const words = key.split(' ')
  const keys = words.length >= 2 && /^[a-z0-9 &]+$/.test(key) ? [key] : []
  if (words.length >= 3 && keys.length > 0) keys.push(`${words[0]} ${words.at(-1)}`)
  return keys
}

function startOf(office: string): string {
  return office.split('|')[2] ?? ''
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "30 September 2022" → "2022-09-30"; '' where it is no such date. */
function isoDate(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text.trim()) ?? []
  const m = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  return m < 0 ? '' : `${year}-${String(m + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}
