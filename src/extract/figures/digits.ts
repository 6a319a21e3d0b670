import type { DigitForm } from '../../document/answers/figures.ts'
import type { Word } from '../../document/layers.ts'

const LONGEST = 20
const BEGINNING = /^[+~]?\d/

/** Digits as a number, or null: "6,300" → 6300, "1.5" → 1.5. Anything glued to letters is no number. */
export function parseDigits(form: string, { decimal, groups }: DigitForm): number | null {
  // Most words are none, and every word is asked.
  if (form.length > LONGEST || !BEGINNING.test(form)) return null
  const at = form.indexOf(decimal)
  const [whole, rest] = at < 0 ? [form, ''] : [form.slice(0, at), form.slice(at + 1)]
  if (at >= 0 && !isDigits(rest)) return null
  let digits = ''
  const parts = split(whole.replace(/^[+~]/, ''), groups)
  for (const [i, part] of parts.entries()) {
    if (!isDigits(part) || (i > 0 && part.length !== 3) || (i === 0 && parts.length > 1 && part.length > 3)) return null
    digits += part
  }
  return Number(at < 0 ? digits : `${digits}.${rest}`)
}

function split(whole: string, groups: readonly string[]): string[] {
  let parts = [whole]
  for (const mark of groups) parts = parts.flatMap(part => part.split(mark))
  return parts
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text)
}

/**
 * The number that digits at a word make, and the word behind it. Groups of three may stand as words of their own, after a space ("3 200")
 * or, where nothing else is meant, after a comma and a space ("61, 000").
 */
export function digitsAt(words: readonly Word[], i: number, form: DigitForm): { readonly value: number; readonly end: number } | null {
  const word = words[i] as Word
  const value = parseDigits(word.form, form)
  if (value === null) return null
  let total = value
  let end = i + 1
  if (/^[1-9]\d{0,2}$/.test(word.form))
    for (let steps = 0; steps < 3; steps++) {
      const next = groupAt(words, end, form)
      if (next === null) break
      total = total * 1000 + Number((words[next] as Word).form)
      end = next + 1
    }
  return { value: total, end }
}

function groupAt(words: readonly Word[], at: number, { groups }: DigitForm): number | null {
  const before = words[at - 1] as Word
  const next = words[at]
  if (!next || next.start !== before.end + (groups.includes(next.form) ? 0 : 1)) return null
  if (/^\d{3}$/.test(next.form)) return next.sentence === before.sentence ? at : null
  const zeros = words[at + 1]
  return groups.includes(next.form) && zeros?.form === '000' && zeros.start === next.end + 1 ? at + 1 : null
}
