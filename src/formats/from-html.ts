import { keepText } from './html/article-text.ts'
import { findBlocks, joinBlocks } from './html/blocks.ts'
import { findArticle } from './html/main-article.ts'
import { findMetadata } from './html/metadata.ts'
import { parseTree } from './html/tree.ts'
import { type Found, sourceReport } from './source.ts'

/**
 * The main article of a page, in time linear in the page. Blocks are parted by a blank line; the rows of a table are lines, cells apart
 * by tabs. Title, byline, publication date, publisher and address come from what the page says of itself.
 */
export function fromHtml(source: string): Found {
  const root = parseTree(source)
  const metadata = findMetadata(root)
  const { parts, measures } = findArticle(root)
  const text = joinBlocks(keepText(findBlocks(parts, measures), metadata))
  const notes = text.length > 0 ? [] : ['The page holds no article that could be found.']
  return { report: sourceReport({ ...metadata, text: text.text(), notes }), map: text.map() }
}

/** The encoding that a page declares in its first bytes, or null (HTML standard, "prescan a byte stream"). */
export function declaredEncoding(head: string): string | null {
  return (
    /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    null
  )
}
