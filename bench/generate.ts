// Reports with known truth, written by a program: happenings retold by several publishers with noise, edits, wrong details, copies and updates.
//   node bench/generate.ts [--reports N] [--seed N] [--country NAME]     prints JSON Lines that `griot add` takes; the truth of a report is in its `truth`
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dayOf, formatDay, weekdayOf } from '../src/util/calendar.ts'
import { hashText, mixHash } from '../src/util/hash.ts'

/** What a report was made from. */
export interface Truth {
  /** The happening that it mainly tells. */
  readonly incident: string
  /** The report that it repeats, and how; null where it was written anew. */
  readonly copyOf: string | null
  readonly copyKind: 'exact' | 'reprint' | 'update' | null
  readonly killed: number
  readonly injured: number
  readonly day: string
  readonly place: string
}

export interface GeneratedReport {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
  readonly publisher: string
  readonly truth: Truth
}

export interface Place {
  readonly name: string
  readonly country: string
}

interface Happening {
  readonly id: string
  readonly kind: string
  readonly day: number
  readonly place: Place
  readonly actor: string
  readonly target: string
  readonly detail: string
  readonly after: string
  readonly official: string
  readonly office: string
  /** The toll as it was told on each of the first days; the last is the truth. */
  readonly killed: readonly number[]
  readonly injured: number
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const FIRST_DAY = dayOf(2023, 1, 1)
/** Happenings a day. */
const DENSITY = 2

/** What other states do with a country. */
const ABROAD = 'dealing'

const words = loadWords()

/** The towns that reports are written about. */
export const PLACES: readonly Place[] = words.places

/** Where things happen, and which kinds of them. */
interface Pool {
  readonly places: readonly Place[]
  readonly kinds: readonly string[]
}

/** Makes reports until there are enough, of all countries or of one; the same seed gives the same reports. */
export function* generate(reports: number, seed = 1, country: string | null = null): Generator<GeneratedReport> {
  const chance = createChance(seed)
  const pool = {
    places: words.places.filter(place => country === null || place.country === country),
    kinds: Object.keys(words.kinds).filter(kind => country !== null || kind !== ABROAD),
  }
  let made = 0
  for (let n = 0; made < reports; n++) {
    const happening = invent(n, pool, chance)
    for (const report of tell(happening, chance)) {
      if (made++ >= reports) return
      yield report
    }
  }
}

function invent(n: number, { places, kinds }: Pool, chance: Chance): Happening {
  const kind = chance.pick(kinds)
  const { actors, targets, details, afters, deadly } = words.kinds[kind] as Kind
  const last = deadly ? 1 + Math.floor(30 * chance.next() ** 3) : 0
  const first = Math.max(deadly ? 1 : 0, last - Math.floor(chance.next() * Math.min(last, 6)))
  return {
    id: `h${n}`,
    kind,
    day: FIRST_DAY + Math.floor(n / DENSITY),
    place: chance.pick(places),
    actor: chance.pick(actors),
    target: chance.pick(targets),
    detail: chance.pick(details),
    after: chance.pick(afters),
    official: `${chance.pick(words.firstNames)} ${chance.pick(words.lastNames)}`,
    office: chance.pick(words.offices),
    killed: [first, Math.round((first + last) / 2), last],
    injured: deadly ? Math.floor(chance.next() * 3 * last) : Math.floor(chance.next() * 5),
  }
}

/** The publisher who sends out alerts by a form in which only the facts are filled in: those of two happenings are much alike and no copies. */
const ALERTS = 'Situation Desk'

/** One to six reports, few of them many; some repeat an earlier one. */
function* tell(happening: Happening, chance: Chance): Generator<GeneratedReport> {
  const count = 1 + Math.floor(6 * chance.next() ** 2)
  const { leads, bodies } = words.kinds[happening.kind] as Kind
  // Reporters who do not copy each other do not choose the same words: each takes what the others have left, and who comes too late copies.
  const left = { leads: chance.shuffle(leads), bodies: chance.shuffle(bodies) }
  const told: GeneratedReport[] = []
  for (let i = 0; i < count; i++) {
    const roll = chance.next()
    const id = `${happening.id}-${i}`
    const earlier = told.length > 0 ? chance.pick(told) : null
    const report =
      earlier && (roll < 0.25 || left.leads.length === 0) ? repeat(earlier, happening, id, chance) : write(happening, id, left, chance)
    told.push(report)
    yield report
  }
  if (chance.next() < 0.1) yield alert(happening, `${happening.id}-${count}`, chance)
}

function write(happening: Happening, id: string, left: Left, chance: Chance): GeneratedReport {
  const delay = Math.floor(5 * chance.next() ** 2)
  const published = happening.day + delay
  // Now and then a report has a detail wrong: the toll, or the day.
  const isWrong = chance.next() < 0.1
  const killed = Math.max(
    0,
    (happening.killed[Math.min(delay, 2)] as number) + (isWrong && happening.killed[2] ? chance.pick([-1, 1, 2]) : 0),
  )
  const { titles } = words.kinds[happening.kind] as Kind
  const fill = (template: string) => fillTemplate(template, happening, killed, published, chance)
  const body = left.bodies.splice(0, 2 + Math.floor(chance.next() * 3))
  const background = chance.shuffle(words.background).slice(0, Math.floor(chance.next() * 3))
  const sentences = [...left.leads.splice(0, 1), ...body, ...background].map(fill).map(sentence => reword(sentence, chance))
  const text = sentences.join(chance.next() < 0.5 ? ' ' : '\n\n')
  return {
    id,
    title: fill(chance.pick(titles)),
    text: chance.next() < 0.5 ? `${happening.place.name.toUpperCase()} - ${text}` : text,
    published: formatDay(published),
    publisher: chance.pick(words.publishers),
    truth: truthOf(happening, killed),
  }
}

/** What is sent out by the form as soon as something happens. */
function alert(happening: Happening, id: string, chance: Chance): GeneratedReport {
  const { kind, day, killed, injured } = happening
  const { titles, deadly } = words.kinds[kind] as Kind
  const first = killed[0] as number
  const headline = fillTemplate(chance.pick(titles), happening, first, day, chance)
  const tally = deadly ? `So far ${first} ${first === 1 ? 'person is' : 'people are'} dead and ${injured} injured.` : ''
  const form = (words.forms[0] as string).replace('{headline}', headline).replace('{tally}', tally)
  const text = fillTemplate(form, happening, first, day, chance)
  return { id, title: `Alert: ${headline}`, text, published: formatDay(day), publisher: ALERTS, truth: truthOf(happening, first) }
}

function truthOf({ id, place, day, injured }: Happening, killed: number): Truth {
  return { incident: id, copyOf: null, copyKind: null, killed, injured, day: formatDay(day), place: place.name }
}

/** Sentences that no reporter has taken yet. */
interface Left {
  readonly leads: string[]
  readonly bodies: string[]
}

/** Says the same with other words, where the list has any. */
function reword(sentence: string, chance: Chance): string {
  return sentence.replace(/\p{L}+/gu, word => {
    const others = words.synonyms.get(word)
    return others && chance.next() < 0.6 ? chance.pick(others) : word
  })
}

function repeat(earlier: GeneratedReport, happening: Happening, id: string, chance: Chance): GeneratedReport {
  const root = earlier.truth.copyOf ?? earlier.id
  const later = formatDay(dayOf(...splitDay(earlier.published)) + (chance.next() < 0.6 ? 0 : 1))
  const truth = { ...earlier.truth, copyOf: root }
  const publisher = chance.pick(words.publishers)
  const roll = chance.next()
  if (roll < 0.35) return { ...earlier, id, publisher, published: later, truth: { ...truth, copyKind: 'exact' } }
  if (roll < 0.7) {
    const sentences = earlier.text.split(/(?<=\.) /)
    const kept =
      sentences.length > 4 ? sentences.filter((_, i) => i === 0 || i !== 1 + Math.floor(chance.next() * (sentences.length - 1))) : sentences
    const text = `${kept.join(' ')} ${chance.pick(words.tails)}`
    return { ...earlier, id, text, publisher, published: later, truth: { ...truth, copyKind: 'reprint' } }
  }
  const revised = chance.next() < 0.5 ? revise(earlier, happening, chance) : null
  if (revised) {
    const day = formatDay(dayOf(...splitDay(earlier.published)) + 1)
    const by = chance.next() < 0.5 ? earlier.publisher : publisher
    return { ...revised, id, publisher: by, published: day, truth: { ...revised.truth, copyOf: root, copyKind: 'update' } }
  }
  const addition = fillTemplate(chance.pick(words.updates), happening, happening.killed[2] as number, dayOf(...splitDay(later)), chance)
  return {
    ...earlier,
    id,
    title: `UPDATE: ${earlier.title}`,
    text: `${earlier.text} ${addition}`,
    published: later,
    truth: { ...truth, copyKind: 'update' },
  }
}

/** The same words with a higher toll; null where the toll that was told cannot be told from other numbers. */
function revise(earlier: GeneratedReport, { injured }: Happening, chance: Chance): GeneratedReport | null {
  const before = earlier.truth.killed
  const after = before + 1 + Math.floor(3 * chance.next())
  if (before < 2 || before === injured || after === injured) return null
  const spelt = NUMBERS[before]
  const told = new RegExp(`(?<![\\w-])(?:${before}${spelt ? `|${spelt}|${spelt[0]?.toUpperCase()}${spelt.slice(1)}` : ''})(?![\\w-])`, 'g')
  const again = (text: string) => text.replace(told, String(after))
  return { ...earlier, title: again(earlier.title), text: again(earlier.text), truth: { ...earlier.truth, killed: after } }
}

function fillTemplate(template: string, happening: Happening, killed: number, published: number, chance: Chance): string {
  const { actor, target, detail, after, official, office, place, day, injured } = happening
  const values: Record<string, string> = {
    ...{ actor, target, detail, after, official, office, town: place.name, country: place.country },
    killed: chance.next() < 0.5 && killed < 10 ? (NUMBERS[killed] as string) : String(killed),
    injured: injured === 0 ? 'several' : String(injured),
    people: killed === 1 ? 'person' : 'people',
    were: killed === 1 ? 'was' : 'were',
    day: published - day < 6 ? `on ${WEEKDAYS[weekdayOf(day) - 1]}` : `on ${formatDay(day)}`,
  }
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return filled.replace(/^\p{Ll}/u, letter => letter.toUpperCase())
}

function splitDay(day: string): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number]
}

