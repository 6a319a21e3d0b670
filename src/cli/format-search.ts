import type { Snippet } from '../library/asking/find-words.ts'
import type { Hit, SearchResult } from '../library/asking/search.ts'
import { shortId } from '../library/find-report.ts'
import type { Facet } from '../store/search.ts'
import { makePrintable, wrap } from '../util/display-width.ts'
import { countLine, formatRecordLine, foundJson } from './format-records.ts'
import type { Screen } from './screen.ts'

/** What a search found, as JSON for programs. */
export function searchJson({ total, isMore, hits, facets }: SearchResult) {
  return {
    total,
    isMore,
    hits: hits.map(({ report, snippet, records }) => ({ report, snippet, records: records.map(foundJson) })),
    facets,
  }
}

/** What a search found, for people. */
export function formatSearch({ total, isMore, hits, facets }: SearchResult, screen: Screen): string {
  if (hits.length === 0) return 'Nothing found.\n'
  const width = Math.max(40, Math.min(screen.width, 100))
  const paint = (code: string, text: string) => (screen.color ? `\u001B[${code}m${text}\u001B[0m` : text)
  const blocks = hits.map(hit => formatHit(hit, width, screen.color, paint))
  const counts = [
    ['publishers', facets.publishers],
    ['months', facets.months],
    ['events', facets.types],
    ['countries', facets.countries],
  ] as const
  const facetLines = counts.flatMap(([name, list]) => formatFacet(name, list, width))
  const count = isMore
    ? `${hits.length} of ${total} or more reports, the newest; more words narrow them.`
    : countLine(hits.length, total, 'reports')
  return `${blocks.join('\n')}\n${facetLines.join('')}${facetLines.length > 0 ? '\n' : ''}${count}\n`
}

type Paint = (code: string, text: string) => string

function formatHit({ report, snippet, records }: Hit, width: number, color: boolean, paint: Paint): string {
  const title = makePrintable(report.title ?? '(no title)')
  const about = [shortId(report.id), report.published?.value, report.publisher]
    .filter(Boolean)
    .map(each => makePrintable(String(each)))
    .join(' · ')
  return [
    ...wrap(title, width).map(span => paint('1', title.slice(...span))),
    paint('2', about),
    ...formatSnippet(snippet, width, color),
    ...records.flatMap(record => formatRecordLine(record, width, '  ')),
    '',
  ].join('\n')
}

/** The words that were searched for are bright on a terminal, and stand between asterisks elsewhere. */
function formatSnippet({ text, marks }: Snippet, width: number, color: boolean): string[] {
  const [on, off] = color ? ['\u0001', '\u0002'] : ['*', '*']
  let marked = ''
  let at = 0
  for (const [start, end] of marks) {
    if (start < at) continue
    marked += clean(text.slice(at, start)) + on + clean(text.slice(start, end)) + off
    at = end
  }
  marked += clean(text.slice(at))
  const line = marked.replace(/\s+/g, ' ').trim()
  return wrap(line, width - 2).map(
    span =>
      `  ${line
        .slice(...span)
        .replaceAll('\u0001', '\u001B[1;36m')
        .replaceAll('\u0002', '\u001B[0m')}`,
  )
}

/** Unlike `makePrintable` keeps spaces at the ends. */
function clean(text: string): string {
  return makePrintable(`|${text}|`).slice(1, -1)
}

function formatFacet(name: string, list: readonly Facet[], width: number): string[] {
  if (list.length < 2) return []
  const label = `${name} `.padEnd(12)
  const text = makePrintable(list.map(({ value, count }) => `${value} (${count})`).join(', '))
  const [first] = wrap(text, width - label.length - 1)
  const cut = first && first[1] < text.length
  return first ? [`${label}${text.slice(...first).replace(/,$/, '')}${cut ? ', …' : ''}\n`] : []
}
