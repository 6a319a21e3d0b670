import type { FigureAnswers } from '../../document/answers/figures.ts'
import type { Language } from '../../document/language.ts'
import type { TimeMention, Word } from '../../document/layers.ts'
import { readsAs } from '../../document/phrase.ts'
import type { FigureValue, Quantifier } from '../../record/figure.ts'
import { digitsAt, parseDigits } from './digits.ts'
import { readShare } from './shares.ts'

/** A number as written: words `[first, end)` with its quantifier words around it. */
export interface NumberExpression {
  readonly first: number
  readonly end: number
  /** The word that stands for the number in the tree. */
  readonly head: number
  readonly value: FigureValue
  /** ISO 4217 code, "percent", or null. */
  readonly money: string | null
  readonly percent: boolean
  /** Words of the quantifier, for the evidence. */
  readonly quantifierWords: readonly number[]
}

interface Amount {
  readonly end: number
  readonly best: number | null
  readonly low: number
  readonly high: number
}

/** All numbers of a report that are not part of a time expression, in reading order. */
export function findNumbers(words: readonly Word[], times: readonly TimeMention[], language: Language): NumberExpression[] {
  const out: NumberExpression[] = []
  const taken = new Uint8Array(words.length)
  for (const t of times) if (t.time.type !== 'duration' || t.time.start) taken.fill(1, t.first, t.end)
  for (let i = 0; i < words.length; i++) {
    if (taken[i] || !mayCount(words[i] as Word, language.figures)) continue
    const found = shareAt(words, i, language) ?? numberAt(words, i, language.figures, taken)
    if (!found) continue
    out.push(found)
    i = found.end - 1
  }
  return out
}

/** Most words are no numbers, and every word is asked. */
function mayCount({ form, lower }: Word, { numbers, one }: FigureAnswers): boolean {
  if (numbers.has(lower) || one.has(lower)) return true
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) return true
  }
  return false
}

/** "a third of the dead": a number of hundredths. */
function shareAt(words: readonly Word[], i: number, language: Language): NumberExpression | null {
  const share = readShare(words, i, language)
  if (!share) return null
  const before = quantifierBefore(words, i, language.figures)
  const amount: Amount = { end: share.end, best: share.percent, low: 0, high: 0 }
  return {
    first: i,
    end: share.end,
    head: headWord(words, i, share.end),
    value: figureValue(before?.quantifier ?? 'exact', amount, null),
    money: null,
    percent: true,
    quantifierWords: before?.words ?? [],
  }
}

function numberAt(words: readonly Word[], i: number, answers: FigureAnswers, taken: Uint8Array): NumberExpression | null {
  const amount = readAmount(words, i, answers, taken)
  if (!amount) return null
  const second = rangeEnd(words, i, amount, answers, taken)
  const percent = percentEnd(words, second?.end ?? amount.end, answers)
  const end = percent ?? second?.end ?? amount.end
  const before = quantifierBefore(words, i, answers)
  const after = quantifierAfter(words, end, answers)
  const quantifier: Quantifier = second ? 'between' : amount.best === null ? 'vague' : (after?.quantifier ?? before?.quantifier ?? 'exact')
  const money = currencyOf(words, i, end, answers)
  return {
    first: i,
    end,
    head: headWord(words, i, end),
    value: figureValue(quantifier, amount, second),
    money,
    percent: percent !== null,
    quantifierWords: [...(before?.words ?? []), ...(after?.words ?? [])],
  }
}

function figureValue(quantifier: Quantifier, amount: Amount, second: Amount | null): FigureValue {
  if (second) return { low: amount.best, best: null, high: second.best, quantifier: 'between' }
  const n = amount.best
  if (n === null) return { low: amount.low, best: null, high: amount.high, quantifier: 'vague' }
  if (quantifier === 'at-least') return { low: n, best: n, high: null, quantifier }
  if (quantifier === 'at-most') return { low: null, best: n, high: n, quantifier }
  if (quantifier === 'about') return { low: null, best: n, high: null, quantifier }
  return { low: n, best: n, high: n, quantifier: 'exact' }
}

