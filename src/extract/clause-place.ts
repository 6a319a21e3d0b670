import type { Entity, Mention, Word } from '../document/layers.ts'
import type { MentionIndex } from '../document/mentions.ts'
import { childrenBy, relation } from '../document/tree.ts'
import type { Place } from '../record/entity.ts'
import type { Span } from '../record/span.ts'

/** A place that belongs to a predicate, and the words that name it there. */
export interface PlaceFound {
  readonly id: string
  readonly span: Span
  readonly head: number
  readonly rule: string
}

/** What the search asks of the report and the language. */
export interface PlaceSearch {
  readonly words: readonly Word[]
  readonly index: MentionIndex
  readonly entities: ReadonlyMap<string, Entity>
  /** Prepositions of place; those of direction count where `moving`. */
  readonly placeMarks: ReadonlySet<string>
  readonly directionMarks: ReadonlySet<string>
  /** Lemmas of verbs of saying: where something is said is not where it happened. */
  readonly speech: ReadonlySet<string>
  /** Prepositions and marks of what an event is about or for; that may be anywhere. */
  readonly topicMarks?: ReadonlySet<string>
  /** Look for what a place is only told to lie near, too: "north of Gao". */
  readonly beside?: boolean
}

/** How the place of a predicate is found, for the rule catalogue. */
export const placeRules = [
  { name: 'place/of-the-verb', says: 'A place behind a preposition that hangs on the word that tells the event: "killed in Mopti".' },
  { name: 'place/in-front', says: 'A place in front of the noun: "the Mopti raid".' },
  { name: 'place/is-the-object', says: 'What is entered, taken or attacked is itself a place.' },
  { name: 'place/of-an-argument', says: 'A place that hangs on the subject or object of the event: "killed three villagers in Mopti".' },
  { name: 'place/of-a-clause-below', says: 'A place in a clause that goes with the event: "killed when a bomb went off in Mopti".' },
  { name: 'place/of-the-clause-above', says: 'The place of the clause that the event depends on.' },
  { name: 'place/of-the-heading', says: 'The place that heads the sentence or its paragraph: "Ituri: gunmen ambushed a convoy".' },
  { name: 'place/of-the-story', says: 'Where the sentence names no place: that of the event told just before.' },
] as const

const REACH = 4
/** More parts than this are not looked at; the limit keeps endless lists linear. */
const MOST = 24

/** Places of what a word tells, the narrowest named one first; empty where no words give one. */
export function placesOf(search: PlaceSearch, trigger: number, options: PlaceOptions): readonly PlaceFound[] {
  const found = placesNamed(search, trigger, options)
  return found.length ? found : placesNamed({ ...search, beside: true }, trigger, options)
}

interface PlaceOptions {
  /** What is spoken of may be anywhere ("condemned the attack in Gao"): only these words below the predicate lead to its place; undefined: all do. */
  readonly through?: readonly number[] | undefined
  /** Something moves: where it goes and comes from counts. */
  readonly moving: boolean
  /** Heads of what is entered, taken, hit. */
  readonly objects: readonly number[]
}

function placesNamed(search: PlaceSearch, trigger: number, options: PlaceOptions): readonly PlaceFound[] {
  const { words } = search
  const places: PlaceFound[] = []
  for (const object of options.objects)
    push(
      places,
      (somebodyAt(search, object) ? siteOf(search, object) : placesAt(search, object, 'place/is-the-object')).filter(p =>
        isNamed(search, p),
      ),
    )
  push(places, hanging(search, trigger, options.moving, 'place/of-the-verb'))
  if (places.length) return narrowFirst(search, [...places, ...insideOf(search, trigger, places)])
  const front = inFront(search, trigger)
  if (front.length) return front
  for (const c of (words[trigger]?.children ?? []).slice(0, MOST)) {
    if (!/^(?:obj|nsubj|obl|xcomp)/.test(words[c]?.deprel ?? '') || (options.through && !options.through.includes(c))) continue
    const found = hanging(search, c, false, 'place/of-an-argument')
    if (found.length) return found
  }
  const below = options.through ? [] : belowOf(search, trigger, options.moving, -1)
  return below.length ? below : above(search, trigger)
}

/** "Killed five soldiers near Mango |in the north of Togo|": where the verb has only an area, the place in it that hangs on an argument. */
function insideOf(search: PlaceSearch, trigger: number, places: readonly PlaceFound[]): readonly PlaceFound[] {
  const countries = new Set(places.map(p => areaOf(search, p)))
  const [country] = countries
  if (!country || countries.size > 1) return []
  return childrenBy(search.words, trigger, 'obj', 'nsubj:pass', 'obl')
    .filter(c => !places.some(p => p.head === c.index))
    .slice(0, MOST)
    .flatMap(c => hanging(search, c.index, false, 'place/of-an-argument'))
    .filter(p => {
      const place = search.entities.get(p.id)?.place
      return place?.country === country && WIDTH[place.precision] < WIDTH.country
    })
}

