import { loadTable } from '../../resource/table.ts'
import type { Evidence } from '../evidence.ts'

export type BriefLanguage = 'en' | 'fr'

/** Words, and what they rest on; words of a template rest on nothing. */
export interface Piece {
  readonly text: string
  readonly evidence: readonly Evidence[]
}

/** What is put into a template: words, or pieces with their evidence; null and undefined for nothing. */
export type Slot = string | readonly Piece[] | null | undefined
export type Slots = Readonly<Record<string, Slot>>

let templates: ReadonlyMap<string, Readonly<Record<BriefLanguage, string>>> | null = null

/** The template with this name; "" where there is none. */
function findTemplate(name: string, language: BriefLanguage): string {
  templates ??= new Map(loadTable(new URL('templates.tsv', import.meta.url), ['name', 'en', 'fr']).map(row => [row.name, row]))
  return templates.get(name)?.[language] ?? ''
}

/** The words for a code: `word("act.deny", "fr")`; the part behind the last dot where there are none. */
export function word(name: string, language: BriefLanguage): string {
  return findTemplate(name, language) || (name.split('.').at(-1) ?? name).replaceAll('-', ' ')
}

/** Fills a template. What stands in brackets is left out where a slot of it has nothing. */
export function fill(name: string, language: BriefLanguage, slots: Slots): Piece[] {
  const template = findTemplate(name, language)
  if (template === '') throw new Error(`There is no template "${name}"`)
  const parts = template.split(/\[([^\]]*)\]/)
  const pieces = parts.flatMap((part, i) => {
    const isOptional = i % 2 === 1
    const names = [...part.matchAll(/\{(\w+)\}/g)].map(match => match[1] as string)
    if (isOptional && names.some(each => isEmpty(slots[each]))) return []
    return fillPart(part, slots)
  })
  return join(pieces)
}

function fillPart(part: string, slots: Slots): Piece[] {
  return part.split(/\{(\w+)\}/).flatMap((text, i): readonly Piece[] => {
    if (i % 2 === 0) return [{ text, evidence: [] }]
    const slot = slots[text]
    return typeof slot === 'string' ? [{ text: slot, evidence: [] }] : (slot ?? [])
  })
}

function isEmpty(slot: Slot): boolean {
  return slot === null || slot === undefined || slot.length === 0
}

/** Neighbours that rest on nothing become one. */
function join(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (piece.text === '' && piece.evidence.length === 0) continue
    if (last && last.evidence.length === 0) out[out.length - 1] = { text: last.text + piece.text, evidence: piece.evidence }
    else out.push(piece)
  }
  return out
}

/** Pieces as text. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(piece => piece.text).join('')
}

/** Lists of pieces, one behind the other, with a comma between. */
export function list(items: readonly (readonly Piece[])[], between = ', '): Piece[] {
  return items.flatMap((item, i) => (i === 0 ? item : [{ text: between, evidence: [] }, ...item]))
}
