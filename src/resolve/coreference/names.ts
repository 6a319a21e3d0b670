import type { Language } from '../../document/language.ts'
import type { Word } from '../../document/layers.ts'
import { childrenBy, relation } from '../../document/tree.ts'
import { pushTo } from '../../util/group.ts'
import type { Chains, Node } from './chains.ts'

/** Ties names that are the same name: equal, shortened, abbreviated, or an adjective of it. */
export function joinNames(chains: Chains, words: readonly Word[], language: Language): void {
  const names = chains.nodes.filter(n => n.mention.as === 'name' || n.mention.as === 'adjective')
  joinEqual(chains, names, language)
  joinAcronyms(chains, names, words)
  joinShortened(chains, names)
}

/** Equal names, and the names and adjectives of one country, are one entity. */
function joinEqual(chains: Chains, names: readonly Node[], language: Language): void {
  const first = new Map<string, number>()
  for (const node of names) {
    const iso3 =
      node.mention.as === 'adjective'
        ? language.demonyms.of(node.head.form)?.iso3
        : node.mention.kind === 'country'
          ? language.countries.of(node.text)?.iso3
          : null
    const key = iso3 ? `country ${iso3}` : node.key
    const known = first.get(key)
    if (known === undefined) first.set(key, node.index)
    else chains.join(node.index, known, iso3 ? 'coreference/same-country' : 'coreference/same-name')
  }
}

/** "Norwegian Refugee Council (NRC)": the short form in brackets, or initials of a longer name elsewhere. */
function joinAcronyms(chains: Chains, names: readonly Node[], words: readonly Word[]): void {
  const long = names.filter(n => n.mention.as === 'name' && n.mention.end - n.mention.first > 1)
  const byEnd = new Map(long.map(n => [n.mention.end, n]))
  const byInitials = new Map<string, Node>()
  for (const node of long) for (const initials of initialsOf(words, node)) if (!byInitials.has(initials)) byInitials.set(initials, node)
  for (const node of names) {
    const form = node.head.form.replace(/\./g, '')
    if (
      node.mention.as !== 'name' ||
      node.mention.end - node.mention.first !== 1 ||
      !/^\p{Lu}[\p{L}\p{N}-]{1,9}$/u.test(form) ||
      form === form.toLowerCase()
    )
      continue
    const bracketed = words[node.mention.first - 1]?.form === '(' && words[node.mention.end]?.form === ')'
    const before = bracketed ? byEnd.get(node.mention.first - 1) : undefined
    if (before && before.mention.kind !== 'person') chains.join(node.index, before.index, 'coreference/acronym-in-brackets')
    else if (form === form.toUpperCase() && form.length > 1) {
      const full = byInitials.get(form.toLowerCase())
      if (full && full.mention.kind !== 'person') chains.join(node.index, full.index, 'coreference/acronym')
    }
  }
}

/** Initials of a name with and without its small words: "Médecins Sans Frontières" → msf. */
function initialsOf(words: readonly Word[], node: Node): string[] {
  const parts = words.slice(node.mention.first, node.mention.end).filter(w => /\p{L}/u.test(w.form))
  const initial = (w: Word) => (w.form.normalize('NFKD')[0] ?? '').toLowerCase()
  const big = parts.filter(w => w.form[0] !== w.form[0]?.toLowerCase())
  return [...new Set([parts.map(initial).join(''), big.map(initial).join('')])].filter(s => s.length > 1)
}

/** "Lavrov" after "Sergey Lavrov", "Africa Command" after "US Africa Command": the one longer name that ends (or, for bodies, begins) like it. */
function joinShortened(chains: Chains, names: readonly Node[]): void {
  const byLast = new Map<string, Set<number>>()
  const byPart = new Map<string, Set<number>>()
  const add = (map: Map<string, Set<number>>, key: string, node: Node) =>
    map.set(key, (map.get(key) ?? new Set()).add(chains.of(node.index)))
  const parts = (n: Node) => n.key.split(' ')
  for (const node of names) {
    const p = parts(node)
    if (node.mention.as !== 'name' || p.length < 2) continue
    for (let i = 1; i < p.length; i++) {
      add(byLast, `${node.mention.kind} ${p.slice(i).join(' ')}`, node)
      if (node.mention.kind !== 'place' && node.mention.kind !== 'country')
        add(byPart, `${node.mention.kind} ${p.slice(0, i).join(' ')}`, node)
    }
  }
  for (const node of names) {
    if (node.mention.as !== 'name') continue
    const key = `${node.mention.kind} ${node.key}`
    const loose = node.mention.kind === 'person' || parts(node).length > 1 || node.mention.kind === 'organization'
    if (!loose || isPartOf(node.key, chains.at(node.index).names)) continue
    for (const map of [byLast, byPart]) {
      const found = [...(map.get(key) ?? [])].map(c => chains.of(c))
      const chain = new Set(found.filter(c => c !== chains.of(node.index)))
      if (chain.size !== 1) continue
      chains.join(node.index, [...chain][0] as number, 'coreference/shortened-name')
      break
    }
  }
}

