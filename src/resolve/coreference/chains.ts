import type { EntityKind, Mention, Word } from '../../document/layers.ts'
import { foldName } from '../../util/fold.ts'

/** A mention on its way into a chain. */
export interface Node {
  readonly index: number
  readonly mention: Mention
  readonly head: Word
  /** As written. */
  readonly text: string
  /** Folded words of a name, or of a description without its determiners. */
  readonly key: string
}

/** What a chain is known to be; kept up to date as chains grow, so that no rule has to walk long ones. */
export interface Chain {
  readonly members: readonly number[]
  /** Kind of its earliest member that tells one. */
  readonly kind: EntityKind | null
  readonly named: boolean
  /** Folded names, each once. */
  readonly names: ReadonlySet<string>
}

interface Growing {
  members: number[]
  kind: EntityKind | null
  kindAt: number
  named: boolean
  names: Set<string>
}

/** Chains of mentions that refer to one entity: union-find that remembers which rule made each link. */
export class Chains {
  readonly nodes: readonly Node[]
  readonly #parent: Int32Array
  readonly #chains: Growing[]
  /** By node: the rule that tied it to an earlier mention, and that mention. */
  readonly links = new Map<number, { rule: string; to: number }>()

  constructor(mentions: readonly Mention[], words: readonly Word[], text: string) {
    this.nodes = mentions.map((mention, index) => {
      const written = text.slice(...mention.span)
      return { index, mention, head: words[mention.head] as Word, text: written, key: foldName(written) }
    })
    this.#parent = Int32Array.from(this.nodes, (_, i) => i)
    this.#chains = this.nodes.map(({ index, mention, key }) => ({
      members: [index],
      kind: mention.kind,
      kindAt: index,
      named: mention.as === 'name',
      names: new Set(mention.as === 'name' ? [key] : []),
    }))
  }

  /** The number of the chain that a node is in. */
  of(node: number): number {
    let i = node
    while (this.#parent[i] !== i) i = this.#parent[i] = this.#parent[this.#parent[i] as number] as number
    return i
  }

  /** The chain that a node is in. */
  at(node: number): Chain {
    return this.#chains[this.of(node)] as Growing
  }

  /** Ties two nodes; `node` is the one that the rule was asked about, `to` the mention it refers to. */
  join(node: number, to: number, rule: string): void {
    const [a, b] = [this.of(node), this.of(to)]
    if (a === b) return
    this.links.set(node, { rule, to })
    const [x, y] = [this.#chains[a] as Growing, this.#chains[b] as Growing]
    const [keep, drop, into] = x.members.length >= y.members.length ? [x, y, a] : [y, x, b]
    this.#parent[into === a ? b : a] = into
    for (const m of drop.members) keep.members.push(m)
    for (const name of drop.names) keep.names.add(name)
    keep.named ||= drop.named
    if (drop.kind !== null && (keep.kind === null || drop.kindAt < keep.kindAt)) [keep.kind, keep.kindAt] = [drop.kind, drop.kindAt]
    drop.members = []
  }

  /** The nodes of every chain, chains and nodes in reading order. */
  all(): readonly (readonly Node[])[] {
    const out = new Map<number, Node[]>()
    for (const node of this.nodes) {
      const chain = out.get(this.of(node.index))
      if (chain) chain.push(node)
      else out.set(this.of(node.index), [node])
    }
    return [...out.values()]
  }
}
