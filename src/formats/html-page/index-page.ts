import { readFileSync } from 'node:fs'
import type { ReadingRecord } from '../../record/reading.ts'
import { KINDS, type Kind } from '../view/record-view.ts'
import { formatDays } from '../view/values.ts'
import { formatDocument } from './document.ts'
import { escapeHtml } from './escape.ts'
import { nameReport } from './head.ts'

/** The list of many pages, written as their reports are read. */
export interface Index {
  readonly head: string
  /** Names the page of a reading, and gives its entry in the list. */
  add(reading: ReadingRecord): { readonly name: string; readonly item: string }
  foot(): string
}

const STYLE = readFileSync(new URL('./page.css', import.meta.url), 'utf8') + readFileSync(new URL('./index.css', import.meta.url), 'utf8')

export function createIndex(): Index {
  let count = 0
  const [head = '', foot = ''] = formatDocument({
    title: 'Reports',
    style: STYLE,
    script: null,
    body: '<main><h1>Reports</h1>\n<ol class="index">\n\u0000</ol></main>',
  }).split('\u0000')
  return {
    head,
    add(reading) {
      const title = nameReport(reading.report)
      const name = `${String(++count).padStart(4, '0')}${slug(title)}.html`
      const { publisher, published } = reading.report
      const about = [publisher, published && formatDays(published)].filter(Boolean).join(' · ')
      const counts = (Object.keys(KINDS) as Kind[]).map(
        kind => `${reading[kind].length} ${reading[kind].length === 1 ? KINDS[kind].one : KINDS[kind].many}`,
      )
      return {
        name,
        item: `<li><a href="${name}">${escapeHtml(title)}</a>${about ? `<span class="source">${escapeHtml(about)}</span>` : ''}<span class="counts">${counts.join(' · ')}</span></li>\n`,
      }
    },
    foot: () => foot,
  }
}

/** The plain letters of a title, for a file name on every system. */
function slug(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const short = words.slice(0, 8).join('-').slice(0, 60)
  return short && `-${short}`
}
