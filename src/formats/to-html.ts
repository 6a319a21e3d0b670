import { readFileSync } from 'node:fs'
import type { ReadingRecord } from '../record/reading.ts'
import { type CardContext, formatCard, formatEntity } from './html-page/cards.ts'
import { formatDocument } from './html-page/document.ts'
import { formatFilters, formatHeader, nameReport } from './html-page/head.ts'
import { formatMap } from './html-page/map.ts'
import { markText, type Paragraph } from './html-page/marked-text.ts'
import { formatTimeline } from './html-page/timeline.ts'
import type { Output, OutputOptions } from './output.ts'
import { listRecords, namesIn, type RecordView } from './view/record-view.ts'

/** Readings as pages, each of which needs no other file and no network. */
export function htmlOutput({ rules }: Pick<OutputOptions, 'rules'>): Output {
  const [style, script] = ['page.css', 'page.js'].map(file => readFileSync(new URL(`./html-page/${file}`, import.meta.url), 'utf8'))
  return {
    head: '',
    format: reading =>
      formatDocument({
        title: nameReport(reading.report),
        style: style as string,
        script: script as string,
        body: formatBody(reading, rules),
      }),
  }
}

function formatBody(reading: ReadingRecord, rules: OutputOptions['rules']): string {
  const { report, entities } = reading
  const context: CardContext = { text: report.text, names: namesIn(reading), rules }
  const records = listRecords(reading, context.names)
  const overview = formatTimeline(records, report.published) + formatMap(entities, records)
  const language = report.language === 'und' ? '' : ` lang="${report.language}"`
  return `${formatHeader(reading)}
${formatFilters(reading)}
<main>
${overview && `<section class="overview" aria-label="when and where">${overview}</section>`}
<article${language}>
${markText(report.text, records)
  .map(paragraph => formatRow(paragraph, context))
  .join('\n')}
</article>
${formatCast(reading, records, context)}
</main>
<footer>Made by Griot from the words of the report alone. A percentage says how sure a record is; “why?” behind a field shows the rule and the words that it rests on.</footer>`
}

function formatRow({ start, html, records, goesOn }: Paragraph, context: CardContext): string {
  const cards = records.map(view => formatCard(view, context)).join('\n')
  return `<section class="row${goesOn ? ' goes-on' : ''}"><p class="text" dir="auto" data-start="${start}">${html}</p>
${cards && `<div class="cards">${cards}</div>`}</section>`
}

/** The entities: those that records name first, the others behind a fold. */
function formatCast({ entities }: ReadingRecord, records: readonly RecordView[], context: CardContext): string {
  if (entities.length === 0) return ''
  const named = new Set(records.flatMap(({ record }) => Object.values(record).flat()))
  const cards = (which: boolean) =>
    entities
      .filter(entity => named.has(entity.id) === which)
      .map(entity => formatEntity(entity, context))
      .join('\n')
  const [first, others] = [cards(true), cards(false)]
  return `<h2>Who and where</h2>
<section class="cast">${first}</section>
${others && `<details class="more"><summary>Others that the report speaks of</summary><section class="cast">${others}</section></details>`}`
}
