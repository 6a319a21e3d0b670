import type { Language } from '../document/language.ts'
import type { Entity, Layers, Mention } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import type { Why } from '../document/trail.ts'
import { type Gazetteer, loadGazetteer } from '../resource/gazetteer.ts'
import { type Judged, judge } from './where/choose.ts'
import { findInside, findType, type Placed } from './where/cues.ts'
import { homeOf } from './where/home.ts'
import { placeParts } from './where/parts.ts'
import { settle } from './where/settle.ts'
import { findAlike, findCandidates, type Toponym } from './where/toponym.ts'
import { writtenName } from './written-name.ts'

/** How places are found and chosen, for the rule catalogue. */
export const whereRules = [
  { name: 'where/country-name', says: 'The name is one of a country.' },
  { name: 'where/demonym', says: 'The word is the adjective of a country or region, or its people.' },
  { name: 'where/name', says: 'A place of the gazetteer has this name.' },
  { name: 'where/seat', says: 'A palace or house stands for who sits in it, and is in a known town: "the Kremlin".' },
  { name: 'where/spelled-alike', says: 'No place has this name, but one in a country that the report is about is spelt almost so.' },
  { name: 'where/inside-named', says: 'The text puts the place inside another, or another inside it: "Djibo, Soum province".' },
  { name: 'where/type-noun', says: 'A noun beside the name tells what kind of place it is: "the town of Kidal".' },
  { name: 'where/company', says: 'The place is in a country that other places of the report are in.' },
  { name: 'where/of-named', says: 'A part or site is put where the place is that it is said to be of: "the market of Gao".' },
  { name: 'where/unknown', says: 'The gazetteer has no place of this name.' },
  { name: 'where/equal-weight', says: 'Two places of this name are as likely as each other.' },
  { name: 'where/far-fetched', says: 'The only places of this name are small, in countries that the report does not name.' },
  { name: 'where/kind', says: 'The place that was chosen tells whether the name is one of a country.' },
] as const

/** Puts places and countries on the map. */
export const whereStage = stage({
  name: 'where',
  needs: ['report', 'words', 'mentions', 'entities'],
  gives: ['entities'],
  run: (layers, language) => ({ entities: resolveWhere(layers, language, loadGazetteer()) }),
})

/** Share of the places of a report that makes a country one that the report is about. */
const ABOUT = 0.1
/** Loose look-ups in one report; a text of nothing but unknown names stays fast. */
const MOST_LOOSE = 500

/** The entities with point, codes and candidates for every place and country that is named. */
export function resolveWhere(
  { report, words, mentions, entities }: Pick<Layers, 'report' | 'words' | 'mentions' | 'entities'>,
  language: Language,
  gazetteer: Gazetteer,
): readonly Entity[] {
  const named = namesOf(mentions)
  const found: Toponym[] = []
  for (const entity of entities) {
    const own = named.get(entity.id)
    if ((entity.kind !== 'place' && entity.kind !== 'country') || !own) continue
    const written = own.slice(0, 20).map(m => writtenName(words, m))
    found.push(findCandidates(entity, own, written, language, gazetteer))
  }
  if (found.length === 0) return entities

  const placed: Placed[] = found.flatMap((t, toponym) => t.mentions.map(mention => ({ mention, toponym })))
  placed.sort((a, b) => a.mention.first - b.mention.first || a.mention.end - b.mention.end)
  const inside = findInside(words, placed, language)
  const typed = found.map(t => t.mentions.filter(m => m.as === 'name').flatMap(m => findType(words, m, language) ?? []))
  const country = homeOf(report.url)
  const home = country === null ? null : language.countries.fromIso2(country)
  const first = judge(found, inside, typed, home)
  const loose = addAlike(found, first, gazetteer)
  const judged = loose ? judge(loose, inside, typed, home) : first
  const withPlace = judged.filter(list => list.length > 0).length
  const settled = new Map<string, Entity>()
  for (const [t, toponym] of (loose ?? found).entries())
    settled.set(toponym.entity.id, settle(toponym, judged[t] as readonly Judged[], withPlace, whyFound(toponym), language, gazetteer))
  return placeParts(
    entities.map(e => settled.get(e.id) ?? e),
    words,
    mentions,
    language,
  )
}

/** Names and adjectives of each entity, in reading order. */
function namesOf(mentions: readonly Mention[]): Map<string, Mention[]> {
  const out = new Map<string, Mention[]>()
  for (const mention of mentions) {
    if (mention.entity === null || (mention.as !== 'name' && mention.as !== 'adjective')) continue
    const list = out.get(mention.entity)
    if (list) list.push(mention)
    else out.set(mention.entity, [mention])
  }
  return out
}

/** Gives toponyms that nothing in the countries of the report is named after those that are spelt alike there; null where nothing changes. */
function addAlike(found: readonly Toponym[], judged: readonly (readonly Judged[])[], gazetteer: Gazetteer): Toponym[] | null {
  const weights = new Map<string, number>()
  let total = 0
  for (const [t, toponym] of found.entries()) {
    const country = judged[t]?.[0]?.candidate.info.country
    if (!country) continue
    const weight = Math.sqrt(toponym.mentions.length)
    weights.set(country, (weights.get(country) ?? 0) + weight)
    total += weight
  }
  const about = new Set([...weights].filter(([, weight]) => weight >= ABOUT * total).map(([iso3]) => iso3))
  if (about.size === 0) return null
  let asked = 0
  let changed = false
  const out = found.map((toponym, t) => {
    if (toponym.entity.kind !== 'place' || isLikely(judged[t]?.[0], about) || asked++ >= MOST_LOOSE) return toponym
    const alike = findAlike(toponym.entity.name, about, gazetteer)
    if (alike.length === 0) return toponym
    changed = true
    return { ...toponym, candidates: [...toponym.candidates, ...alike] }
  })
  return changed ? out : null
}

/** In a country of the report, or big enough to be meant anywhere. */
function isLikely(best: Judged | undefined, about: ReadonlySet<string>): boolean {
  if (!best) return false
  const { info, rule } = best.candidate
  return rule !== 'where/name' || info.country === null || about.has(info.country) || info.size >= 5
}

/** The first few places where the text names it. */
function whyFound(toponym: Toponym): Pick<Why, 'spans'> {
  const names = toponym.mentions.filter(m => m.as === 'name')
  return { spans: (names.length > 0 ? names : toponym.mentions).slice(0, 3).map(m => m.span) }
}
