// Makes the list of holders of offices of states: node train/holders.ts --data FOLDER [--out data/actors]
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { findCountry } from '../src/answers/countries.ts'
import { samePerson } from '../src/answers/people.ts'
import { nameOffice } from '../src/answers/positions/offices.ts'
import { parsePublished } from '../src/read/parse-published.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string', default: 'data/actors' } } })
if (!values.data) throw new Error('usage: node train/holders.ts --data FOLDER [--out data/actors]')
const folder = join(values.data, 'actors')

/** Offices whose holders are kept, and the year from which on. */
const KEPT: ReadonlySet<string> = new Set([
  'head of state',
  'head of government',
  'foreign minister',
  'defence minister',
  'interior minister',
])
const FROM = '2010'

interface Holder {
  readonly country: string
  readonly office: string
  readonly name: string
  readonly id: string
  readonly start: string
  readonly end: string
  readonly source: 'wikidata' | 'factbook'
}

const holders = [...readWikidata(), ...readFactbook()].filter(({ end }) => end === '' || end >= FROM)
const sure = holders.filter(each => !holders.some(other => isSurer(other, each)))
const unique = new Map(sure.map(holder => [[holder.country, holder.office, holder.name, holder.start].join('\t'), holder]))
const lines = [...unique.values()].map(h => [h.country, h.office, h.name, h.id, h.start, h.end, h.source].join('\t')).sort()
const head = [
  '# Holders of offices of states since 2010, as lists have them and not as reports do. Made by train/holders.ts; see holders.card.json.',
  '# Source: Wikidata, by way of every-politician-scrapers, and CIA World Factbook. Licence: CC0 1.0.',
  'country\toffice\tname\twikidata\tstart\tend\tsource',
]
const text = `${[...head, ...lines].join('\n')}\n`
writeFileSync(join(resolve(values.out), 'holders.tsv'), text)
const card = {
  name: 'holders',
  what: 'Heads of state and government, ministers of foreign affairs, defence and the interior since 2010',
  sources: ['Wikidata, by way of every-politician-scrapers, to March 2023: CC0 1.0', 'World Factbook, January 2026: CC0 1.0'],
  licence: 'CC0 1.0',
  command: 'node train/holders.ts --data FOLDER --out data/actors',
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
  scores: { holders: lines.length, countries: new Set([...unique.values()].map(({ country }) => country)).size },
}
writeFileSync(join(resolve(values.out), 'holders.card.json'), `${JSON.stringify(card, null, 2)}\n`)

/** The same time in office with a day where the other one has a year, or by way of Wikidata and not the Factbook. */
function isSurer(a: Holder, b: Holder): boolean {
  if (a === b || a.country !== b.country || a.office !== b.office || a.start.slice(0, 4) !== b.start.slice(0, 4)) return false
  if (!samePerson({ name: a.name, country: null }, { name: b.name, country: null })) return false
  return a.source === b.source ? a.start.length > b.start.length : a.source === 'wikidata' && a.start.length >= b.start.length
}

function readWikidata(): Holder[] {
  return rowsOf(gunzipSync(readFileSync(join(folder, 'officeholders-wikidata.tsv.gz'))).toString()).flatMap(
    ([country = '', position = '', name = '', id = '', start = '', end = '']) => {
      const office = officeOf(position)
      if (country === '' || office === null || start === '' || /^Q\d+$/.test(name)) return []
      return { country, office, name, id, start, end, source: 'wikidata' as const }
    },
  )
}

function readFactbook(): Holder[] {
  return rowsOf(readFileSync(join(folder, 'factbook-leaders.tsv'), 'utf8')).flatMap(
    ([country = '', office = '', , name = '', since = '']) => {
      const { time } = parsePublished(since, 'en')
      if (country === '' || name === '' || !time?.start) return []
      const kept = office === 'chief of state' ? 'head of state' : office
      return KEPT.has(kept) ? { country, office: kept, name, id: '', start: time.start, end: '', source: 'factbook' as const } : []
    },
  )
}

function rowsOf(file: string): string[][] {
  return file
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map(line => line.split('\t'))
}

/** The office of a title: as it stands, or without "of" and the name of a country. */
function officeOf(position: string): string | null {
  for (const title of [position, withoutCountry(position)]) {
    const named = title === null ? null : nameOffice(title, null)
    if (named && KEPT.has(named.office) && !named.isDeputy && named.says.size === 0) return named.office
  }
  return null
}

function withoutCountry(position: string): string | null {
  const [, title, rest] = /^(.+?) of (?:the )?(.+)$/.exec(position) ?? []
  if (!title || !rest) return null
  return findCountry(rest) !== null ||
    /^(?:Republic|Federation|Federal Republic|Kingdom|Islamic Republic|Democratic Republic|State)\b/i.test(rest)
    ? title
    : null
}
