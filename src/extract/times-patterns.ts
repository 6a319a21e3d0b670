import type { Around, Piece, PieceMeaning, TimeMatch, TimeRule, TimesAnswers } from '../document/answers/times.ts'
import type { Word } from '../document/layers.ts'

/** A rule that matched: it covers pieces `[from, from + categories.length)`, each under one category. */
export interface Hit {
  readonly rule: TimeRule
  readonly order: number
  readonly categories: readonly string[]
}

/** All patterns of a layer as one tree: an edge a category, so that common beginnings are read once. */
interface Node {
  readonly edges: Map<string, Node>
  readonly rules: { readonly rule: TimeRule; readonly order: number }[]
}

/** The rules of a language, made ready: one tree a layer, and the lexicon with the words that patterns name literally. */
export interface Grammar {
  readonly lexicon: ReadonlyMap<string, readonly PieceMeaning[]>
  readonly layers: readonly Node[]
}

export function compileGrammar(answers: Pick<TimesAnswers, 'lexicon' | 'layers'>): Grammar {
  const lexicon = new Map<string, readonly PieceMeaning[]>(answers.lexicon)
  const layers = answers.layers.map(rules => {
    const root: Node = { edges: new Map(), rules: [] }
    for (const [order, rule] of rules.entries())
      for (const elements of expand(rule.pattern)) {
        for (const element of elements) nameLiteral(lexicon, element)
        insert(root, elements, rule, order)
      }
    return root
  })
  return { lexicon, layers }
}

/** A literal is a category of its own: `"of"` → `=of`. */
function nameLiteral(lexicon: Map<string, readonly PieceMeaning[]>, element: string): void {
  const category = element.replace(/^~/, '')
  if (!category.startsWith('=')) return
  const word = category.slice(1)
  const meanings = lexicon.get(word) ?? []
  if (!meanings.some(m => m.category === category)) lexicon.set(word, [...meanings, { category, value: word, capital: false }])
}

function insert(root: Node, elements: readonly string[], rule: TimeRule, order: number): void {
  let node = root
  for (const element of elements) {
    let next = node.edges.get(element)
    if (!next) {
      next = { edges: new Map(), rules: [] }
      node.edges.set(element, next)
    }
    node = next
  }
  if (!node.rules.some(r => r.rule === rule)) node.rules.push({ rule, order })
}

/** All the sequences that a pattern stands for: `a b? ( c|d e )?` → a, ab, ace, abce, ade, abde. */
function expand(pattern: string): string[][] {
  const tokens = pattern.match(/\(|\)\??|[^\s()]+/g) ?? []
  let at = 0
  const sequence = (): string[][] => {
    let out: string[][] = [[]]
    while (at < tokens.length && !(tokens[at] as string).startsWith(')')) {
      const token = tokens[at++] as string
      let options: string[][]
      if (token === '(') {
        options = sequence()
        if (tokens[at++] === ')?') options = [[], ...options]
      } else {
        const near = token.startsWith('~') ? '~' : ''
        const missing = token.endsWith('?')
        const body = token.slice(near.length, missing ? -1 : undefined)
        options = body.split('|').map(name => [near + (name.startsWith('"') ? `=${name.slice(1, -1)}` : name)])
        if (missing) options = [[], ...options]
      }
      out = out.flatMap(left => options.map(right => [...left, ...right]))
    }
    return out
  }
  return sequence().filter(elements => elements.length > 0)
}

/** Every rule that matches from a piece on, longest first, then in the order of the rules. */
export function matchesAt(root: Node, pieces: readonly Piece[], from: number): Hit[] {
  const hits: Hit[] = []
  walk(root, pieces, from, from, [], hits)
  return hits.length < 2 ? hits : hits.sort((a, b) => b.categories.length - a.categories.length || a.order - b.order)
}

function walk(node: Node, pieces: readonly Piece[], from: number, at: number, path: readonly string[], hits: Hit[]): void {
  for (const { rule, order } of node.rules) hits.push({ rule, order, categories: path })
  const piece = pieces[at]
  if (!piece || node.edges.size === 0 || (piece.opens && at > from)) return
  const near = at > from && (pieces[at - 1] as Piece).end === piece.start
  for (const category of piece.categories) {
    const next = node.edges.get(category)
    if (next) walk(next, pieces, from, at + 1, [...path, category], hits)
    const close = near ? node.edges.get(`~${category}`) : undefined
    if (close) walk(close, pieces, from, at + 1, [...path, category], hits)
  }
}

/** The view that a rule gets of what it matched. */
export function matchOf(hit: Hit, pieces: readonly Piece[], from: number, words: readonly Word[]): TimeMatch {
  const { categories } = hit
  const find = (category: string, nth: number): Piece | null => {
    const wanted = category.startsWith('"') ? `=${category.slice(1, -1)}` : category
    let left = nth
    for (let i = 0; i < categories.length; i++) if (categories[i] === wanted && left-- === 0) return pieces[from + i] as Piece
    return null
  }
  const text = (category: string, nth = 0): string => {
    const piece = find(category, nth)
    if (!piece) return ''
    return piece.meanings.find(m => m.category === category)?.value ?? (piece.number === null ? piece.lower : String(piece.number))
  }
  const piece = (category: string, nth = 0): Piece => find(category, nth) ?? (pieces[from] as Piece)
  return {
    ...aroundOf(pieces, from, from + categories.length, words),
    has: (category, nth = 0) => find(category, nth) !== null,
    text,
    number: (category, nth = 0) => (find(category, nth) ? Number(text(category, nth)) : Number.NaN),
    piece,
    shape: (category, nth = 0) => piece(category, nth).shape ?? { type: 'date' },
  }
}

/** The pieces before and after `[from, to)` in the same sentence. */
export function aroundOf(pieces: readonly Piece[], from: number, to: number, words: readonly Word[]): Around {
  return {
    before(distance) {
      for (let i = from; i > from - distance; i--) if (pieces[i]?.opens) return null
      return pieces[from - distance] ?? null
    },
    after(distance) {
      for (let i = to; i < to + distance; i++) if (pieces[i]?.opens) return null
      return pieces[to + distance - 1] ?? null
    },
    word: piece => words[piece.first] as Word,
  }
}
