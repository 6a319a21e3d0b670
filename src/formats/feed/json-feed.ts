import { GriotError } from '../../util/error.ts'
import type { Member, Refusal } from '../container.ts'
import { splitJson } from '../records/split-json.ts'
import { type FeedFacts, memberOfEntry } from './entry.ts'

/** The entries of a JSON Feed (versions 1 and 1.1; UTF-8). */
export async function* readJsonFeed(
  chunks: AsyncIterable<Buffer>,
  name: string,
  notes: readonly string[],
): AsyncGenerator<Member | Refusal> {
  let feed: FeedFacts | null = null
  for await (const { number, bytes, envelope } of splitJson(chunks, name)) {
    feed ??= factsOf(parse(envelope ?? ''))
    const item = parse(Buffer.from(bytes).toString())
    if (item === null) {
      yield {
        at: `:${number}`,
        error: new GriotError('line-not-json', `${name}:${number} is not JSON`, { hint: 'Mend this entry of the feed' }),
      }
      continue
    }
    const html = string(item, 'content_html')
    const authors = [item.authors, item.author].flat().flatMap(author => string(author, 'name') ?? [])
    const entry = {
      id: string(item, 'id'),
      title: string(item, 'title'),
      url: string(item, 'url') ?? string(item, 'external_url'),
      published: string(item, 'date_published') ?? string(item, 'date_modified'),
      language: string(item, 'language'),
      authors,
      publisher: null,
      content: html ?? string(item, 'content_text') ?? string(item, 'summary') ?? '',
      isHtml: html !== null,
    }
    yield memberOfEntry(entry, feed, number, notes)
  }
}

function factsOf(envelope: Record<string, unknown> | null): FeedFacts {
  return { title: string(envelope, 'title'), language: string(envelope, 'language') }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function string(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
  const found = (value as Record<string, unknown>)[key]
  if (typeof found === 'number') return String(found)
  return typeof found === 'string' && found.trim() !== '' ? found : null
}
