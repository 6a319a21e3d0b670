import { nameWords } from './clutter.ts'
import { type Element, isBlockTag, isElement } from './tree.ts'

/** What is counted of an element, everything under it included. */
export interface Measure {
  /** Characters of text outside hidden parts. */
  text: number
  /** Those of them inside links. */
  links: number
  /** How much it looks like the home of an article's paragraphs. */
  score: number
}

/** The parts of a page that make its article, in page order, and what was counted of every element. */
export interface Article {
  readonly parts: readonly Element[]
  readonly measures: ReadonlyMap<Element, Measure>
}

/**
 * Finds the main article. The method is that of Readability (Arc90, later Mozilla): every paragraph gives points for its length and
 * commas to the elements around it, links take points away, the best element and its kin are the article. One pass up, one down.
 */
export function findArticle(root: Element, clutter: ReadonlySet<Element>): Article {
  const measures = new Map<Element, Measure>()
  measureElement(root, { measures, clutter }, false)
  const density = (m: Measure) => (m.text === 0 ? 0 : m.links / m.text)
  let top: Element | null = null
  let best = 0
  for (const [element, m] of measures) {
    if (m.score === 0) continue
    m.score = (m.score + tagWeight(element)) * (1 - density(m))
    if (m.score > best && element.tag !== '#root' && element.tag !== 'html') {
      top = element
      best = m.score
    }
  }
  const marked = findMarked(measures, top)
  if (marked) return { parts: [marked], measures }
  if (!top) return { parts: [root], measures }
  top = climb(top, measures)
  return { parts: withSiblings(top, measures), measures }
}

interface Page {
  readonly measures: Map<Element, Measure>
  readonly clutter: ReadonlySet<Element>
}

function measureElement(element: Element, page: Page, inLink: boolean): Measure {
  const { measures, clutter } = page
  const m: Measure = measures.get(element) ?? { text: 0, links: 0, score: 0 }
  measures.set(element, m)
  let own = 0
  let commas = 0
  for (const child of element.children) {
    if (!isElement(child)) {
      const length = child.text.trim().length
      m.text += length
      if (inLink) m.links += length
      own += length
      commas += countCommas(child.text)
    } else if (!clutter.has(child)) {
      const c = measureElement(child, page, inLink || isLink(child))
      m.text += c.text
      m.links += c.links
      // A paragraph's text lies partly in its formatting.
      if (!isBlockTag(child.tag)) own += c.text
    }
  }
  if (own >= 25 && (isBlockTag(element.tag) || element.tag === '#root')) {
    const points = (1 + commas + Math.min(own / 100, 3)) * (m.links > m.text / 2 ? 0 : 1)
    giveUpwards(element, points, measures)
  }
  return m
}

/** A paragraph's points go to what holds it: all to the parent, half to the next, ever less above. A container with text of its own is its own home. */
function giveUpwards(element: Element, points: number, measures: Map<Element, Measure>): void {
  let holder = PARAGRAPHS.has(element.tag) ? element.parent : element
  for (let level = 0; holder && level < 5; level++, holder = holder.parent) {
    const m = measures.get(holder)
    if (m) m.score += points / (level === 0 ? 1 : level === 1 ? 2 : level * 3)
  }
}

const PARAGRAPHS = new Set('p li h1 h2 h3 h4 h5 h6 pre td th tr dd dt blockquote'.split(' '))

/** An anchor that leads somewhere. */
export function isLink({ tag, attributes }: Element): boolean {
  return tag === 'a' && attributes.has('href')
}

function countCommas(text: string): number {
  let n = 0
  for (let i = text.indexOf(','); i >= 0; i = text.indexOf(',', i + 1)) n++
  return n
}

function tagWeight(element: Element): number {
  const names = nameWords(element)
  const named = /(?:^|[\s_-])(?:article|body|content|entry|main|story|post|text)(?=$|[\s_-])/.test(names) ? 25 : 0
  if (element.tag === 'article' || element.tag === 'main') return named + 20
  if (element.tag === 'ul' || element.tag === 'ol' || element.tag === 'dl' || element.tag === 'form') return named - 3
  return named + (element.tag === 'div' || element.tag === 'section' ? 5 : 0)
}

/** An element that the page itself marks as the article's body, if it holds the best element or most of its text. */
function findMarked(measures: ReadonlyMap<Element, Measure>, top: Element | null): Element | null {
  let found: Element | null = null
  for (const [element, m] of measures) {
    if (!/\barticleBody\b/.test(element.attributes.get('itemprop') ?? '')) continue
    if (m.text > (found ? (measures.get(found)?.text ?? 0) : 0)) found = element
  }
  if (!found || !top) return found
  const text = measures.get(found)?.text ?? 0
  return text >= (measures.get(top)?.text ?? 0) * 0.5 ? found : null
}

/** Goes up while the home above is as good, or holds nothing else, or is the article that this is a part of. */
function climb(start: Element, measures: ReadonlyMap<Element, Measure>): Element {
  let top = start
  let last = measures.get(top)?.score ?? 0
  const least = last / 3
  for (let up = top.parent; up && up.tag !== 'body' && up.tag !== 'html' && up.tag !== '#root'; up = up.parent) {
    const m = measures.get(up)
    if (!m || m.score < least) break
    if (m.score > last || (m.score >= last * 0.75 && m.links <= m.text * 0.2)) top = up
    if (m.score > last) break
    last = m.score
  }
  while (top.parent && top.parent.tag !== 'body' && isOnlyChild(top, measures)) top = top.parent
  for (let up = top.parent, steps = 0; up && steps < 3; up = up.parent, steps++)
    if (up.tag === 'article' && isMostly(top, up, measures)) return up
  return top
}

function isOnlyChild(element: Element, measures: ReadonlyMap<Element, Measure>): boolean {
  const above = element.parent
  return above !== null && above.tag !== '#root' && above.tag !== 'html' && measures.get(above)?.text === measures.get(element)?.text
}

function isMostly(element: Element, above: Element, measures: ReadonlyMap<Element, Measure>): boolean {
  return (measures.get(element)?.text ?? 0) >= (measures.get(above)?.text ?? 0) * 0.5
}

/** The best element, and those beside it that read like it: an article is often cut in pieces by advertisements. */
function withSiblings(top: Element, measures: ReadonlyMap<Element, Measure>): Element[] {
  const parent = top.parent
  if (!parent || top.tag === 'body' || top.tag === 'html') return [top]
  const best = measures.get(top)?.score ?? 0
  const names = nameWords(top)
  return parent.children.filter((child): child is Element => {
    if (child === top) return true
    const m = isElement(child) ? measures.get(child) : undefined
    if (!isElement(child) || !m || m.text === 0) return false
    const density = m.links / m.text
    const kin = names !== '' && nameWords(child) === names ? best * 0.2 : 0
    if (density < 0.5 && m.score + kin >= Math.max(10, best * 0.2)) return true
    return PARAGRAPHS.has(child.tag) && !/^h\d$/.test(child.tag) && (m.text > 80 ? density < 0.25 : density === 0 && m.text > 30)
  })
}
