// Reports with figures whose right series are known: counts of one place told by several sources, with revisions, corrections, wrong numbers, parts
// of wholes, copies and counts of a part of the place.
import type { FigureKind, Measure } from '../src/record/figure.ts'
import { dayOf, formatDay } from '../src/util/calendar.ts'
import { type Chance, createChance, PLACES, type Place } from './generate.ts'

/** What the right total of a series is: of a flow in a year, of a stock on a day. */
export interface TrueTotal {
  readonly measure: Measure
  readonly kind: FigureKind
  /** Name of the town or country. */
  readonly place: string
  readonly period: string
  readonly best: number
}

export interface FigureReport {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
  readonly publisher: string
}

/** Reports and the totals that their figures make. */
export interface GeneratedSeries {
  readonly reports: readonly FigureReport[]
  readonly totals: readonly TrueTotal[]
}

/** One thing that is counted again and again. */
interface Subject {
  readonly measure: Measure
  readonly kind: FigureKind
  readonly tellings: readonly string[]
  /** A later count of the same by the same source; "{old}" is what it said before. */
  readonly corrections: readonly string[]
  readonly parts: readonly string[]
  /** Of a part of the place alone: not the total, and of other people than those that were counted there. */
  readonly scale: number
}

const SUBJECTS: readonly Subject[] = [
  {
    measure: 'displaced',
    kind: 'stock',
    tellings: [
      '{n} displaced people were living in {town}, {country}, as of {date}, {source} said.',
      'As of {date}, {n} people remained displaced in {town}, according to {source}.',
      '{source} counted {n} displaced people in {town} on {date}.',
      'The number of displaced people in {town} stood at {n} on {date}, {source} said.',
    ],
    corrections: [
      '{source} has corrected its count for {town}: {n} people, not {old}, were displaced there as of {date}.',
      'As of {date}, {n} people were displaced in {town}, {source} said, correcting an earlier figure.',
    ],
    parts: ['About half of them, {m}, are children.', 'Of these, {m} live in schools.', 'Some {m} of the displaced are women.'],
    scale: 9000,
  },
  {
    measure: 'displaced',
    kind: 'flow',
    tellings: [
      '{n} people fled their homes in {town}, {country}, on {date}, {source} said.',
      'Fighting displaced {n} people in {town} on {date}, according to {source}.',
      '{source} said that {n} people had been forced to flee {town} on {date}.',
      'Clashes in {town} on {date} displaced {n} people, {source} reported.',
    ],
    corrections: [
      '{source} now says that {n} people fled {town} on {date}, not {old} as first reported.',
      'The number of people who fled {town} on {date} has risen to {n}, {source} said.',
    ],
    parts: ['Among them were {m} children.', 'Of these, {m} went to relatives.', '{m} of them were women.'],
    scale: 3000,
  },
  {
    measure: 'killed',
    kind: 'flow',
    tellings: [
      'Gunmen killed {n} people in {town}, {country}, on {date}, {source} said.',
      'An attack on {date} killed {n} people in {town}, according to {source}.',
      '{source} said that {n} people had been killed in {town} on {date}.',
      '{n} people died when armed men attacked {town} on {date}, {source} said.',
    ],
    corrections: [
      'The death toll of the attack in {town} on {date} has reached {n}, {source} said.',
      '{source} said that {n} people were killed in {town} on {date}, and not {old} as it had said before.',
    ],
    parts: ['{m} of the dead were children.', 'Among the dead were {m} women.'],
    scale: 40,
  },
]
const SOURCES = [
  'the UN refugee agency',
  'the Red Cross',
  'the regional governor',
  'the International Organization for Migration',
  'the army',
]
const PUBLISHERS = ['Reuters', 'AFP', 'Radio Horizon', 'The Daily Ledger', 'Crisis Bulletin', 'River News', 'Northern Star']
const BACKGROUND = [
  'Aid agencies say that access to the area is difficult.',
  'The rainy season has cut several roads.',
  'Food and clean water are scarce.',
  'Most of the schools there are closed.',
  'The road to the capital was open again.',
]
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const FIRST_DAY = dayOf(2023, 1, 10)
/** Days between two things that are counted in one place. */
const APART = 35

/** So many series, each of two or three counts; the same seed gives the same reports. */
export function generateSeries(series: number, seed = 1): GeneratedSeries {
  const chance = createChance(seed)
  const reports: FigureReport[] = []
  const totals = new Map<string, TrueTotal>()
  for (let i = 0; i < series; i++) {
    const subject = SUBJECTS[i % SUBJECTS.length] as Subject
    const place = PLACES[Math.floor(i / SUBJECTS.length) % PLACES.length] as Place
    for (let k = 0; k < 2 + Math.floor(2 * chance.next()); k++) {
      const day = FIRST_DAY + 3 * i + APART * k
      const count = Math.floor((0.2 + 0.8 * chance.next()) * subject.scale) + 2
      reports.push(...tell(subject, place, day, count, `s${i}-${k}`, chance))
      const { measure, kind } = subject
      const period = kind === 'stock' ? formatDay(day) : formatDay(day).slice(0, 4)
      const key = [measure, kind, place.name, period].join('/')
      totals.set(key, { measure, kind, place: place.name, period, best: (totals.get(key)?.best ?? 0) + count })
    }
  }
  return { reports, totals: [...totals.values()] }
}

/** Two to five reports of one count: first numbers that are revised or corrected, a wrong one in between, and at last the right one. */
function tell(subject: Subject, place: Place, day: number, count: number, id: string, chance: Chance): FigureReport[] {
  const [source = '', other = ''] = chance.shuffle(SOURCES)
  const tellings = chance.shuffle(subject.tellings)
  const reports: FigureReport[] = []
  const add = (template: string, n: number, by: string, published: number, old = 0) => {
    const values = { n: formatCount(n), old: formatCount(old), source: by, town: place.name, country: place.country, date: spell(day) }
    const part = chance.next() < 0.4 && n > 5 ? [fill(chance.pick(subject.parts), { m: formatCount(Math.floor(n / 2)) })] : []
    const text = [fill(template, values), ...part, chance.pick(BACKGROUND)].join(' ')
    const publisher = chance.pick(PUBLISHERS)
    reports.push({ id: `${id}-${reports.length}`, title: `News from ${place.name}`, text, published: formatDay(published), publisher })
  }
  const first = Math.max(1, Math.round(count * (0.6 + 0.3 * chance.next())))
  const isRevised = chance.next() < 0.5
  if (isRevised) add(tellings[0] as string, first, source, day + 1)
  // A number that nobody else gives, before two sources agree.
  if (chance.next() < 0.25) add(tellings[1] as string, Math.max(1, Math.round(count * 1.3)), 'a resident', day + 1)
  add(isRevised ? chance.pick(subject.corrections) : (tellings[2] as string), count, source, day + 2, first)
  const last = reports.at(-1) as FigureReport
  if (chance.next() < 0.5) add(tellings[3] as string, count, other, day + 3)
  if (chance.next() < 0.3) reports.push({ ...last, id: `${last.id}-copy`, publisher: 'The Morning Post', published: formatDay(day + 3) })
  return reports
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return filled.replace(/^\p{Ll}/u, letter => letter.toUpperCase())
}

/** "12,400" */
function formatCount(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** "5 March 2024" */
function spell(day: number): string {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number]
  return `${date} ${MONTHS[month - 1]} ${year}`
}