/** Reads one amount: digits with scales, number words, or a vague word ("tens of thousands"). */
function readAmount(words: readonly Word[], i: number, answers: FigureAnswers, taken: Uint8Array): Amount | null {
  const word = words[i]
  if (!word) return null
  const sameSentence = (k: number) => words[k]?.sentence === word.sentence && !taken[k]
  const start = answers.numbers.get(word.lower)
  if (start?.kind === 'share' || (answers.one.has(word.lower) && answers.no.has(words[i - 1]?.lower ?? ''))) return null
  if (start?.kind === 'vague') {
    let { low, high } = start
    let end = i + 1
    const next = sameSentence(end + 1) ? answers.numbers.get((words[end + 1] as Word).lower) : undefined
    if (words[end]?.lower === answers.of && next?.kind === 'vague' && next.low > low) {
      const factor = low < 100 ? 10 : 100
      const unit = next.low >= 2000000 ? 1000000 : 1000
      low = 2 * factor * unit
      high = 10 * factor * unit - 1
      if (factor === 100) [low, high] = [200 * unit, 1000 * unit - 1]
      end += 2
    } else if (low === 20) return null
    if (word.lower === answers.few && !answers.one.has(words[i - 1]?.lower ?? '')) return null
    return { end, best: null, low, high }
  }
  let total = 0
  let current: number | null = null
  let k = i
  const digits = digitsAt(words, i, answers.digits) ?? gluedAt(word, i, answers)
  if (digits !== null) {
    current = digits.value
    k = digits.end
  } else if (start?.kind === 'part') {
    const next = words[i + 1]?.upos === 'DET' ? i + 2 : i + 1
    const scale = sameSentence(next) ? answers.numbers.get((words[next] as Word).lower) : undefined
    if (scale?.kind !== 'scale') return null
    return { end: next + 1, best: start.value * scale.value, low: 0, high: 0 }
  } else if (start?.kind === 'scale') {
    // "a hundred", "dozen": the article in front counts one; plural scales are vague and handled above.
    if (word.lower.length < 3 || !answers.one.has(words[i - 1]?.lower ?? '')) return null
    current = 1
  } else if (!start) return null
  for (; k < words.length && k - i < 12 && sameSentence(k); k++) {
    const next = words[k] as Word
    const known = answers.numbers.get(next.lower)
    if (known?.kind === 'scale' && current !== null) {
      if (known.value === 100 || known.value === 12) current *= known.value
      else {
        total += current * known.value
        current = null
      }
      if (digits !== null && current === null) {
        k++
        break
      }
    } else if (digits === null && (known?.kind === 'unit' || known?.kind === 'ten')) {
      if (current !== null && current % 100 !== 0 && !(current % 10 === 0 && known.value < 10 && current % 100 >= 20)) break
      current = (current ?? 0) + known.value
    } else if (digits === null && k > i && (next.form === '-' || answers.range.middle.has(next.lower)) && joins(words, k, answers)) continue
    else break
  }
  if (k === i) return null
  return { end: k, best: total + (current ?? 0), low: 0, high: 0 }
}

/** "US$3", "€20m": digits with a currency in front or a scale behind in one word. */
function gluedAt({ form }: Word, i: number, answers: FigureAnswers): { readonly value: number; readonly end: number } | null {
  const parts = form.length > 24 ? null : /^([^\d]{0,4})(\d[\d.,]*)([a-z]{0,2})$/i.exec(form)
  const [, sign = '', core = '', suffix = ''] = parts ?? []
  const value = core && (sign || suffix) ? parseDigits(core, answers.digits) : null
  const scale = suffix ? answers.numbers.get(suffix.toLowerCase()) : undefined
  if (value === null || (sign && !answers.currencies.has(sign.toLowerCase())) || (suffix && scale?.kind !== 'scale')) return null
  return { value: value * (scale?.value ?? 1), end: i + 1 }
}

/** "twenty-five", "two hundred and fifty": the joint has a number word on both sides, the left one a ten, a hundred or more. */
function joins(words: readonly Word[], k: number, answers: FigureAnswers): boolean {
  const left = answers.numbers.get(words[k - 1]?.lower ?? '')
  const right = answers.numbers.get(words[k + 1]?.lower ?? '')
  if (!left || !right || (right.kind !== 'unit' && right.kind !== 'ten')) return false
  return words[k]?.form === '-' ? left.kind === 'ten' : left.kind === 'scale'
}

