import { Tokenizer } from 'htmlparser2'

/** An element of a page. */
export interface Element {
  /** Lower case; a link that another link begins inside of becomes a "span", as links do not nest. */
  tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Node[]
  readonly parent: Element | null
}

/** A run of text, entities decoded; `starts` are pairs [offset in the text, offset in the source], in step between them. */
export interface TextNode {
  text: string
  readonly starts: [number, number][]
}
export type Node = Element | TextNode

export function isElement(node: Node): node is Element {
  return 'tag' in node
}

/** Elements inside elements beyond this depth stand beside each other instead: no page is laid out so deep, and no walk overflows. */
const DEEPEST = 200

/**
 * Builds the tree of a page in one pass over its tags, in time linear in the source whatever the source is: depth is bounded, and a
 * closing tag that closes nothing costs nothing. Close enough to the HTML standard to find text and tables; forms, scripts' effects and
 * misnested formatting are not rebuilt.
 */
export function parseTree(source: string): Element {
  const builder = new TreeBuilder(source)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(source)
  tokenizer.end()
  return builder.root
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** A start tag closes these where they are still open (up to the element that holds them). */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['td', 'th', 'tr', 'caption'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  thead: ['td', 'th', 'tr', 'caption', 'tbody'],
  tbody: ['td', 'th', 'tr', 'caption', 'thead', 'tbody'],
  tfoot: ['td', 'th', 'tr', 'tbody'],
  option: ['option'],
  body: ['head'],
}
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol', 'menu'],
  dt: ['dl'],
  dd: ['dl'],
  option: ['select'],
}
const BLOCKS = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul'.split(
    ' ',
  ),
)

const CELLS = ['td', 'th', 'caption']
const TABLE_PARTS = new Set('table tr td th thead tbody tfoot caption body html'.split(' '))
const LEAVES = new Set('p li h1 h2 h3 h4 h5 h6 td th tr blockquote pre dd dt'.split(' '))

/** Does an element of this name stand on lines of its own? */
export function isBlockTag(tag: string): boolean {
  return BLOCKS.has(tag) || LEAVES.has(tag) || TABLE_PARTS.has(tag)
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

class TreeBuilder {
  readonly root: Element = { tag: '#root', attributes: new Map(), children: [], parent: null }
  readonly #source: string
  readonly #open: Element[] = [this.root]
  /** How many elements of a name are open, and how many start tags were passed over beyond the depth. */
  readonly #count = new Map<string, number>()
  readonly #passed = new Map<string, number>()
  #tag = ''
  #attributes: ReadonlyMap<string, string> = NO_ATTRIBUTES
  #attribute = ''
  #value: string[] = []
  #text: TextNode | null = null
  #pieces: string[] = []
  #length = 0

  constructor(source: string) {
    this.#source = source
  }

  ontext(start: number, end: number): void {
    this.#addText(this.#source.slice(start, end), start)
  }

  ontextentity(codepoint: number, end: number): void {
    // The entity's own start is not told; its text is one character, so the end less one keeps the map rising.
    this.#addText(String.fromCodePoint(codepoint), end - 1)
  }

  #addText(piece: string, start: number): void {
    if (!this.#text) {
      this.#text = { text: '', starts: [] }
      this.#top().children.push(this.#text)
    }
    const last = this.#text.starts.at(-1)
    if (!last || last[1] - last[0] !== start - this.#length) this.#text.starts.push([this.#length, start])
    this.#pieces.push(piece)
    this.#length += piece.length
  }

  #endText(): void {
    if (!this.#text) return
    this.#text.text = this.#pieces.join('')
    this.#text = null
    this.#pieces = []
    this.#length = 0
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#source.slice(start, end).toLowerCase()
    this.#attributes = NO_ATTRIBUTES
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase()
    this.#value = []
  }

  onattribdata(start: number, end: number): void {
    this.#value.push(this.#source.slice(start, end))
  }

  onattribentity(codepoint: number): void {
    this.#value.push(String.fromCodePoint(codepoint))
  }

  onattribend(): void {
    if (this.#attributes === NO_ATTRIBUTES) this.#attributes = new Map()
    if (!this.#attributes.has(this.#attribute)) (this.#attributes as Map<string, string>).set(this.#attribute, this.#value.join(''))
  }

  onselfclosingtag(): void {
    this.onopentagend()
  }

  onopentagend(): void {
    this.#endText()
    const tag = this.#tag
    for (const other of CLOSES[tag] ?? []) this.#closeWithin(other, HOLDS[tag] ?? ['table'])
    if (tag === 'a') this.#endLink()
    if (BLOCKS.has(tag)) this.#closeWithin('p', ['td', 'th', 'table', 'button'])
    if (this.#open.length >= DEEPEST && !VOID.has(tag)) {
      this.#passed.set(tag, (this.#passed.get(tag) ?? 0) + 1)
      // The leaf that holds text stays a leaf of its own, so that paragraphs do not run together.
      this.#closeDeepLeaf()
      if (!LEAVES.has(tag)) return
    }
    const element: Element = { tag, attributes: this.#attributes, children: [], parent: this.#top() }
    this.#top().children.push(element)
    if (VOID.has(tag)) return
    this.#open.push(element)
    this.#count.set(tag, (this.#count.get(tag) ?? 0) + 1)
  }

  onclosetag(start: number, end: number): void {
    this.#endText()
    const tag = this.#source.slice(start, end).toLowerCase()
    const passed = this.#passed.get(tag) ?? 0
    if (passed > 0) {
      this.#passed.set(tag, passed - 1)
      this.#closeDeepLeaf()
      return
    }
    this.#closeWithin(tag, TABLE_PARTS.has(tag) ? ['#root'] : CELLS)
  }

  #endLink(): void {
    if ((this.#count.get('a') ?? 0) === 0) return
    for (const element of this.#open) if (element.tag === 'a') element.tag = 'span'
    this.#count.set('span', (this.#count.get('span') ?? 0) + (this.#count.get('a') ?? 0))
    this.#count.set('a', 0)
  }

  /** Beyond the depth one leaf at most is open, on top of the deepest container. */
  #closeDeepLeaf(): void {
    while (this.#open.length > DEEPEST) this.#pop()
  }

  /** Closes an open element of this name and all in it, unless one of `holders` stands between. */
  #closeWithin(tag: string, holders: readonly string[]): void {
    if ((this.#count.get(tag) ?? 0) === 0) return
    for (let i = this.#open.length - 1; i > 0; i--) {
      const open = (this.#open[i] as Element).tag
      if (open === tag) {
        // What merely formats text closes no block.
        if (!isBlockTag(tag) && this.#open.slice(i).some(element => isBlockTag(element.tag))) return
        while (this.#open.length > i) this.#pop()
        return
      }
      if (holders.includes(open)) return
    }
  }

  #pop(): Element {
    const element = this.#open.pop() as Element
    this.#count.set(element.tag, (this.#count.get(element.tag) ?? 1) - 1)
    return element
  }

  #top(): Element {
    return this.#open.at(-1) as Element
  }

  onend(): void {
    this.#endText()
  }

  oncdata(): void {}
  oncomment(): void {
    this.#endText()
  }
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
}
