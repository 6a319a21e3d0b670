import type { Language } from '../../document/language.ts'
import type { Entity, Layers, Mention } from '../../document/layers.ts'
import { stage } from '../../document/stage.ts'
import type { Why } from '../../document/trail.ts'
import type { EntityKind } from '../../record/entity.ts'
import { Chains, type Node } from './chains.ts'
import { joinDescriptions } from './descriptions.ts'
import { joinAppositions, joinBeside, joinNames, joinPlaceClasses, joinRelatives } from './names.ts'
import { joinPronouns } from './pronouns.ts'

/** The sieves of coreference, most certain first (after Lee et al. 2013), for the rule catalogue. */
export const coreferenceRules = [
  { name: 'coreference/chain', says: 'What leads from one mention to the next is one entity.' },
  { name: 'coreference/same-name', says: 'The same name is the same entity.' },
  { name: 'coreference/same-country', says: 'A country, its other names and its adjective are one entity.' },
  { name: 'coreference/acronym-in-brackets', says: 'A short form in brackets after a name stands for it.' },
  { name: 'coreference/acronym', says: 'Capitals that are the initials of a longer name stand for it.' },
  { name: 'coreference/shortened-name', says: 'Part of a longer name stands for it where only one longer name fits.' },
  { name: 'coreference/name-in-description', says: 'A description around a name is of the one named.' },
  { name: 'coreference/apposition', says: 'What stands in apposition, or is said to be somebody, is the same entity.' },
  { name: 'coreference/place-and-class', says: 'A place and the noun for what it is are one: "the state of Assam", "Baksa district".' },
  { name: 'coreference/same-words', says: 'The same description again means the same entity.' },
  { name: 'coreference/same-noun', says: '"The officials" are the officials told of before.' },
  { name: 'coreference/noun-of-name', says: '"The council" is the body that has the noun in its name.' },
  { name: 'coreference/noun-of-kind', says: '"The country" is the one country that stands out in what was said before.' },
  { name: 'coreference/relative', says: 'A relative pronoun is the noun that its clause hangs on.' },
  { name: 'coreference/pronoun', says: 'A pronoun stands for the most salient entity that it agrees with.' },
  { name: 'coreference/first-mention', says: 'Nothing before refers to the same entity.' },
] as const

/** Groups mentions into entities; `ref`, `sector` and `place` stay null for the stages after it. */
export const coreferenceStage = stage({
  name: 'coreference',
  needs: ['report', 'words', 'mentions'],
  gives: ['mentions', 'entities'],
  run: ({ report, words, mentions }, language) => resolveMentions(report.text, words, mentions, language),
})

/** Mentions with their entity filled, and the entities, in reading order. A pronoun that nothing explains keeps a null entity. */
function resolveMentions(
  text: string,
  words: Layers['words'],
  mentions: readonly Mention[],
  language: Language,
): Pick<Layers, 'mentions' | 'entities'> {
  const chains = new Chains(mentions, words, text)
  joinNames(chains, words, language)
  joinAppositions(chains, words)
  joinBeside(chains, words)
  joinPlaceClasses(chains, words, language)
  joinDescriptions(chains, words, language)
  joinRelatives(chains, words, language)
  joinPronouns(chains, words, language, quotations(text))
  const entities: Entity[] = []
  const entityOf = new Map<number, string>()
  for (const chain of chains.all()) {
    if (chain.every(n => n.mention.as === 'pronoun')) continue
    const id = `e${entities.length + 1}`
    entities.push(entityFrom(id, chain, chains, language))
    for (const n of chain) entityOf.set(n.index, id)
  }
  const resolved = mentions.map((m, i) => ({ ...m, entity: entityOf.get(i) ?? null }))
  const wider = withApposition(chains, words, entityOf, text)
  return { entities: addMentions(entities, wider), mentions: [...resolved, ...wider] }
}

/**
 * "Douglas Brinkley (R-Ga.), a historian": a name with what stands in brackets and in apposition behind it is one description more.
 */
function withApposition(chains: Chains, words: Layers['words'], entityOf: ReadonlyMap<number, string>, text: string): Mention[] {
  const starts = new Map<number, Node>()
  for (const node of chains.nodes) {
    const { as, first, end } = node.mention
    if (as === 'pronoun' || as === 'adjective') continue
    const known = starts.get(first)
    if (!known || known.mention.end < end) starts.set(first, node)
  }
  const out: Mention[] = []
  const seen = new Set<number>()
  for (const node of chains.nodes) {
    const front = starts.get(node.mention.first)
    const entity = front && entityOf.get(front.index)
    if (!front || !entity || seen.has(front.index)) continue
    seen.add(front.index)
    const bracketed = behindBracket(words, front.mention.end)
    const comma = words[bracketed]?.form === ',' ? bracketed + 1 : -1
    const apposed = comma < 0 ? undefined : starts.get(words[comma]?.upos === 'DET' ? comma + 1 : comma)
    const isApposed =
      apposed &&
      apposed.head.sentence === front.head.sentence &&
      entityOf.get(apposed.index) === entity &&
      (front.mention.kind === 'person' || apposed.mention.kind !== 'person')
    const end = isApposed ? apposed.mention.end : bracketed
    if (end === front.mention.end) continue
    const span = [front.mention.span[0], (words[end - 1] as { end: number }).end] as const
    if (text.slice(...span).includes('\n')) continue
    const named = !isApposed || front.mention.as === 'name' || front.mention.rule === 'mentions/title-and-name' ? front : apposed
    out.push({ ...named.mention, first: front.mention.first, end, span, as: 'description', entity, rule: 'coreference/apposition' })
  }
  return out
}

