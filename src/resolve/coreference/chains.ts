import type { Mention, Word } from '../../document/layers.ts'
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

/** Chains of mentions that refer to one entity: union-find that remembers which rule made each link. */
export class Chains {
  readonly nodes: readonly Node[]
  readonly #parent: Int32Array
  readonly #members: (readonly number[])[]
  /** By node: the rule that tied it to an earlier mention, and that mention. */
  readonly links = new Map<number, { rule: string; to: number }>()

  constructor(mentions: readonly Mention[], words: readonly Word[], text: string) {
    this.nodes = mentions.map((mention, index) => ({
      index,
      mention,
      head: words[mention.head] as Word,
      text: text.slice(...mention.span),
      key: foldName(text.slice(...mention.span)),
    }))
    this.#parent = Int32Array.from(this.nodes, (_, i) => i)
    this.#members = this.nodes.map((_, i) => [i])
  }

  /** The number of the chain that a node is in. */
  of(node: number): number {
    let i = node
    while (this.#parent[i] !== i) i = this.#parent[i] = this.#parent[this.#parent[i] as number] as number
    return i
  }

  members(node: number): readonly Node[] {
    return (this.#members[this.of(node)] as readonly number[]).map(i => this.nodes[i] as Node)
  }

  /** Ties two nodes; `node` is the one that the rule was asked about, `to` the mention it refers to. */
  join(node: number, to: number, rule: string): void {
    const [a, b] = [this.of(node), this.of(to)]
    if (a === b) return
    this.links.set(node, { rule, to })
    const [keep, drop] = (this.#members[a] as readonly number[]).length >= (this.#members[b] as readonly number[]).length ? [a, b] : [b, a]
    this.#parent[drop] = keep
    this.#members[keep] = [...(this.#members[keep] as readonly number[]), ...(this.#members[drop] as readonly number[])]
    this.#members[drop] = []
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
