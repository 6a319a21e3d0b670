import type { Block, Note, Paper, Run, Table } from './paper.ts'

/** A paper as Markdown with footnotes; drawings are left to formats that can hold them. */
export function paperToMarkdown({ title, head, blocks, notesTitle, notes }: Paper): string {
  const parts = [`# ${escapeMarkdown(title)}`, escapeMarkdown(head), ...blocks.flatMap(formatBlock)]
  if (notes.length > 0) parts.push(`## ${escapeMarkdown(notesTitle)}`, notes.map(formatNote).join('\n'))
  return `${parts.join('\n\n')}\n`.replace(/^(- .*)\n\n(?=- )/gm, '$1\n')
}

function formatBlock(block: Block): string[] {
  if (block.kind === 'heading') return [`## ${escapeMarkdown(block.text)}`]
  if (block.kind === 'sentence') return [`- ${formatRuns(block.runs)}`]
  if (block.kind === 'table') return [formatTable(block)]
  return block.kind === 'remark' ? [`*${escapeMarkdown(block.text)}*`] : []
}

function formatTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head.map(escapeMarkdown)), line(head.map(() => '---')), ...rows.map(cells => line(cells.map(formatRuns)))].join('\n')
}

/** Notes stand behind their words, and a stop after them. */
function formatRuns(runs: readonly Run[]): string {
  return runs.map(({ text, notes }) => escapeMarkdown(text) + notes.map(number => `[^${number}]`).join('')).join('')
}

function formatNote({ number, records, source, url, quote }: Note): string {
  const link = url !== null && /^https?:\/\/[^\s<>]+$/i.test(url) ? ` <${url}>` : ''
  return `[^${number}]: ${records.map(record => `\`${record}\``).join(' ')} ${escapeMarkdown(source)}: “${escapeMarkdown(quote.replace(/\s+/g, ' ').trim())}”${link}`
}

/** Words of a report never act as Markdown or HTML. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\s*\n\s*/g, ' ')
}
