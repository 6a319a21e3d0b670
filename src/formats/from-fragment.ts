import { findBlocks, joinBlocks } from './html/blocks.ts'
import { elementsOf, findClutter } from './html/clutter.ts'
import { type Element, parseTree } from './html/tree.ts'
import { type Found, sourceReport } from './source.ts'

/**
 * A piece of HTML that is all report: the body of a message, the content of a feed's entry, a cell of a table. Nothing is looked for in it; only
 * what nobody sees is left out, and the quoted message under an answer.
 */
export function fromFragment(source: string): Found {
  const root = parseTree(source)
  const hidden = new Set(findClutter(root).hidden)
  const quoted = [...elementsOf(root)].filter(isQuotedMessage)
  const whole = findText(root, hidden)
  const answer = quoted.length > 0 ? findText(root, new Set([...hidden, ...quoted])) : whole
  const cut = answer.length > 0 && answer.length < whole.length
  const text = cut ? answer : whole
  return {
    report: sourceReport({ text: text.text(), notes: cut ? ['The quoted message under the answer is left out.'] : [] }),
    map: text.map(),
  }
}

function findText(root: Element, leftOut: ReadonlySet<Element>) {
  return joinBlocks(findBlocks({ parts: [root], measures: new Map() }, leftOut))
}

/** As programs for mail mark the message that is answered; one that is passed on is the report itself. */
function isQuotedMessage({ tag, attributes }: Element): boolean {
  const names = attributes.get('class') ?? ''
  if (tag === 'blockquote') return attributes.get('type') === 'cite' || /\bgmail_quote\b/.test(names)
  return /\b(?:moz-cite-prefix|gmail_attr|yahoo_quoted)\b/.test(names) || attributes.get('id') === 'divRplyFwdMsg'
}