interface Kind {
  readonly deadly: boolean
  readonly actors: readonly string[]
  readonly targets: readonly string[]
  readonly details: readonly string[]
  readonly afters: readonly string[]
  readonly titles: readonly string[]
  readonly leads: readonly string[]
  readonly bodies: readonly string[]
}

interface Words {
  readonly kinds: Readonly<Record<string, Kind>>
  readonly places: readonly Place[]
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly offices: readonly string[]
  readonly publishers: readonly string[]
  readonly background: readonly string[]
  readonly tails: readonly string[]
  readonly updates: readonly string[]
  readonly forms: readonly string[]
  /** Word → words that may stand in its place. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>
}

/** The lists in generate.tsv: kind of happening (or "any"), part, text. */
function loadWords(): Words {
  const lines = readFileSync(new URL('generate.tsv', import.meta.url), 'utf8').split('\n')
  const rows = lines.filter(line => line && !line.startsWith('#')).map(line => line.split('\t') as [string, string, string])
  const of = (kind: string, part: string) => rows.filter(row => row[0] === kind && row[1] === part).map(row => row[2])
  const kinds = [...new Set(rows.map(row => row[0]))].filter(kind => kind !== 'any')
  return {
    kinds: Object.fromEntries(
      kinds.map(kind => [
        kind,
        {
          deadly: of(kind, 'deadly').length > 0,
          ...{ actors: of(kind, 'actor'), targets: of(kind, 'target'), details: of(kind, 'detail'), afters: of(kind, 'after') },
          ...{ titles: of(kind, 'title'), leads: of(kind, 'lead'), bodies: of(kind, 'body') },
        },
      ]),
    ),
    places: of('any', 'place').map(place => {
      const [name = '', country = ''] = place.split(', ')
      return { name, country }
    }),
    ...{ firstNames: of('any', 'first name'), lastNames: of('any', 'last name'), offices: of('any', 'office') },
    ...{ publishers: of('any', 'publisher'), background: of('any', 'background'), tails: of('any', 'tail'), updates: of('any', 'update') },
    forms: of('any', 'form'),
    synonyms: new Map(
      of('any', 'synonyms').flatMap(row => row.split(' ').map((word, _, all) => [word, all.filter(other => other !== word)] as const)),
    ),
  }
}

/** Numbers and choices that look like chance. */
export interface Chance {
  /** From 0 up to 1, without 1. */
  next(): number
  pick<T>(list: readonly T[]): T
  shuffle<T>(list: readonly T[]): T[]
}

/** Numbers that look like chance and are the same for the same seed. */
export function createChance(seed: number): Chance {
  let state = hashText(`seed ${seed}`)
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    return mixHash(state) / 2 ** 32
  }
  return {
    next,
    pick: list => list[Math.floor(next() * list.length)] as (typeof list)[number],
    shuffle: list =>
      list
        .map(value => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  }
}

if (import.meta.main) {
  const { reports, seed, country } = parseArgs({
    options: { reports: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, country: { type: 'string' } },
  }).values
  for (const report of generate(Number(reports), Number(seed), country ?? null)) process.stdout.write(`${JSON.stringify(report)}\n`)
}
