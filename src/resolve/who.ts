import type { Language } from '../document/language.ts'
import type { Entity, Layers, Mention } from '../document/layers.ts'
import { indexMentions } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import { type ActorLists, loadActors } from '../resource/actors.ts'
import { weighCountries } from './who/company.ts'
import { describeAgent, describeCountry, findOwner, type Surroundings } from './who/described.ts'
import { identify, takeFrom } from './who/identify.ts'
import { findListed } from './who/listed.ts'
import { writtenName } from './written-name.ts'

/** How actors get country, sector and ids, for the rule catalogue. */
export const whoRules = [
  { name: 'who/listed', says: 'The name is one of a known actor.' },
  { name: 'who/acronym', says: 'The letters stand for a known actor, which fits the countries of the report.' },
  { name: 'who/surname', says: 'The surname is that of somebody who held high office in a country of the report on its day.' },
  { name: 'who/title', says: 'A title or noun for the actor tells the sector: "Foreign Minister", "rebel spokesman".' },
  { name: 'who/noun-in-name', says: 'A noun in the name tells the sector: "… Ministry", "… Party".' },
  { name: 'who/office', says: 'The person held an office of state on the day of the report, or had held one before.' },
  { name: 'who/demonym', says: 'An adjective of a country stands before the actor: "Burkinabe army".' },
  { name: 'who/possessive', says: 'A country owns the actor: "Russia’s Foreign Ministry".' },
  { name: 'who/of-country', says: 'The actor is said to be of a country: "the army of Mali".' },
  { name: 'who/country-in-name', says: 'A country is part of the name of a body: "Nigeria Police Force", "Government of Croatia".' },
  { name: 'who/state-leader', says: 'A leader or spokesman of a country, with nothing else said, is of its government: "Malian leaders".' },
  { name: 'who/of-body', says: 'The actor is of a body or person that is known: "spokesman for UNHCR".' },
  { name: 'who/people', says: 'The noun is one for people of a country: "Syrians".' },
  { name: 'who/ambiguous', says: 'Several known actors have this name, and the report speaks for none of them.' },
] as const

/** Gives entities country, sector and ids. */
export const whoStage = stage({
  name: 'who',
  needs: ['report', 'words', 'mentions', 'entities'],
  gives: ['entities'],
  run: (layers, language) => ({ entities: resolveWho(layers, language, loadActors()) }),
})

/** Mentions of one entity that are looked at. */
const MOST_MENTIONS = 30

/** The entities with `ref`, `sector` and a corrected kind where the text or a list tells. */
export function resolveWho(
  { report, words, mentions, entities }: Pick<Layers, 'report' | 'words' | 'mentions' | 'entities'>,
  language: Language,
  lists: ActorLists,
): readonly Entity[] {
  const own = mentionsOf(mentions)
  const company = weighCountries(entities)
  const countryOf = new Map(entities.flatMap(e => (e.kind === 'country' && e.ref?.country ? [[e.id, e.ref.country] as const] : [])))
  const around: Surroundings = { words, index: indexMentions(mentions), countryOf, language }
  const day = report.published?.start ?? null
  const first = entities.map(entity => {
    const said = own.get(entity.id) ?? []
    if (entity.kind === 'country' || said.length === 0) return entity
    const names = said.filter(m => m.as === 'name')
    const written = names.map(m => writtenName(words, m))
    const verdict = names.length === 0 ? { chosen: null, rivals: [] } : findListed(entity, written, day, company, language, lists)
    if (entity.kind === 'place') return verdict.chosen ? identify(entity, names, verdict, null, null, day, company) : entity
    return identify(entity, names, verdict, describeAgent(said, around), describeCountry(entity, said, around), day, company)
  })
  const owners = new Map(
    first.flatMap(e => (e.kind !== 'place' && e.kind !== 'country' && (e.sector || e.ref) ? [[e.id, e] as const] : [])),
  )
  return first.map(entity => {
    if (entity.kind === 'country' || entity.kind === 'place' || (entity.sector && entity.ref?.country)) return entity
    const found = findOwner(own.get(entity.id) ?? [], owners, around)
    return found ? takeFrom(entity, found.owner, found.span) : entity
  })
}

function mentionsOf(mentions: readonly Mention[]): Map<string, Mention[]> {
  const out = new Map<string, Mention[]>()
  for (const mention of mentions) {
    if (mention.entity === null || mention.as === 'pronoun') continue
    const list = out.get(mention.entity)
    if (!list) out.set(mention.entity, [mention])
    else if (list.length < MOST_MENTIONS) list.push(mention)
  }
  return out
}