/** The country of a place that the map knows no better than by its country ("the north of Togo"); else null. */
function areaOf({ entities }: PlaceSearch, { id }: PlaceFound): string | null {
  const place = entities.get(id)?.place
  return place?.precision === 'country' ? place.country : null
}

/** Places anywhere under a word, the nearest level first, but not in what is said or told of something else. */
function belowOf(search: PlaceSearch, head: number, moving: boolean, except: number): readonly PlaceFound[] {
  const { words } = search
  let level = (words[head]?.children ?? []).filter(c => c !== except)
  for (let depth = 0; depth < REACH && level.length > 0; depth++) {
    const next: number[] = []
    for (const c of level.slice(0, MOST)) {
      const word = words[c] as Word
      if (word.deprel === 'ccomp' || word.deprel === 'parataxis' || word.deprel === 'acl:relcl' || word.upos === 'PUNCT') continue
      if (isTopic(search, word)) continue
      const found = hanging(search, c, moving && word.upos === 'VERB', 'place/of-a-clause-below').filter(p => isNamed(search, p))
      if (found.length) return found
      next.push(...word.children)
    }
    level = next
  }
  return []
}

/** "Arrested for a theft in Lyon", "protested against the war in Iraq": that took place elsewhere. */
function isTopic({ words, topicMarks }: PlaceSearch, word: Word): boolean {
  return (
    topicMarks !== undefined &&
    word.children.some(c => /^(?:case|mark)$/.test(words[c]?.deprel ?? '') && topicMarks.has(words[c]?.lower ?? ''))
  )
}

/** The clauses above, as long as they are no clauses of saying. */
function above(search: PlaceSearch, trigger: number): readonly PlaceFound[] {
  const { words } = search
  let at = trigger
  for (let steps = 0; steps < REACH; steps++) {
    const word = words[at]
    if (!word || word.head < 0) return []
    const rel = relation(word)
    const up = words[word.head] as Word
    if (rel === 'ccomp' || rel === 'parataxis' || search.speech.has(up.lemma)) return []
    // A noun inside a place's own phrase: "the valley where the ambush took place".
    const itself = word.deprel === 'acl:relcl' ? placesAt(search, word.head, 'place/of-the-clause-above') : []
    if (itself.length) return itself
    const found = hanging(search, word.head, false, 'place/of-the-clause-above').filter(p => isNamed(search, p))
    if (found.length) return found
    const beside = belowOf(search, word.head, false, at)
    if (beside.length) return beside.map(p => ({ ...p, rule: 'place/of-the-clause-above' }))
    at = word.head
  }
  return []
}

/** Places behind prepositions on this very word: "170 in three villages". */
export function placesOn(search: PlaceSearch, head: number): readonly PlaceFound[] {
  return hanging(search, head, false, 'place/of-the-verb')
}

/** Places behind prepositions on this word. */
function hanging(search: PlaceSearch, head: number, moving: boolean, rule: string): readonly PlaceFound[] {
  const { words } = search
  const out: PlaceFound[] = []
  for (const c of words[head]?.children ?? []) {
    const child = words[c] as Word
    const rel = relation(child)
    if (rel === 'obl' || rel === 'nmod') {
      const marks = childrenBy(words, c, 'case').map(m => m.lower)
      if (marks.some(m => search.placeMarks.has(m) || (moving && search.directionMarks.has(m)))) push(out, placesAt(search, c, rule))
    } else if (rel === 'advmod') push(out, placesAt(search, c, rule))
    if (search.beside) push(out, placesBeside(search, c, rule))
    if (out.length > 8) break
  }
  return narrowFirst(search, out)
}

const NONE: readonly PlaceFound[] = []

/** "In raids north of Baghdad", "80 km west of Gao": what an adverb of direction starts from. */
function placesBeside(search: PlaceSearch, index: number, rule: string): readonly PlaceFound[] {
  const { words, placeMarks } = search
  const children = words[index]?.children ?? []
  let out: PlaceFound[] | null = null
  for (let k = -1; k < children.length && k < MOST; k++) {
    const word = words[k < 0 ? index : (children[k] as number)] as Word
    if (relation(word) !== 'advmod' || !placeMarks.has(word.lower)) continue
    out ??= []
    for (const c of childrenBy(words, word.index, 'obl', 'nmod').slice(0, MOST)) push(out, placesAt(search, c.index, rule))
  }
  return out ?? NONE
}

