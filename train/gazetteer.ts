// Makes the gazetteer: node train/gazetteer.ts --data FOLDER [--out data/gazetteer]
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { writeModel } from '../src/resource/model.ts'
import { readAdmin1, readAdmin2, readCountries } from './gazetteer/divisions.ts'
import { packPlaceNames, packPlaces } from './gazetteer/pack.ts'
import { readRegions, setCountries } from './gazetteer/regions.ts'
import type { SourcePlace } from './gazetteer/source-place.ts'
import { readTowns } from './gazetteer/towns.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string', default: 'data/gazetteer' } } })
if (!values.data) throw new Error('usage: node train/gazetteer.ts --data FOLDER [--out data/gazetteer]')
const out = pathToFileURL(`${resolve(values.out)}/`)
mkdirSync(out, { recursive: true })

const countries = readCountries(values.data).sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1))
const divisions = readAdmin1(values.data)
const admin1 = divisions.filter(d => d.kind === 'admin1')
const admin2 = [...divisions.filter(d => d.kind === 'admin2'), ...readAdmin2(values.data)]
const regions = readRegions(values.data)
const towns = dropKnown(readTowns(values.data), [...countries, ...admin1, ...admin2])
setCountries(regions, towns)
addPopulation(countries, towns, p => p.iso3)
addPopulation(admin1, towns, p => p.admin1)
addPopulation(admin2, towns, p => p.admin2)

const places = [...countries, ...admin1, ...admin2, ...regions.map(r => r.place), ...towns]
const codes = countries.map(c => c.iso3)
const named = places.length - towns.length
writeModel(
  out,
  { countries: codes },
  { ...packPlaces(places, codes, named), ...packPlaceNames(places) },
  {
    name: 'places',
    what: 'Places with points, names and codes: countries, first and second-level divisions, regions, waters, towns over 500 people, and every village of seven Sahel countries',
    sources: [
      'GeoNames, geonames.org: cities500 (2023-03), country dumps BF 2024-02, ML and SN 2023-10, NE, CI, GN and MR 2014-12, lists of divisions (2026-05): CC BY 4.0',
      'GeoNames points of first-level divisions, rounded to 0.1 degree, by way of OpenSextant Xponents (Apache-2.0): CC BY 4.0',
      "Data from Who's On First (whosonfirst.org); includes Quattroshapes by foursquare and Mesoshapes: second-level divisions of 74 countries, attribution",
      'Natural Earth: regions, waters, first-level divisions: public domain',
      'The World Factbook: points of countries: public domain',
      'OCHA Global P-codes: CC BY; iso3166-2-db (MIT), CLDR subdivisions and country names (Unicode-3.0), i18n-iso-countries (MIT), datasets/country-codes (PDDL)',
    ],
    licence: 'CC BY 4.0',
    command: 'node train/gazetteer.ts --data FOLDER --out data/gazetteer',
    scores: { places: places.length, towns: towns.length },
  },
)

/** Towns and others that are not among the divisions by their GeoNames id. */
function dropKnown(found: readonly SourcePlace[], known: readonly SourcePlace[]): SourcePlace[] {
  const ids = new Set(known.map(p => p.geonames).filter(id => id > 0))
  return found.filter(p => !ids.has(p.geonames))
}

/** The people of a division or country: those of its towns. */
function addPopulation(areas: readonly SourcePlace[], found: readonly SourcePlace[], code: (p: SourcePlace) => string): void {
  const sum = new Map<string, number>()
  for (const town of found) sum.set(code(town), (sum.get(code(town)) ?? 0) + town.population)
  for (const area of areas) area.population = code(area) === '' ? 0 : (sum.get(code(area)) ?? 0)
}
