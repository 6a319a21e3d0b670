import type { Member } from '../container.ts'
import { fromFragment } from '../from-fragment.ts'

/** An entry of a feed, as it stands there. */
export interface Entry {
  readonly id: string | null
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: string | null
  readonly authors: readonly string[]
  /** Who published it first, where the feed collects from others. */
  readonly publisher: string | null
  readonly content: string
  readonly isHtml: boolean
}

/** What a feed says of all its entries. */
export interface FeedFacts {
  readonly title: string | null
  readonly language: string | null
}

/** An entry as a report. */
export function memberOfEntry(entry: Entry, feed: FeedFacts, number: number, notes: readonly string[]): Member {
  const { id, title, url, published, language, authors, publisher, content, isHtml } = entry
  return {
    at: `:${number}`,
    format: isHtml ? 'fragment' : 'text',
    content: Buffer.from(content.toWellFormed()),
    known: {
      sourceId: id ?? url,
      title: plain(title),
      url,
      published,
      language: language ?? feed.language,
      authors,
      publisher: plain(publisher ?? feed.title),
    },
    notes,
  }
}

/** Titles come with the tags and entities of HTML, or without. */
function plain(title: string | null): string | null {
  if (title === null) return null
  return (/[<&]/.test(title) ? fromFragment(title).report.text : title).replace(/\s+/g, ' ').trim() || null
}
