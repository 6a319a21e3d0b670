import type { Around, PieceMeaning, TimeMatch, TimeRule, TimesAnswers } from '../../document/answers/times.ts'
import type { TimeShape } from '../../document/time-shape.ts'
import { loadTable } from '../../resource/table.ts'
import { CLOCK_RULES } from './times/clock.ts'
import { DATE_RULES } from './times/dates.ts'
import { JOINING_RULES } from './times/joining.ts'
import { LENGTH_RULES } from './times/lengths.ts'
import { RELATIVE_RULES } from './times/relative.ts'
import { SHADING_RULES } from './times/shading.ts'
import { tenseAt } from './times/tense.ts'

const at = (name: string) => new URL(`./times/${name}.tsv`, import.meta.url)

/** English words and rules of time, from `times/`. */
export function loadTimesAnswers(): TimesAnswers {
  const lexicon = new Map<string, PieceMeaning[]>()
  for (const { category, word, value, written } of loadTable(at('words'), ['category', 'word', 'value', 'written'])) {
    const meaning = { category, value, capital: written === 'capital' }
    const meanings = lexicon.get(word)
    if (meanings) meanings.push(meaning)
    else lexicon.set(word, [meaning])
  }
  return {
    lexicon,
    layers: [[...DATE_RULES, ...holidayRules(), ...RELATIVE_RULES, ...LENGTH_RULES, ...CLOCK_RULES], JOINING_RULES, SHADING_RULES],
    combine,
    rulesOut,
    tenseAt,
  }
}

/** One rule a named day; it begins with a capital. */
function holidayRules(): TimeRule[] {
  return loadTable(at('holidays'), ['name', 'days']).map(({ name, days }) => ({
    name: 'named-holiday',
    says: 'A day that has a name, with or without its year.',
    pattern: `${(name.match(/[a-z]+|[^a-z\s]/g) ?? []).map(w => `"${w}"`).join(' ')} year?`,
    make: m => {
      if (!m.piece(`"${/^[a-z]+/.exec(name)?.[0]}"`).capital || isPartOfName(m)) return null
      return { type: 'date', holiday: days, ...(m.has('year') ? { year: m.number('year') } : {}) }
    },
  }))
}

/** "Operation Ramadan", "the Easter Rising". */
function isPartOfName(m: TimeMatch): boolean {
  const [before, after] = [m.before(1), m.after(1)]
  return [before, after].some(p => p?.capital === true && !p.opens && p.meanings.length === 0 && /^[a-z]/.test(p.lower))
}

/** (20, 4) → 24, (2, 100) → 200, (19, 96) → 1996. */
function combine(left: number, right: number): number | null {
  if (left >= 20 && left < 100 && left % 10 === 0 && right > 0 && right < 10) return left + right
  if ((right === 100 || right === 1000) && left > 0 && left < right) return left * right
  if (left >= 100 && left % 100 === 0 && left < 1000 && right > 0 && right < 100) return left + right
  if (left >= 1000 && left % 1000 === 0 && right > 0 && right < 100) return left + right
  if (left >= 13 && left <= 20 && right >= 10 && right < 100) return left * 100 + right
  if (left >= 1300 && left < 2100 && left % 100 >= 20 && left % 10 === 0 && right > 0 && right < 10) return left + right
  return null
}

function rulesOut(shape: TimeShape, around: Around): boolean {
  const after = around.after(1)
  // "the first-quarter final", "a 24-hour news channel": lengths and quarters stay; but a currency sign or a per cent makes a count of anything.
  return after?.lower === '%' && shape.type !== 'duration'
}
