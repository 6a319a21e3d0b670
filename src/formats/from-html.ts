import { keepText } from './html/article-text.ts'
import { findBlocks, joinBlocks } from './html/blocks.ts'
import { findClutter } from './html/clutter.ts'
import { findArticle } from './html/main-article.ts'
import { findMetadata, type Metadata } from './html/metadata.ts'
import { type Element, parseTree } from './html/tree.ts'
import type { MappedText } from './offset-map.ts'
import { type Found, sourceReport } from './source.ts'

/**
 * The main article of a page, in time linear in the page. Blocks are parted by a blank line; the rows of a table are lines, cells apart
 * by tabs. Title, byline, publication date, publisher and address come from what the page says of itself.
 */
export function fromHtml(source: string): Found {
  const root = parseTree(source)
  const metadata = findMetadata(root)
  const { around, hidden } = findClutter(root)
  let text = findText(root, metadata, around)
  if (text.length < SHORT) {
    // Perhaps a name misled: what names say is passed over, if that finds much more.
    const fuller = findText(root, metadata, hidden)
    if (fuller.length > 2 * text.length) text = fuller
  }
  const notes = text.length > 0 ? [] : ['The page holds no article that could be found.']
  return { report: sourceReport({ ...metadata, text: text.text(), notes }), map: text.map() }
}

/** An article shorter than this, in characters, is looked for again. */
const SHORT = 250

function findText(root: Element, metadata: Metadata, clutter: ReadonlySet<Element>): MappedText {
  return joinBlocks(keepText(findBlocks(findArticle(root, clutter), clutter), metadata))
}
