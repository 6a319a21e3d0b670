import { ownCopy } from '../util/own-copy.ts'
import { fillKnowledge, type Knowledge } from './knowledge.ts'
import type { Tokens } from './tokens.ts'
import { describe, WIDTH } from './word-features.ts'

/** Forms that are remembered, each at one place only: a form that comes to the place of another takes it. */
const SLOTS = 8192
/** Longer forms seldom come again; they are pieces of the text and must not be kept beyond it. */
export const LONGEST_FORM = 40

/**
 * What is known of forms that come again, so that it is looked up once and all words of a form share its strings. It depends on nothing but
 * the form, so what was read before changes no result.
 */
export interface WordForms {
  readonly knowledge: Knowledge
  readonly forms: string[]
  readonly lowers: string[]
  readonly rows: Int32Array
}

/** Remembers nothing yet. */
export function createWordForms(knowledge: Knowledge): WordForms {
  return { knowledge, forms: Array(SLOTS).fill(''), lowers: Array(SLOTS).fill(''), rows: new Int32Array(SLOTS * WIDTH) }
}

/** Words of a paragraph: as written, in small letters, and WIDTH numbers each. */
export interface DescribedWords {
  readonly forms: string[]
  readonly lowers: string[]
  readonly info: Int32Array
}

/** Describes words `[first, end)`. */
export function describeForms(text: string, tokens: Tokens, first: number, end: number, known: WordForms): DescribedWords {
  const out: DescribedWords = { forms: [], lowers: [], info: new Int32Array((end - first) * WIDTH) }
  for (let i = first; i < end; i++) {
    const form = tokens.forms.size > 0 ? tokens.forms.get(i) : undefined
    if (form === undefined) take(text, tokens.starts[i] as number, tokens.ends[i] as number, known, out)
    else take(form, 0, form.length, known, out)
  }
  return out
}

function take(text: string, start: number, end: number, known: WordForms, { forms, lowers, info }: DescribedWords): void {
  const base = forms.length * WIDTH
  if (end - start > LONGEST_FORM) {
    const form = text.slice(start, end)
    forms.push(form)
    lowers.push(form.toLowerCase())
    fill(form, known.knowledge, info, base)
    return
  }
  const slot = findSlot(text, start, end, known)
  forms.push(known.forms[slot] as string)
  lowers.push(known.lowers[slot] as string)
  for (let k = 0, from = slot * WIDTH; k < WIDTH; k++) info[base + k] = known.rows[from + k] as number
}

/** Where the form of a word stands; it is put there where it was not. */
function findSlot(text: string, start: number, end: number, known: WordForms): number {
  let hash = end - start
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  if (isForm(known.forms[slot] as string, text, start, end)) return slot
  const form = ownCopy(text.slice(start, end))
  known.forms[slot] = form
  const lower = form.toLowerCase()
  known.lowers[slot] = lower === form ? form : ownCopy(lower)
  known.rows.fill(0, slot * WIDTH, (slot + 1) * WIDTH)
  fill(form, known.knowledge, known.rows, slot * WIDTH)
  return slot
}

function isForm(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false
  for (let i = start, k = 0; i < end; i++, k++) if (text.charCodeAt(i) !== form.charCodeAt(k)) return false
  return true
}

function fill(form: string, knowledge: Knowledge, out: Int32Array, base: number): void {
  describe(form, 0, form.length, out, base)
  fillKnowledge(form, out, base, knowledge)
}
