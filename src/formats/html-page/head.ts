import type { ReadingRecord, ReportRecord } from '../../record/reading.ts'
import { KINDS, type Kind } from '../view/record-view.ts'
import { formatDays } from '../view/values.ts'
import { nameLanguage } from '../view/words.ts'
import { escapeHtml } from './escape.ts'
import { LETTER } from './marked-text.ts'

/** The title of a report, else the id that it came with, else its first words. */
export function nameReport({ title, sourceId, text }: ReportRecord): string {
  if (title ?? sourceId) return (title ?? sourceId) as string
  const line = text.slice(0, 1000).trim().split('\n', 1)[0] ?? ''
  return line.length > 90
    ? `${line
        .slice(0, 90)
        .replace(/\s+\S*$/, '')
        .toWellFormed()} …`
    : line || 'Empty report'
}

/** Title, where it is from, what was odd. */
export function formatHeader({ report }: ReadingRecord): string {
  const { publisher, authors, published, language, url, notes } = report
  const about = [publisher, authors.join(', '), published && formatDays(published), nameLanguage(language)].filter(part => part)
  const source = about.map(part => escapeHtml(part as string))
  if (url) source.push(/^https?:\/\//i.test(url) ? `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(url)}</a>` : escapeHtml(url))
  const odd = notes.map(note => `<li>${escapeHtml(note)}</li>`).join('')
  return `<header><h1 dir="auto">${escapeHtml(nameReport(report))}</h1>
<p class="source">${source.join(' · ')}</p>${odd && `<ul class="notes">${odd}</ul>`}</header>`
}

/** The kinds of record with their signs and counts; each can be left out of view. */
export function formatFilters(reading: ReadingRecord): string {
  const labels = (Object.keys(KINDS) as Kind[]).map(kind => {
    const [letter, count, { one, many }] = [LETTER[kind], reading[kind].length, KINDS[kind]]
    return `<label><input type="checkbox" id="show-${letter}" checked><i class="sign ${letter}"></i>${count} ${count === 1 ? one : many}</label>`
  })
  return `<nav class="filters" aria-label="kinds of record"><div>${labels.join('\n')}</div></nav>`
}
