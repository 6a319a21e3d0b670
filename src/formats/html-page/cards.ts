import type { EntityRecord } from '../../record/entity.ts'
import type { RecordList } from '../../record/references.ts'
import { type FieldView, listFields } from '../view/field-view.ts'
import { KINDS, type Names, type RecordView } from '../view/record-view.ts'
import { shorten } from '../view/shorten.ts'
import { spell } from '../view/words.ts'
import { escapeHtml, formatSpans, isRecordId } from './escape.ts'
import { LETTER } from './marked-text.ts'

/** What a card needs beside its record. */
export interface CardContext {
  readonly text: string
  readonly names: Names
  readonly rules: ReadonlyMap<string, string>
}

/** Fields that the head of a card, or the marks in the text, say already. */
const SAID: ReadonlySet<string> = new Set(['name', 'mentions', 'span'])

/** The card of a record: its head, and opened its fields, each with the words and the rule behind it. */
export function formatCard(view: RecordView, context: CardContext): string {
  const { kind, id, record, head, what, details, confidence, at, evidence } = view
  return `<details class="card ${LETTER[kind]}" id="${id}" data-at="${formatSpans(at)}" data-evidence="${formatSpans([evidence])}">
<summary><i class="sign ${LETTER[kind]}"></i><span class="head"><b>${escapeHtml(head || what)}</b>${head && what ? ` <span class="what">${escapeHtml(what)}</span>` : ''}</span>
<span class="kind"><span>${KINDS[kind].one} ${id}</span> ${formatSure(confidence)}</span>
${details.length > 0 ? `<span class="meta">${escapeHtml(details.join(' · '))}</span>` : ''}</summary>
${formatFields(kind, record, context)}
<p class="go"><a href="#at-${id}">Go to the words</a></p>
</details>`
}

/** The card of an entity, with every place where the report speaks of it. */
export function formatEntity(entity: EntityRecord, context: CardContext): string {
  const { id, kind, name, ref, sector, place, mentions, confidence } = entity
  const facts = [spell(kind), sector, ref?.country ?? place?.country, mentions.length === 1 ? '' : `${mentions.length} mentions`]
  return `<details class="card e" id="${id}" data-at="${formatSpans(mentions.map(m => m.span))}">
<summary><span class="head"><b>${escapeHtml(name)}</b></span>
<span class="kind">${id} ${formatSure(confidence)}</span>
<span class="meta">${escapeHtml(facts.filter(Boolean).join(' · '))}</span></summary>
${formatFields('entities', entity, context)}
</details>`
}

function formatSure(confidence: number): string {
  const percent = Math.round(confidence * 100)
  return `<span class="sure" title="how sure it is">${percent} %</span>`
}

function formatFields(list: RecordList, record: Parameters<typeof listFields>[1], { text, names, rules }: CardContext): string {
  const fields = listFields(list, record, names, text).filter(
    ({ field, text: value }) => value !== null && !SAID.has(field) && !isRepeated(field, record),
  )
  return `<div class="fields">${fields.map(field => formatField(field, text, rules)).join('')}</div>`
}

/** The list of places says no more than the place where it has but one. */
function isRepeated(field: string, record: object): boolean {
  return field === 'places' && (record as { places?: readonly string[] }).places?.length === 1
}

function formatField(field: FieldView, text: string, rules: ReadonlyMap<string, string>): string {
  const head = `<span class="label" title="${escapeHtml(field.says)}">${escapeHtml(field.label)}</span> <span class="value">${linkValue(field)}</span>`
  if (field.rule === null) return `<div class="field bare">${head}</div>`
  const quotes = field.spans.slice(0, 8).map(([start, end]) => `<q>${escapeHtml(shorten(text.slice(start, end), 160))}</q>`)
  return `<details class="field" data-at="${formatSpans(field.spans)}"><summary>${head}</summary>
<p class="why">${escapeHtml(rules.get(field.rule) ?? '')} ${quotes.join(' ')} <code>${escapeHtml(field.rule)}</code></p></details>`
}

/** What a field holds, linked to the cards of the records that it names. */
function linkValue({ text, refers }: FieldView): string {
  if (text === null) return ''
  const [only] = refers
  if (only === undefined || !refers.every(isRecordId)) return escapeHtml(text)
  if (refers.length === 1) return `<a href="#${only}">${escapeHtml(text)}</a>`
  const parts = text.split(', ')
  if (parts.length !== refers.length) return `${escapeHtml(text)} ${refers.map(id => `<a href="#${id}">${id}</a>`).join(' ')}`
  return parts.map((part, i) => `<a href="#${refers[i]}">${escapeHtml(part)}</a>`).join(', ')
}
