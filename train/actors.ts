// Makes the lists of actors: node train/actors.ts --data FOLDER [--out data/actors]
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ACTOR_NAME_FORMS } from '../src/resource/actors.ts'
import { type Card, writeModel } from '../src/resource/model.ts'
import { addBodies, addInternational } from './actors/bodies.ts'
import { addGroups } from './actors/groups.ts'
import { readPeople } from './actors/people.ts'
import { ActorList, type SourceActor } from './actors/source-actor.ts'
import { formOf, packNames, posting } from './name-index.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string', default: 'data/actors' } } })
if (!values.data) throw new Error('usage: node train/actors.ts --data FOLDER [--out data/actors]')
const folder = join(values.data, 'actors')
const out = pathToFileURL(`${resolve(values.out)}/`)
mkdirSync(out, { recursive: true })

const groups = new ActorList()
addGroups(groups, folder)
const bodies = new ActorList()
addBodies(bodies, folder)
const people = readPeople(folder)
save([...groups.actors, ...bodies.actors, ...people], {
  name: 'actors',
  what: 'Armed groups, forces, parties, state bodies, aid organisations, office holders since 2000',
  sources: [
    'UCDP Actor Dataset 22.1 and UCDP/PRIO Armed Conflict 25.1, Uppsala University (Davies, Pettersson and Öberg): CC BY 4.0',
    'US Treasury SDN list, World Factbook: public domain',
    'PETRARCH2 dictionaries (Phoenix.MilNonState, Phoenix.International): MIT',
    'Party Facts: MIT; IATI unofficial codelists: MIT; CRS channel codes, IATI and OECD: CC BY 4.0; name-suggestion-index: BSD-3-Clause',
    'ROR: CC0; Wikidata, by way of every-politician-scrapers: CC0',
  ],
  licence: 'CC BY 4.0',
})
const international = new ActorList()
addInternational(international, folder)
save(international.actors, {
  name: 'igos',
  what: 'Organisations of many states with Wikidata ids',
  sources: ['SupraVerden, confirmordeny: CC BY-SA 4.0'],
  licence: 'CC BY-SA 4.0',
})

function save(actors: readonly SourceActor[], card: Pick<Card, 'name' | 'what' | 'sources' | 'licence'>): void {
  const byKey = new Map<string, number[]>()
  for (const [i, actor] of actors.entries())
    for (const [key, form] of actor.names) {
      const packed = posting(i, ACTOR_NAME_FORMS.indexOf(form))
      const list = byKey.get(key)
      if (list) list.push(packed)
      else byKey.set(key, [packed])
    }
  const entries = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, list] of entries) list.sort((a, b) => formOf(a) - formOf(b) || a - b)
  const lines = actors.map(a =>
    Buffer.from([a.name, a.kind, a.sector, a.countries.filter(Boolean).join(' '), a.wikidata, a.ucdp, a.offices.join(';')].join('\t')),
  )
  const lineStarts = new Uint32Array(lines.length + 1)
  for (const [i, line] of lines.entries()) lineStarts[i + 1] = (lineStarts[i] as number) + line.length
  writeModel(
    out,
    {},
    { ...packNames(entries), lines: Uint8Array.from(Buffer.concat(lines)), lineStarts },
    {
      ...card,
      command: 'node train/actors.ts --data FOLDER --out data/actors',
      scores: { actors: actors.length, names: entries.length },
    },
  )
}