/** Is a name part of a longer one of its chain? Of a chain with very many names the first few are asked. */
function isPartOf(key: string, names: ReadonlySet<string>): boolean {
  let asked = 0
  for (const name of names) {
    if (name !== key && name.includes(key)) return true
    if (++asked === 20) return false
  }
  return false
}

/** A name inside its own wider description, and what stands in apposition to it, are the same entity. */
export function joinAppositions(chains: Chains, words: readonly Word[]): void {
  const byHead = new Map<number, Node[]>()
  for (const node of chains.nodes) {
    const list = byHead.get(node.mention.head)
    if (list) list.push(node)
    else byHead.set(node.mention.head, [node])
  }
  for (const node of chains.nodes) {
    if (node.mention.as === 'adjective' || node.mention.as === 'pronoun') continue
    const twin = byHead.get(node.mention.head)?.find(n => n !== node && n.mention.as !== 'adjective')
    if (twin) chains.join(node.index, twin.index, 'coreference/name-in-description')
    if (node.head.children.length === 0) continue
    for (const apposed of [...childrenBy(words, node.mention.head, 'appos'), ...copulaSubject(words, node.head)]) {
      const other = byHead.get(apposed.index)?.find(n => n.mention.as === 'name') ?? byHead.get(apposed.index)?.[0]
      if (
        other &&
        other.mention.as !== 'adjective' &&
        other.mention.as !== 'pronoun' &&
        compatible(node, other) &&
        !bothPlainNames(node, other) &&
        !areTwoPeople(chains, node, other) &&
        !opensVerb(words, node, other)
      )
        chains.join(other.index, node.index, 'coreference/apposition')
    }
  }
}

/** "The president, Ann Lee, with her colleague, Eva Roth": who goes by names that have no word in common is not one person. */
function areTwoPeople(chains: Chains, a: Node, b: Node): boolean {
  const [own, theirs] = [chains.at(a.index), chains.at(b.index)]
  if (own === theirs || own.kind !== 'person' || theirs.kind !== 'person' || !own.named || !theirs.named) return false
  const words = new Set([...own.names].flatMap(name => name.split(' ')))
  return ![...theirs.names].some(name => name.split(' ').some(word => words.has(word)))
}

/**
 * "the former head of the bank, Ann Lee," and "Ann Lee, the head of the bank,": a description of a person and a person's name with a
 * comma between them are of one person, whatever the tree says.
 */
export function joinBeside(chains: Chains, words: readonly Word[]): void {
  const names = new Map<number, Node>()
  const ends = new Map<number, Node>()
  for (const node of chains.nodes) {
    if (node.mention.kind !== 'person' || node.mention.as === 'pronoun' || node.mention.as === 'adjective') continue
    const known = names.get(node.mention.first)
    if (!known || known.mention.end < node.mention.end) names.set(node.mention.first, node)
    ends.set(node.mention.end, node)
  }
  for (const node of chains.nodes) {
    const { as, kind, number, first, end } = node.mention
    if (as !== 'description' || kind !== 'person' || number !== 'sing' || chains.at(node.index).named) continue
    const behind = words[end]?.form === ',' ? (names.get(end + 1) ?? names.get(end + 2)) : undefined
    const article = words[first - 1]?.upos === 'DET' ? first - 2 : first - 1
    const front = words[article]?.form === ',' ? ends.get(article) : undefined
    for (const other of [behind, front]) {
      if (!other || other.head.sentence !== node.head.sentence || !chains.at(other.index).named) continue
      if (relation(node.head) === 'conj' || words[end]?.upos === 'CCONJ' || opensVerb(words, node, other)) continue
      chains.join(node.index, other.index, 'coreference/apposition')
      break
    }
  }
}

