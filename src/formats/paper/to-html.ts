import { readFileSync } from 'node:fs'
import { formatDocument } from '../html-page/document.ts'
import { escapeHtml } from '../html-page/escape.ts'
import type { Block, Note, Paper, Run, Table } from './paper.ts'
import { drawingToSvg } from './to-svg.ts'

/** A paper as a page that needs no other file and no network. */
export function paperToHtml({ language, title, head, blocks, notesTitle, notes }: Paper): string {
  const style = readFileSync(new URL('paper.css', import.meta.url), 'utf8')
  const body = `<header><h1 dir="auto">${escapeHtml(title)}</h1>
<p class="head">${escapeHtml(head)}</p></header>
<main>
${groupSentences(blocks).join('\n')}
${notes.length > 0 ? `<h2 id="notes">${escapeHtml(notesTitle)}</h2>\n<ol class="notes">\n${notes.map(formatNote).join('\n')}\n</ol>` : ''}
</main>`
  return formatDocument({ title, style, script: null, body, language })
}

/** Sentences that follow each other are one list. */
function groupSentences(blocks: readonly Block[]): string[] {
  return blocks.map((block, i) => {
    if (block.kind !== 'sentence') return formatBlock(block)
    const opens = blocks[i - 1]?.kind === 'sentence' ? '' : '<ul>\n'
    const closes = blocks[i + 1]?.kind === 'sentence' ? '' : '\n</ul>'
    return `${opens}<li>${block.runs.map(formatRun).join('')}</li>${closes}`
  })
}

function formatBlock(block: Exclude<Block, { kind: 'sentence' }>): string {
  if (block.kind === 'heading') return `<h2 id="${escapeHtml(block.id)}">${escapeHtml(block.text)}</h2>`
  if (block.kind === 'remark') return `<p class="remark">${escapeHtml(block.text)}</p>`
  if (block.kind === 'table') return formatTable(block)
  return `<figure><figcaption>${escapeHtml(block.drawing.caption)}</figcaption>${drawingToSvg(block.drawing)}</figure>`
}

function formatTable({ head, rows }: Table): string {
  const top = head.map(text => `<th scope="col">${escapeHtml(text)}</th>`).join('')
  const body = rows.map(cells => `<tr>${cells.map(runs => `<td>${runs.map(formatRun).join('')}</td>`).join('')}</tr>`)
  return `<div class="table"><table>\n<thead><tr>${top}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`
}

function formatRun({ text, notes, isLead }: Run): string {
  const marks = notes.map(number => `<a href="#note-${number}">${number}</a>`).join('<span> </span>')
  const words = isLead ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text)
  return `${words}${marks && `<sup>${marks}</sup>`}`
}

function formatNote({ number, records, source, url, quote }: Note): string {
  const name = escapeHtml(source)
  const link = url !== null && /^https?:\/\//i.test(url) ? `<a href="${escapeHtml(url)}" rel="noreferrer">${name}</a>` : name
  return `<li id="note-${number}"><q dir="auto">${escapeHtml(quote.replace(/\s+/g, ' ').trim())}</q> ${link} ${records.map(record => `<code>${escapeHtml(record)}</code>`).join(' ')}</li>`
}
