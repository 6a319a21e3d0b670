import { type Element, isElement, type Node } from './tree.ts'

/** Never part of an article's text. */
const NO_TEXT = new Set(
  'script style noscript template svg math iframe object embed applet canvas audio video map head button input select textarea option datalist nav dialog menu figcaption del s strike link meta title aside'.split(
    ' ',
  ),
)
const NO_ROLE = /^(?:navigation|complementary|banner|contentinfo|dialog|alertdialog|alert|search|menu|menubar|toolbar|tooltip|form)$/

/** Names (class, id) that pages give to what surrounds an article. Words end at a change of case, a hyphen or an underscore. */
const AROUND =
  /(?:^|[\s_-])(?:ads?|advert\w*|adsense|banner|bread-?crumbs?|caption|captions|comments?|disqus|cookies?|consent|gdpr|credits?|footer|foot|menu|nav|navbar|navigation|newsletter|outbrain|pager|pagination|paywall|popup|modal|promo\w*|recirc\w*|recommend\w*|related|replies|rss|share\w*|sharing|side-?bar|skip\w*|social|sponsor\w*|subscri\w*|signup|sign-up|syndication|taboola|tags|tag-?list|teasers?|toolbar|tooltip|most-?(?:read|popular)|trending|widgets?|read-?(?:more|next)|see-?also|more-?(?:stories|news|on|from)|follow|follow-us|donate|app-?promo|author-?bio|about-?(?:author|the-author)|topics|toc|infobox|navbox|mw-editsection|references|reflist|hatnote|gallery|slideshow|carousel|video)(?=$|[\s_-])/
/** A name may say what an element goes without or beside: "has-sidebar", "no-comments". */
const BESIDE = /(?:^|[\s_-])(?:has|no|with|without|hidden|hide)-[a-z-]+/g

/** Names that publishing systems give to an article's own text; they win over the others. */
const ARTICLE =
  /\bh-?entry\b|\btype-post\b|(?:article|story|entry|post|news)[_-]?(?:body|text|content)(?![a-z])|\bbody-?(?:text|content|copy)\b/

/** More of a page's text than this share is not taken for its surroundings, whatever it is named. */
const TOO_MUCH = 0.4

/** What is no part of an article: `hidden` surely, `around` (which holds the hidden too) by its names. */
export interface Clutter {
  readonly hidden: ReadonlySet<Element>
  readonly around: ReadonlySet<Element>
}

/**
 * The elements of a page that stand around its article: hidden ones, and those whose names say that they are share bars, related links,
 * captions, cookie bars or comments.
 */
export function findClutter(root: Element): Clutter {
  const hidden = new Set<Element>()
  const length = new Map<Element, number>()
  const measure = (element: Element): number => {
    let own = 0
    for (const child of element.children) {
      if (!isElement(child)) own += child.text.trim().length
      else if (isHidden(child)) hidden.add(child)
      else own += measure(child)
    }
    length.set(element, own)
    return own
  }
  const most = measure(root) * TOO_MUCH
  const around = new Set(hidden)
  for (const [element, own] of length) if (own <= most && isAround(element)) around.add(element)
  return { hidden, around }
}

/** Is this element (with all in it) surely no text of an article: code, controls, navigation, hidden? */
function isHidden(element: Element): boolean {
  const { tag, attributes } = element
  if (NO_TEXT.has(tag) || attributes.has('hidden')) return true
  if (attributes.get('aria-hidden') === 'true' && !/\bmw-|fallback-image/.test(attributes.get('class') ?? '')) return true
  if (NO_ROLE.test(attributes.get('role') ?? '') || attributes.get('aria-modal') === 'true') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')
}

/** Does its name say that it stands around articles: share bars, related links, captions, cookie bars, comments? */
function isAround(element: Element): boolean {
  const { tag } = element
  if (tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main' || tag === 'a' || tag === '#root') return false
  if (tag === 'footer') return true
  const names = nameWords(element)
  return names !== '' && AROUND.test(names.replace(BESIDE, '')) && !ARTICLE.test(names)
}

/** Class and id in lower case, words apart by hyphens: "relatedLinks top" → "related-links top". */
export function nameWords({ attributes }: Element): string {
  if (attributes.size === 0) return ''
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.trim()
  return names.length > 500 ? '' : names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
}

/** The text in a node as a reader would say it, on one line; hidden parts left out. Bounded, for titles and bylines. */
export function textOf(node: Node, most = 2000): string {
  const pieces: string[] = []
  let length = 0
  const walk = (n: Node): void => {
    if (length > most) return
    if (!isElement(n)) {
      pieces.push(n.text)
      length += n.text.length
    } else if (n.tag !== 'script' && n.tag !== 'style') {
      for (const child of n.children) walk(child)
      pieces.push(' ')
    }
  }
  walk(node)
  return pieces.join('').replace(/\s+/g, ' ').trim().slice(0, most)
}

/** Every element under one, itself included, in page order. */
export function* elementsOf(element: Element): Generator<Element> {
  const stack = [element]
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i] as Node
      if (isElement(child)) stack.push(child)
    }
  }
}
