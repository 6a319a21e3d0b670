import type { Agent } from '../../document/answers/agents.ts'
import type { Language } from '../../document/language.ts'
import type { Entity, Mention, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import type { Span } from '../../record/span.ts'

/** What words around or in a name say: "Malian Foreign Minister", "the rebel spokesman". */
export interface Described {
  readonly agent: Agent
  readonly rule: 'who/title' | 'who/noun-in-name'
  readonly span: Span
}

/** The country that words around or in a name put an actor in. */
export interface FromCountry {
  readonly iso3: string
  readonly rule: 'who/demonym' | 'who/possessive' | 'who/of-country' | 'who/country-in-name' | 'who/people'
  readonly span: Span
}

/** What a resolver of descriptions looks at. */
export interface Surroundings {
  readonly words: readonly Word[]
  readonly index: MentionIndex
  /** ISO 3166-1 alpha-3 of the entities that are countries, by id. */
  readonly countryOf: ReadonlyMap<string, string>
  readonly language: Language
}

/** Longer descriptions are cut: the head of a noun phrase is near its start or its name. */
const LONGEST = 14

/** Sector and kind by a noun in the name of a body, else by the first description that tells a sector, else by any description. */
export function describeAgent(mentions: readonly Mention[], around: Surroundings): Described | null {
  for (const mention of mentions) {
    if (mention.as !== 'name') continue
    const agent = nounInName(mention, around)
    if (agent?.sector || agent?.ofState) return { agent, rule: 'who/noun-in-name', span: mention.span }
  }
  let open: Described | null = null
  for (const mention of mentions) {
    if (mention.as !== 'description') continue
    const phrase = titleOf(mention, mentions, around.words)
    const agent = phrase === '' ? null : around.language.agents.of(phrase, mention.number)
    if (!agent) continue
    const found: Described = { agent, rule: 'who/title', span: mention.span }
    if (agent.sector) return found
    open ??= found
  }
  return open
}

const BODIES: ReadonlySet<string> = new Set(['organization', 'government', 'armed-group'])

/** The body that a name's own words mean. What is one word, or looks like a person, is a body only where all of it says so: "Senate". */
function nounInName(mention: Mention, { words, language }: Surroundings): Agent | null {
  const name = lower(words, mention.first, mention.end)
  const first = words[mention.first]
  const rest = first && language.demonyms.of(first.form) ? lower(words, mention.first + 1, mention.end) : name
  const whole = mention.kind === 'person' || mention.end - mention.first < 2
  const agent = whole ? language.agents.whole(rest) : language.agents.of(name, null)
  return agent && !agent.person && BODIES.has(agent.kind) ? agent : null
}

/** The body or person that an actor is said to be of: "spokesman for UNHCR", "a Hamas official", "Assad's forces"; the nearest before the head first. */
export function findOwner(
  mentions: readonly Mention[],
  owners: ReadonlyMap<string, Entity>,
  { words, index, language }: Surroundings,
): { owner: Entity; span: Span } | null {
  for (const mention of mentions) {
    if (mention.as !== 'description') continue
    const before = [mention.first - 1, mention.first - 2].flatMap(at => index.at(at))
    for (const m of before) {
      const apart = mention.first - m.end
      const owns = apart === 1 && language.places.possessives.has(words[mention.first - 1]?.lower ?? '')
      const owner = owns && m.entity !== null && m.entity !== mention.entity ? owners.get(m.entity) : undefined
      if (owner) return { owner, span: m.span }
    }
    for (const m of index.inside(...mention.span)) {
      const owner = m.entity === null || m.entity === mention.entity || m.as !== 'name' ? undefined : owners.get(m.entity)
      if (owner && (m.end <= mention.head || isComplement(words, m.first, language))) return { owner, span: m.span }
    }
  }
  return null
}

function isComplement(words: readonly Word[], first: number, language: Language): boolean {
  const before = words[first - 1]
  const at = before?.upos === 'DET' ? words[first - 2] : before
  return at !== undefined && language.agents.complements.has(at.lower)
}

/** The words of a description without article and without the name in it: "Malian Foreign Minister". */
function titleOf(mention: Mention, own: readonly Mention[], words: readonly Word[]): string {
  const name = own.find(m => m.as === 'name' && m.first >= mention.first && m.end <= mention.end)
  if (!name) return lower(words, mention.first, mention.end)
  return lower(words, mention.first, name.first) || lower(words, name.end, mention.end)
}

function lower(words: readonly Word[], first: number, end: number): string {
  const out: string[] = []
  for (let i = first; i < end && out.length < LONGEST; i++) {
    const word = words[i]
    if (word && word.upos !== 'DET' && word.upos !== 'PUNCT') out.push(word.lower)
  }
  return out.join(' ')
}

/** The country of an actor by a demonym or a possessive in front, by "of" behind, or by the first words of its name. */
export function describeCountry(entity: Entity, mentions: readonly Mention[], around: Surroundings): FromCountry | null {
  for (const mention of mentions) {
    const found = beside(mention, around) ?? people(entity, mention, around)
    if (found) return found
  }
  if (entity.kind === 'person') return null
  for (const mention of mentions) if (mention.as === 'name') return inName(mention, around)
  return null
}

function beside(mention: Mention, { words, index, countryOf, language }: Surroundings): FromCountry | null {
  if (mention.as === 'pronoun') return null
  const before = countryBefore(mention, words, index, countryOf)
  if (before) {
    const apart = mention.first - before.mention.end
    if (apart === 0 && before.mention.as === 'adjective') return { iso3: before.iso3, rule: 'who/demonym', span: before.mention.span }
    if (apart === 1 && language.places.possessives.has(words[mention.first - 1]?.lower ?? ''))
      return { iso3: before.iso3, rule: 'who/possessive', span: before.mention.span }
  }
  for (const inner of index.inside(...mention.span)) {
    const iso3 = inner.entity === null ? undefined : countryOf.get(inner.entity)
    if (iso3 === undefined || (inner.first === mention.first && inner.end === mention.end)) continue
    const after = words[inner.end]
    if (inner.head < mention.head || mention.as === 'name') {
      const possessed = inner.as === 'name' && after !== undefined && language.places.possessives.has(after.lower)
      if (inner.as === 'adjective' || possessed || after === words[mention.head])
        return { iso3, rule: possessed ? 'who/possessive' : 'who/demonym', span: inner.span }
    } else if (isGenitive(words, inner.first, language)) return { iso3, rule: 'who/of-country', span: inner.span }
  }
  return null
}

function isGenitive(words: readonly Word[], first: number, language: Language): boolean {
  const before = words[first - 1]
  const at = before?.upos === 'DET' ? words[first - 2] : before
  return at !== undefined && language.places.genitives.has(at.lower)
}

/** The mention of a country that ends where this one begins, or a word before. */
function countryBefore(
  mention: Mention,
  words: readonly Word[],
  index: MentionIndex,
  countryOf: ReadonlyMap<string, string>,
): { mention: Mention; iso3: string } | null {
  for (const at of [mention.first - 1, mention.first - 2]) {
    if (at < 0 || words[at]?.sentence !== words[mention.first]?.sentence) continue
    for (const m of index.at(at)) {
      const iso3 = m.entity === null ? undefined : countryOf.get(m.entity)
      if (iso3 !== undefined && m.end === at + 1) return { mention: m, iso3 }
    }
  }
  return null
}

/** "Syrians" are of Syria. */
function people(entity: Entity, mention: Mention, { words, language }: Surroundings): FromCountry | null {
  if (entity.kind !== 'population' && entity.kind !== 'person') return null
  const head = words[mention.head]
  if (mention.as !== 'description' || !head) return null
  const demonym = language.demonyms.of(head.form)
  return demonym ? { iso3: demonym.iso3, rule: 'who/people', span: [head.start, head.end] } : null
}

/** "Syrian Foreign Ministry", "Nigeria Police Force", "Government of Croatia": the country in a name. */
function inName(mention: Mention, { words, language }: Surroundings): FromCountry | null {
  const span = (end: number): Span => [words[mention.first]?.start ?? mention.span[0], words[end - 1]?.end ?? mention.span[1]]
  const first = words[mention.first]
  if (!first || mention.end - mention.first < 2) return null
  const demonym = language.demonyms.of(first.form)
  if (demonym) return { iso3: demonym.iso3, rule: 'who/country-in-name', span: span(mention.first + 1) }
  const ofWords = (from: number, end: number) =>
    language.countries.of(
      words
        .slice(from, end)
        .map(w => w.form)
        .join(' '),
    )
  for (let end = Math.min(mention.first + 3, mention.end - 1); end > mention.first; end--) {
    const country = ofWords(mention.first, end)
    if (country) return { iso3: country.iso3, rule: 'who/country-in-name', span: span(end) }
  }
  // "Government of Croatia", "Bank of Ghana"
  for (let i = mention.first + 1; i < mention.end - 1 && i < mention.first + 8; i++) {
    const country = language.places.genitives.has(words[i]?.lower ?? '') ? ofWords(i + 1, mention.end) : null
    if (country) return { iso3: country.iso3, rule: 'who/country-in-name', span: [words[i + 1]?.start ?? 0, mention.span[1]] }
  }
  return null
}