function rangeEnd(words: readonly Word[], first: number, amount: Amount, answers: FigureAnswers, taken: Uint8Array): Amount | null {
  if (amount.best === null || !answers.range.middle.has(words[amount.end]?.lower ?? '') || taken[amount.end + 1]) return null
  const second = readAmount(words, amount.end + 1, answers, taken)
  if (!second || second.best === null) return null
  const opening = words[first - 1]?.lower ?? ''
  const middle = words[amount.end]?.lower ?? ''
  // "and" joins two numbers unless "between" opened them; "from 10 to 20" tells a change as often as a range.
  if (answers.range.and.has(middle) && !answers.range.between.has(opening)) return null
  if (answers.range.from.has(opening)) return null
  if (second.best <= amount.best) {
    // "2 to 3 million": the scale belongs to both.
    const scale = answers.numbers.get(words[second.end - 1]?.lower ?? '')
    if (scale?.kind !== 'scale' || amount.best * scale.value >= second.best) return null
    return { ...second, low: amount.best * scale.value }
  }
  const scale = answers.numbers.get(words[second.end - 1]?.lower ?? '')
  return scale?.kind === 'scale' && amount.best < scale.value && second.end - amount.end > 2 && amount.end - first === 1
    ? { ...second, low: amount.best * scale.value }
    : second
}

interface Found {
  readonly quantifier: Quantifier
  readonly words: readonly number[]
}

function quantifierBefore(words: readonly Word[], first: number, answers: FigureAnswers): Found | null {
  let end = first
  const isBetween = ({ lower }: Word) => answers.articles.has(lower) || answers.currencies.has(lower)
  while (end > 0 && isBetween(words[end - 1] as Word)) end--
  for (const stop of [first, end])
    for (const q of answers.quantifiers) {
      if (q.after) continue
      const start = stop - q.words.length
      if (start >= 0 && readsAs(words, start, q.words) && words[start]?.sentence === words[first]?.sentence)
        return { quantifier: q.quantifier, words: q.words.map((_, k) => start + k) }
    }
  return null
}

function quantifierAfter(words: readonly Word[], end: number, answers: FigureAnswers): Found | null {
  for (const q of answers.quantifiers)
    if (q.after && readsAs(words, end, q.words)) return { quantifier: q.quantifier, words: q.words.map((_, k) => end + k) }
  return null
}

function currencyOf(words: readonly Word[], first: number, end: number, answers: FigureAnswers): string | null {
  const sign = /^[^\d]{1,4}(?=\d)/.exec((words[first] as Word).lower)
  const glued = sign && answers.currencies.get(sign[0])
  if (glued) return glued
  const before = words[first - 1]
  const after = words[end]
  // "C$35 million" in two words.
  const letters = words[first - 2]
  const joined = before && letters?.end === before.start ? answers.currencies.get(`${letters.lower}${before.lower}`) : undefined
  if (joined) return joined
  for (const w of [before, after]) {
    if (!w) continue
    const code = answers.currencies.get(w.lower) ?? answers.currencies.get(w.lemma.toLowerCase())
    if (code && (w !== before || !/^\p{L}{4,}$/u.test(w.lower))) return code
  }
  const further = words[end + 1]
  const pair = after && further ? answers.currencies.get(`${after.lower} ${further.lemma.toLowerCase()}`) : undefined
  if (pair) return pair
  return after && further && (after.upos === 'ADJ' || after.upos === 'PROPN')
    ? (answers.currencies.get(further.lemma.toLowerCase()) ?? null)
    : null
}

/** The word behind "per cent", or null. */
function percentEnd(words: readonly Word[], end: number, answers: FigureAnswers): number | null {
  const sign = answers.percent.find(p => readsAs(words, end, p))
  return sign ? end + sign.length : null
}

/** The word of the range that hangs outside it. */
function headWord(words: readonly Word[], first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) {
    const head = (words[i] as Word).head
    if (head < first || head >= end) return i
  }
  return end - 1
}
