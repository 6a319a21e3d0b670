import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadingRecord } from '../record/reading.ts'
import type { Span } from '../record/span.ts'
import { loadTable } from '../resource/table.ts'
import { loadReader } from './reader.ts'

/** What a case file expects of a text, by kind of record: a line as a person would note it. */
const shown = {
  statements: (r: ReadingRecord) =>
    r.statements.map(s => [nameOf(r, s.speaker), words(r, s.cue), s.act, s.form, s.content.map(c => words(r, c)).join(' ## ')].join(' | ')),
  figures: (r: ReadingRecord) =>
    r.figures.map(f =>
      [
        words(r, f.span),
        f.measure,
        f.value?.quantifier ?? `x${f.change && 'factor' in f.change ? f.change.factor : ''}`,
        f.unit,
        f.population ?? '-',
      ].join(' | '),
    ),
  'figure-fields': (r: ReadingRecord) => r.figures.map(f => [words(r, f.span), ...fieldsOf(r, f)].join(' | ')),
  positions: (r: ReadingRecord) => r.positions.map(p => [nameOf(r, p.holder), p.title, nameOf(r, p.of), p.status].join(' | ')),
  /** Who is told of by more than one wording: the wordings of each, once. */
  entities: (r: ReadingRecord) =>
    r.entities
      .map(e => [...new Set([...e.mentions].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]).map(m => words(r, m.span)))])
      .filter(wordings => wordings.length > 1)
      .map(wordings => wordings.join(' = ')),
} as const

/** The fields of a figure that are filled, "name value". */
function fieldsOf(r: ReadingRecord, f: ReadingRecord['figures'][number]): string[] {
  const names = (['place', 'origin', 'destination', 'source'] as const).flatMap(field =>
    f[field] ? [`${field} ${nameOf(r, f[field])}`] : [],
  )
  const days = (['time', 'asOf'] as const).flatMap(field => (f[field] ? [`${field} ${f[field]?.start ?? ''}..${f[field]?.end ?? ''}`] : []))
  const others = (['partOf', 'same'] as const).flatMap(field => {
    const other = r.figures.find(({ id }) => id === f[field])
    return other ? [`${field} ${words(r, other.span)}`] : []
  })
  return [...(f.kind ? [f.kind] : []), ...(f.per ? [`per ${f.per}`] : []), ...names, ...days, ...others]
}

function nameOf(r: ReadingRecord, id: string | null): string {
  return r.entities.find(e => e.id === id)?.name ?? '-'
}

function words(r: ReadingRecord, span: Span | readonly Span[] | null): string {
  if (span === null) return '-'
  const list = typeof span[0] === 'number' ? [span as Span] : (span as readonly Span[])
  return list.map(s => r.report.text.slice(...s)).join(' ')
}

const reader = await loadReader()

for (const kind of ['statements', 'figures', 'figure-fields', 'positions', 'entities'] as const) {
  const file = new URL(`../lang/en/cases/${kind}.cases.tsv`, import.meta.url)
  for (const row of loadTable(file, ['text', kind])) {
    test(`${kind}, line ${row.line}: ${row.text}`, async () => {
      const reading = await reader.read({ text: row.text, language: 'en', published: '2024-03-15' })
      assert.equal(shown[kind](reading).join(' ;; ') || 'none', row[kind])
    })
  }
}