/** How many words a bracket behind a name may hold. */
const BRACKET = 6

/** The word behind a short bracket that opens at a word, itself where none does or where it holds a sentence or a number. */
function behindBracket(words: Layers['words'], open: number): number {
  if (words[open]?.form !== '(') return open
  for (let i = open + 1; i <= open + BRACKET && words[i]?.sentence === words[open]?.sentence; i++) {
    const word = words[i]
    if (word?.form === ')') return i + 1
    if (word?.upos === 'VERB' || word?.upos === 'AUX' || word?.upos === 'NUM') return open
  }
  return open
}

/** Entities with further mentions, each in reading order. */
function addMentions(entities: readonly Entity[], added: readonly Mention[]): Entity[] {
  const by = new Map<string, Mention[]>()
  for (const m of added) {
    const list = by.get(m.entity as string)
    if (list) list.push(m)
    else by.set(m.entity as string, [m])
  }
  return entities.map(e => {
    const more = by.get(e.id)
    if (!more) return e
    return {
      ...e,
      mentions: [...e.mentions, ...more.map(m => ({ span: m.span, as: m.as }))].sort(
        (a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1],
      ),
    }
  })
}

function entityFrom(id: string, chain: readonly Node[], chains: Chains, language: Language): Entity {
  const names = chain.filter(n => n.mention.as === 'name')
  const pick = longest(names) ?? longest(chain.filter(n => n.mention.as === 'description')) ?? (chain[0] as Node)
  const kind: EntityKind = majority(names) ?? majority(chain) ?? 'organization'
  const iso3 = kind === 'country' && pick.mention.as === 'adjective' ? language.demonyms.of(pick.text)?.iso3 : null
  const name = (iso3 && language.countries.nameOf(iso3)) || pick.text
  const why = (n: Node): Why => {
    const link = chains.links.get(n.index)
    return {
      rule: link?.rule ?? 'coreference/first-mention',
      spans: link ? [n.mention.span, (chains.nodes[link.to] as Node).mention.span] : [n.mention.span],
    }
  }
  return {
    id,
    kind,
    name,
    ref: null,
    sector: null,
    members: [],
    place: null,
    candidates: [],
    confidence: names.length ? 0.9 : 0.7,
    mentions: chain.map(n => ({ span: n.mention.span, as: n.mention.as })).sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]),
    from: {
      name: { rule: pick.mention.rule, spans: [pick.mention.span] },
      kind: { rule: pick.mention.rule, spans: [pick.mention.span] },
      mentions: { rule: 'coreference/chain', spans: chain.map(n => n.mention.span), because: chain.map(why) },
    },
  }
}

/** The first of the longest; of the same name, one that is not in capitals throughout ("Lomé" before the "LOMÉ" of a dateline). */
function longest(nodes: readonly Node[]): Node | null {
  let best: Node | null = null
  for (const n of nodes) {
    const isBetter = !best || n.key.length > best.key.length || (n.key === best.key && isCapitals(best.text) && !isCapitals(n.text))
    if (isBetter) best = n
  }
  return best
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase()
}

function majority(nodes: readonly Node[]): EntityKind | null {
  const count = new Map<EntityKind, number>()
  for (const { mention } of nodes) if (mention.kind) count.set(mention.kind, (count.get(mention.kind) ?? 0) + 1)
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Number of the quotation that a position lies in, -1 outside; straight and curly double quotes, closed at the end of a paragraph. */
function quotations(text: string): (position: number) => number {
  const edges: number[] = []
  let open = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    const toggles =
      c === '"' || (c === '“' && !open) || (c === '”' && open) || (c === '«' && !open) || (c === '»' && open) || (c === '\n' && open)
    if (!toggles) continue
    edges.push(i)
    open = !open
  }
  return position => {
    let low = 0
    let high = edges.length
    while (low < high) {
      const mid = (low + high) >> 1
      if ((edges[mid] as number) <= position) low = mid + 1
      else high = mid
    }
    return low % 2 === 1 ? low >> 1 : -1
  }
}