/** "It was a success, |Ann Lee| said": what stands between a comma and a verb is the verb's subject, no apposition. */
function opensVerb(words: readonly Word[], front: Node, behind: Node): boolean {
  const next = words[behind.mention.end]
  return (
    behind.mention.first > front.mention.end &&
    words[front.mention.end]?.form === ',' &&
    next?.sentence === behind.head.sentence &&
    (next.upos === 'VERB' || next.upos === 'AUX') &&
    next.feats.includes('VerbForm=Fin')
  )
}

/** "The state of Assam" and "Baksa district" are the place that the name in them names. */
export function joinPlaceClasses(chains: Chains, words: readonly Word[], language: Language): void {
  const names = new Map<number, Node>()
  for (const node of chains.nodes) if (node.mention.as === 'name' && node.mention.kind === 'place') names.set(node.mention.head, node)
  for (const node of chains.nodes) {
    if (
      node.mention.as !== 'description' ||
      !language.mentions.placeClasses.has(node.head.lemma.toLowerCase()) ||
      node.mention.number === 'plur'
    )
      continue
    for (const c of node.head.children) {
      const name = names.get(c)
      if (!name) continue
      const of = c > node.head.index && (words[c] as Word).children.some(k => language.mentions.genitives.has((words[k] as Word).lower))
      const front = c === node.head.index - 1 && (words[c] as Word).deprel !== 'nmod:poss'
      if (of || front || (words[c] as Word).deprel === 'appos') chains.join(node.index, name.index, 'coreference/place-and-class')
    }
  }
}

/** "X is the head of Y": the subject of a nominal predicate that stands in the present or past, unmarked. */
function copulaSubject(words: readonly Word[], predicate: Word): Word[] {
  if (!childrenBy(words, predicate.index, 'cop').length || childrenBy(words, predicate.index, 'advmod', 'aux', 'mark').length) return []
  return childrenBy(words, predicate.index, 'nsubj').filter(s => s.upos === 'PROPN')
}

/** Two different names side by side ("Paris, France") are apposed in form only. */
function bothPlainNames(a: Node, b: Node): boolean {
  return (
    a.mention.as === 'name' &&
    b.mention.as === 'name' &&
    a.key !== b.key &&
    !(relation(b.head) === 'appos' && a.mention.kind === 'organization' && b.mention.kind === 'organization' && b.key.length <= 8)
  )
}

/**
 * "the minister, |who resigned": the pronoun is the noun that its clause hangs on. Where the tree hangs it on none of the phrases right
 * in front of it, it is the widest of those that tells what it stands for.
 */
export function joinRelatives(chains: Chains, words: readonly Word[], language: Language): void {
  const heads = new Map<number, Node>()
  const ends = new Map<number, Node[]>()
  for (const node of chains.nodes) {
    if (node.mention.as === 'adjective') continue
    if (!heads.has(node.mention.head)) heads.set(node.mention.head, node)
    pushTo(ends, node.mention.end, node)
  }
  for (const node of chains.nodes) {
    if (node.mention.rule !== 'mentions/relative') continue
    const clause = words[node.head.head]
    const noun = clause && relation(clause) === 'acl' ? heads.get(clause.head) : undefined
    const end = words[node.mention.first - 1]?.upos === 'PUNCT' ? node.mention.first - 1 : node.mention.first
    const isThing = language.mentions.things.has(node.head.lower)
    const isPlace = (n: Node) => n.mention.kind === 'place' && language.mentions.people.has(node.head.lower)
    const beside =
      ends
        .get(end)
        ?.filter(
          n =>
            n.mention.kind !== null && n.head.sentence === node.head.sentence && !(isThing && n.mention.kind === 'person') && !isPlace(n),
        ) ?? []
    const widest = beside.reduce((a: Node | undefined, b) => (a && a.mention.first <= b.mention.first ? a : b), undefined)
    const found = !noun || (widest && !beside.some(n => n.mention.head === noun.mention.head)) ? (widest ?? noun) : noun
    if (found) chains.join(node.index, found.index, 'coreference/relative')
  }
}

/** Could the two be one entity, going by kind and number? */
export function compatible(a: Node, b: Node): boolean {
  const [x, y] = [a.mention, b.mention]
  if (x.number && y.number && x.number !== y.number && x.as !== 'pronoun' && y.as !== 'pronoun') return false
  return sameKind(x.kind, y.kind)
}

const BODIES = new Set(['organization', 'government', 'armed-group', 'population'])
const PLACES = new Set(['country', 'place'])

export function sameKind(x: string | null, y: string | null): boolean {
  if (x === null || y === null || x === y) return true
  return (BODIES.has(x) && BODIES.has(y)) || (PLACES.has(x) && PLACES.has(y))
}
