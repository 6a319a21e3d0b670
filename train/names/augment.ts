import { BEGIN, KINDS, labelIn } from '../../src/annotate/names/labels.ts'
import { piecesOf } from '../../src/annotate/names/lists.ts'
import { nextFraction, nextInteger, type Random } from '../random.ts'
import type { BuiltLists } from './lists.ts'
import { OUTSIDE, type Sample } from './samples.ts'

/** Shares of the sentences that come a second time, changed. */
const SMALL = 0.08
const CAPITALS = 0.06
const TITLE = 0.1
const RENAMED = 0.5
const DATELINES = 600
/** Share of the longer organisations that come with their initials in brackets. */
const INTRODUCED = 0.25

/**
 * More sentences out of those there are: in small letters, in capitals, as headlines (so that a capital alone makes no name), with other people,
 * places and organisations from all over the world in the places of theirs, and with a dateline in front.
 */
export function augment(samples: readonly Sample[], lists: BuiltLists, random: Random): Sample[] {
  const out: Sample[] = []
  for (const sample of samples) {
    const p = nextFraction(random)
    if (p < SMALL) out.push(rewrite(sample, form => form.toLowerCase()))
    else if (p < SMALL + CAPITALS) out.push(rewrite(sample, form => form.toUpperCase()))
    else if (p < SMALL + CAPITALS + TITLE) out.push(rewrite(sample, raise))
    if (sample.allowed.some(mask => mask !== OUTSIDE) && nextFraction(random) < RENAMED) {
      const renamed = rename(sample, lists, random)
      if (renamed) out.push(renamed)
    }
  }
  for (let i = 0; i < DATELINES && samples.length > 0; i++) out.push(dateline(pick(samples, random), lists, random))
  return out
}

function rewrite(sample: Sample, write: (form: string) => string): Sample {
  return { ...sample, forms: sample.forms.map(write) }
}

const SMALL_IN_TITLES = /^(?:a|an|the|and|or|of|in|on|at|to|for|by|with|as|from|but|'s|’s|n't|n’t)$/

function raise(form: string): string {
  return SMALL_IN_TITLES.test(form) ? form : form.charAt(0).toUpperCase() + form.slice(1)
}

/** The sentence with other names for its people and places; null where it has none that are known for certain. */
function rename(sample: Sample, lists: BuiltLists, random: Random): Sample | null {
  const forms: string[] = []
  const allowed: number[] = []
  let changed = false
  for (let i = 0; i < sample.forms.length; ) {
    const length = nameAt(sample, i)
    const kind = length > 0 ? (31 - Math.clz32(sample.allowed[i] as number) - 1) >> 2 : -1
    const other = length > 0 ? otherName(KINDS[kind], sample.forms[i] as string, length, lists, random) : null
    if (other === null) {
      for (let k = 0; k < Math.max(1, length); k++) {
        forms.push(sample.forms[i + k] as string)
        allowed.push(sample.allowed[i + k] as number)
      }
    } else {
      changed = true
      pushName(other, kind, forms, allowed)
      const short = KINDS[kind] === 'ORG' && length > 2 && nextFraction(random) < INTRODUCED ? initials(other) : ''
      if (short.length > 2) {
        forms.push('(')
        allowed.push(OUTSIDE)
        pushName(short, kind, forms, allowed)
        forms.push(')')
        allowed.push(OUTSIDE)
      }
    }
    i += Math.max(1, length)
  }
  return changed ? { ...sample, forms, allowed: Int32Array.from(allowed) } : null
}

function pushName(name: string, kind: number, forms: string[], allowed: number[]): void {
  const words = split(name)
  for (const [k, word] of words.entries()) {
    forms.push(word)
    allowed.push(1 << labelIn(kind, k, words.length))
  }
}

function otherName(kind: string | undefined, first: string, length: number, lists: BuiltLists, random: Random): string | null {
  if (kind === 'PER') return person(length, lists, random)
  if (kind === 'LOC') return length < 3 ? pick(place(first, lists), random) : null
  if (kind !== 'ORG') return null
  return pick(length === 1 ? lists.acronyms : lists.organisations, random)
}

function initials(name: string): string {
  return (name.match(/(?<![\p{L}])\p{Lu}/gu) ?? []).join('')
}

/** Length of the name that begins at word `i`; 0 where none does for certain. */
function nameAt({ allowed }: Sample, i: number): number {
  const mask = allowed[i] as number
  if (mask === OUTSIDE || (mask & (mask - 1)) !== 0) return 0
  const label = 31 - Math.clz32(mask)
  if (((label - 1) & 3) !== BEGIN) return 1
  let end = i + 1
  while (end < allowed.length && allowed[end] === 1 << (label + 1)) end++
  return allowed[end] === 1 << (label + 2) ? end + 1 - i : 0
}

function person(length: number, { people }: BuiltLists, random: Random): string {
  const one = pick(people, random).split(' ')
  const last = one.slice(1).join(' ')
  if (length === 1) return last
  // First and last name of two people: a full name that is on no list.
  return nextFraction(random) < 0.5 ? one.join(' ') : `${one[0]} ${pick(people, random).split(' ').slice(1).join(' ')}`
}

function place(name: string, { countries, places }: BuiltLists): readonly string[] {
  return countries.includes(name) ? countries : places
}

/** Words as the tokenizer cuts them: hyphens stand alone. */
function split(name: string): string[] {
  return name.split(/\s+|(?=-)|(?<=-)/u).filter(word => word.trim() !== '')
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function dateline(sample: Sample, lists: BuiltLists, random: Random): Sample {
  const city = pick(lists.places, random)
  const words = split(nextFraction(random) < 0.7 ? city.toUpperCase() : city)
  const country = nextFraction(random) < 0.3 ? pick(lists.countries, random) : null
  const behind = country ? split(country) : []
  const date = nextFraction(random) < 0.6 ? [',', pick(MONTHS, random), String(1 + (nextInteger(random) % 31))] : []
  const agency = nextFraction(random) < 0.3 ? ['(', pick(['AP', 'Reuters', 'AFP', 'Xinhua', 'UNHCR', 'OCHA'], random), ')'] : []
  const dash = pick(['–', '—', '-', '--'], random)
  const before = [...words, ...(country ? [',', ...behind] : []), ...date, ...agency, dash]
  const masks = before.map(() => OUTSIDE)
  const loc = KINDS.indexOf('LOC')
  for (let k = 0; k < words.length; k++) masks[k] = 1 << labelIn(loc, k, words.length)
  for (let k = 0; k < behind.length; k++) masks[words.length + 1 + k] = 1 << labelIn(loc, k, behind.length)
  if (agency.length) masks[before.length - 3] = 1 << labelIn(KINDS.indexOf('ORG'), 0, 1)
  return { ...sample, forms: [...before, ...sample.forms], allowed: Int32Array.from([...masks, ...sample.allowed]) }
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[nextInteger(random) % items.length] as T
}

/** Does a listed name have words at all? Lists hold some in other scripts. */
export function isUsable(name: string): boolean {
  return piecesOf(name).length > 0 && /^[\p{Script=Latin}\s'’.-]+$/u.test(name)
}