function inFront(search: PlaceSearch, trigger: number): readonly PlaceFound[] {
  if (search.words[trigger]?.upos !== 'NOUN') return []
  const out: PlaceFound[] = []
  for (const c of childrenBy(search.words, trigger, 'compound', 'nmod:poss').slice(0, MOST)) {
    const mention = search.index.at(c.index).find(m => m.entity !== null && m.as === 'name')
    const entity = mention && search.entities.get(mention.entity as string)
    if (mention && entity?.kind === 'place') out.push({ id: entity.id, span: mention.span, head: c.index, rule: 'place/in-front' })
  }
  return out
}

/** The places that a phrase names: itself, what stands beside it in apposition, and what lies around it ("Sumisip, Basilan"; "a village near Gao"). */
function placesAt(search: PlaceSearch, head: number, rule: string, depth = 0): readonly PlaceFound[] {
  const { words } = search
  const out: PlaceFound[] = []
  if (depth > 3) return out
  const mention = placeMention(search, head)
  if (mention) out.push({ id: mention.entity as string, span: mention.span, head, rule })
  for (const c of (words[head]?.children ?? []).slice(0, MOST)) {
    const child = words[c] as Word
    const rel = relation(child)
    const beside = rel === 'appos' || rel === 'conj' || rel === 'list' || child.deprel === 'nmod' || child.upos === 'NUM'
    // "A Lahore court": a town in front of any noun is where it stands; a country ("a U.S. convoy") is only whose it is.
    const front = (rel === 'compound' || rel === 'flat' || rel === 'nmod') && (mention || placeEntity(search, c)?.kind === 'place')
    if (beside || front) push(out, placesAt(search, c, rule, depth + 1))
  }
  return out
}

function placeMention({ index, entities }: PlaceSearch, head: number): Mention | null {
  return index.at(head).find(m => m.entity !== null && m.as !== 'adjective' && isPlace(entities.get(m.entity))) ?? null
}

function placeEntity(search: PlaceSearch, head: number): Entity | undefined {
  const mention = placeMention(search, head)
  return mention ? search.entities.get(mention.entity as string) : undefined
}

/** Is the head a person, a body or a group? Then what hangs on it is where they are from. */
function somebodyAt({ index, entities }: PlaceSearch, head: number): boolean {
  return index.at(head).some(m => {
    const kind = entities.get(m.entity ?? '')?.kind ?? m.kind
    return m.as !== 'adjective' && kind !== null && kind !== 'place' && kind !== 'country'
  })
}

/** "A Mogadishu hotel", "the Kunduz base of the army": a body that is told by its site has the place in front of it. */
function siteOf(search: PlaceSearch, head: number): readonly PlaceFound[] {
  const { words, index } = search
  if (words[head]?.upos !== 'NOUN' || !index.at(head).some(m => m.kind === 'organization')) return []
  return childrenBy(words, head, 'compound', 'nmod')
    .slice(0, MOST)
    .flatMap(c =>
      c.index < head && placeEntity(search, c.index)?.kind === 'place' ? placesAt(search, c.index, 'place/is-the-object') : [],
    )
}

const WIDTH: Readonly<Record<Place['precision'], number>> = { point: 0, city: 0, admin2: 1, admin1: 2, country: 3, region: 4 }

/** Named places before unnamed ones, narrow ones before wide ones; a place that is not known is taken for a small one. */
function narrowFirst(search: PlaceSearch, places: readonly PlaceFound[]): readonly PlaceFound[] {
  if (places.length < 2) return places
  const rank = (p: PlaceFound) => {
    const entity = search.entities.get(p.id)
    const width = entity?.kind === 'country' ? WIDTH.country : entity?.place ? WIDTH[entity.place.precision] : 0
    return width + (isNamed(search, p) ? 0 : 10)
  }
  return places
    .map((p, i) => [rank(p), i, p] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(x => x[2])
}

/** Has the place a name, of its own or in its phrase ("the town of Gao", but not "a town near Gao")? */
function isNamed({ entities, words, placeMarks }: PlaceSearch, { id, head }: PlaceFound): boolean {
  if (entities.get(id)?.mentions.some(m => m.as === 'name')) return true
  return (words[head]?.children ?? []).some(c => {
    const word = words[c]
    if (word?.upos !== 'PROPN' || !/^(?:compound|flat|appos|nmod)/.test(word.deprel)) return false
    return !word.children.some(k => words[k]?.deprel === 'case' && placeMarks.has(words[k]?.lower ?? ''))
  })
}

function push(out: PlaceFound[], found: readonly PlaceFound[]): void {
  for (const f of found) if (!out.some(o => o.id === f.id)) out.push(f)
}

function isPlace(entity: Entity | undefined): boolean {
  return entity?.kind === 'place' || entity?.kind === 'country'
}
