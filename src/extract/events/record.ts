import type { EventAnswers } from '../../document/answers/events.ts'
import type { Entity, Event, Layers, Sentence, Statement, Time, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import type { Trail } from '../../document/trail.ts'
import { childrenBy, spanOf, subtree } from '../../document/tree.ts'
import type { Span } from '../../record/span.ts'
import type { EventType } from '../../record/vocab/plover.ts'
import { type PlaceFound, placesOf } from '../clause-place.ts'
import { timeOf } from '../clause-time.ts'
import { acledOf } from './acled.ts'
import type { Candidate } from './candidates.ts'
import { contextOfMode, type Topics } from './contexts.ts'
import type { Party } from './parties.ts'
import { findTwin } from './same.ts'
import type { Setting } from './setting.ts'
import { settle } from './settle.ts'
import type { Grammar } from './slots.ts'
import { modeByMeans } from './violence.ts'

/** What a reading of one report has at hand. */
export interface Workbench extends Pick<Layers, 'report' | 'words' | 'sentences' | 'mentions' | 'entities' | 'times' | 'statements'> {
  readonly answers: EventAnswers
  readonly grammar: Grammar
  readonly index: MentionIndex
  readonly byId: ReadonlyMap<string, Entity>
  readonly topics: Topics
  readonly setting: Setting
  /** Countries that the report names: code → entity. */
  readonly countries: ReadonlyMap<string, string>
  /** All candidates of the report by trigger, and the places found for those looked at so far. */
  readonly candidates: ReadonlyMap<number, Candidate>
  readonly placed: Map<number, readonly PlaceFound[]>
  /** The innermost statement whose content holds a position. */
  saidAt(position: number): Statement | null
}

/** Makes the record of a candidate; `before` are the events in front of it. */
export function toEvent(bench: Workbench, candidate: Candidate, confidence: number, before: readonly Event[]): Event {
  const { words, sentences, answers, grammar, times, byId } = bench
  const word = words[candidate.trigger] as Word
  const sentence = sentences[word.sentence] as Sentence
  const said = bench.saidAt(word.start)
  const settled = settle(grammar, candidate, byId.get(said?.speaker ?? '') ?? null, byId)
  const mode = modeFor(grammar, candidate, settled)
  const trigger = triggerOf(words, candidate)
  const spans = Array.isArray(trigger[0]) ? (trigger as Span[]) : [trigger as Span]
  const time = timeOf(words, times, candidate.trigger)
  const places = placesFor(bench, candidate, settled.type, mode, before, time?.time ?? null)
  const recipients = recipientsOf(bench, candidate, settled.type, places)
  const contexts = bench.topics.contexts(word.sentence)
  const brought = contextOfMode(mode)
  const object = objectOf(bench, candidate)
  const mutual = candidate.actors.length > 1 && recipients.length === 0
  const acled = acledOf(settled.type, mode, {
    mutual: mutual || candidate.frame.recipients.length === 0,
    armedRecipient: recipients.some(p => ARMED.has(byId.get(p.id)?.sector ?? '')),
    peace: contexts.some(c => c.context === 'peacekeeping') || answers.contentModes.get(word.lemma)?.[0] === 'yield',
  })
  const actors = settled.status === 'negated' ? candidate.actors : candidate.actors.filter(p => !isNobody(bench, p))
  const event: Omit<Event, 'same' | 'from'> = {
    id: `v${before.length + 1}`,
    type: settled.type,
    mode,
    contexts: [...contexts.map(c => c.context), ...(brought && !contexts.some(c => c.context === brought) ? [brought] : [])],
    status: settled.status,
    trigger,
    actors: actors.map(p => p.id),
    recipients: recipients.map(p => p.id),
    object,
    place: places[0]?.id ?? null,
    places: places.map(p => p.id),
    time: time?.time ?? null,
    saidIn: said?.id ?? null,
    acled,
    evidence: sentence.span,
    confidence,
  }
  const twin = findTwin(before, event, { definite: isDefinite(bench, candidate), contains: (a, b) => contains(byId, a, b) })
  const from: Record<string, Trail[string]> = {
    type: {
      rule: settled.rule ?? candidate.rules.get('type') ?? 'events/frame',
      spans,
      says: candidate.frame.name,
    },
    status: {
      rule: 'events/standing',
      spans: candidate.standing.because.length ? candidate.standing.because.map(i => wordSpan(words, i)) : spans,
    },
  }
  if (mode)
    from.mode = {
      rule: candidate.frame.modeByContent ? 'events/mode-by-content' : candidate.mode ? 'events/frame' : 'events/mode-by-means',
      spans,
    }
  if (event.actors.length) from.actors = { rule: candidate.rules.get('actors') ?? 'events/frame', spans: actors.map(spanOfParty) }
  if (event.recipients.length)
    from.recipients = { rule: candidate.rules.get('recipients') ?? 'events/frame', spans: recipients.map(spanOfParty) }
  if (object) from.object = { rule: 'events/frame', spans: [object] }
  if (places[0]) from.place = from.places = { rule: places[0].rule, spans: places.map(p => p.span) }
  if (time) from.time = { rule: time.rule, spans: time.time.span ? [time.time.span] : [] }
  if (said) from.saidIn = { rule: 'events/innermost-statement', spans: said.content }
  if (event.contexts.length) from.contexts = { rule: 'events/words-of-context', spans: contexts.map(c => c.span) }
  if (acled) from.acled = { rule: 'events/frame', spans }
  if (twin) from.same = { rule: 'events/told-before', spans: [before[Number(twin.slice(1)) - 1]?.evidence ?? sentence.span, ...spans] }
  const not = reasonsNot(event, spans)
  return not ? { ...event, same: twin, from, not } : { ...event, same: twin, from }
}

const MOVING: ReadonlySet<string> = new Set(['MOBILIZE', 'CONSULT', 'AGREE', 'RETREAT', 'AID', 'COERCE', 'SANCTION', 'PROTEST'])
/** Types of words: what they are about may lie anywhere. */
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'SUPPORT'])
const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'UAF', 'PRM', 'IMG', 'COP', 'CRM'])

function wordSpan(words: readonly Word[], index: number): Span {
  const word = words[index] as Word
  return [word.start, word.end]
}

const spanOfParty = (party: Party): Span => party.span

/** Why a field stayed empty, where that is worth telling; undefined where every field has its words. */
function reasonsNot(event: Pick<Event, 'actors' | 'place'>, spans: readonly Span[]): Trail | undefined {
  const not: Record<string, Trail[string]> = {}
  if (event.actors.length === 0) not.actors = { rule: 'events/nobody-named', spans }
  if (event.place === null) not.place = { rule: 'events/no-place-named', spans }
  return Object.keys(not).length > 0 ? not : undefined
}

/** Its recipients; help without one goes to the country that it is given in, and force used abroad is aimed at where it is used. */
function recipientsOf(bench: Workbench, candidate: Candidate, type: EventType, places: readonly PlaceFound[]): readonly Party[] {
  const named = candidate.recipients
    .map(p => (STATELY.has(type) ? hostOf(bench, p) : p))
    .filter((p, i, all) => !candidate.actors.some(a => a.id === p.id) && all.findIndex(o => o.id === p.id) === i)
  const place = places[0]
  if (named.length > 0 || !place || candidate.actors.length === 0 || place.rule === 'place/of-the-story') return named
  if (candidate.actors.some(a => a.id === place.id)) return named
  const helps = candidate.type === 'AID' && (type === 'AID' || type === 'AGREE') && bench.byId.get(place.id)?.kind === 'country'
  if (!helps && !(ABROAD.has(type) && isAbroad(bench, candidate, place))) return named
  candidate.rules.set('recipients', helps ? 'events/helped-where' : 'events/aimed-where')
  return [{ id: place.id, span: place.span, head: candidate.trigger }]
}

/** Types of dealings between states: where a mission is closed or opened tells with which. */
const STATELY: ReadonlySet<EventType> = new Set(['SANCTION', 'SUPPORT'])

/** "Closed its consulate in Guayaquil": done to the country, where the report names it. */
function hostOf({ grammar, byId, countries }: Workbench, party: Party): Party {
  const entity = byId.get(party.id)
  const inside = childrenBy(grammar.words, party.head, 'case').some(m => grammar.answers.placeMarks.has(m.lower))
  const country = entity?.kind === 'place' && inside ? entity.place?.country : null
  const host = country ? countries.get(country) : undefined
  return host === undefined ? party : { ...party, id: host }
}

/** Types that are aimed at the place itself where somebody from elsewhere does them. */
const ABROAD: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'THREATEN'])

/** Is it known that every doer is of another country than the place? Not for deeds of two sides, their victims, and forces that keep a peace. */
function isAbroad({ byId, grammar, topics }: Workbench, candidate: Candidate, place: PlaceFound): boolean {
  const where = countryOf(byId.get(place.id))
  const word = grammar.words[candidate.trigger] as Word
  if (where === undefined || grammar.answers.harm.has(word.lemma)) return false
  if (candidate.type === 'ASSAULT' && candidate.frame.recipients.length === 0) return false
  // Where forces go is not whom they are sent against; nor are peacekeepers sent against anybody.
  const goesThere = childrenBy(grammar.words, place.head, 'case').some(m => grammar.answers.directionMarks.has(m.lower))
  if (candidate.type === 'MOBILIZE' && (goesThere || topics.contexts(word.sentence).some(c => c.context === 'peacekeeping'))) return false
  return candidate.actors.every(a => {
    const entity = byId.get(a.id)
    const own = countryOf(entity)
    return own === undefined
      ? entity?.sector === 'IGO' || entity?.sector === 'NGO' || entity?.sector === 'UNO' || entity?.sector === 'EUR'
      : own !== where
  })
}

const countryOf = (entity: Entity | undefined): string | undefined => entity?.ref?.country ?? entity?.place?.country ?? undefined

/** Where it took place by its own words; looked for once each. */
function placesOwn(bench: Workbench, candidate: Candidate, type: EventType, mode: Event['mode']): readonly PlaceFound[] {
  const known = bench.placed.get(candidate.trigger)
  if (known) return known
  const { words, answers, grammar, index, byId } = bench
  const physical = type === 'ASSAULT' || type === 'COERCE' || type === 'MOBILIZE' || candidate.mode === 'visit'
  const found = placesOf(
    {
      words,
      index,
      entities: byId,
      placeMarks: answers.placeMarks,
      directionMarks: answers.directionMarks,
      speech: answers.speech,
      topicMarks: answers.topicMarks,
    },
    candidate.trigger,
    {
      moving: MOVING.has(type) && mode !== 'phone',
      through: SPOKEN.has(candidate.type) ? candidate.beside : undefined,
      // Whom forces are readied against is not where they are.
      objects: physical
        ? [...grammar.fillers(candidate.trigger, 'obj'), ...(type === 'MOBILIZE' ? [] : candidate.recipients.map(p => p.head))]
        : [],
    },
  )
  bench.placed.set(candidate.trigger, found)
  return found
}

/** The one named place of the other attacks of a sentence; empty where they took place in several or in none. */
function placesBesideOf(bench: Workbench, candidate: Candidate): readonly PlaceFound[] {
  const sentence = bench.sentences[bench.words[candidate.trigger]?.sentence ?? 0]
  let one: PlaceFound | null = null
  for (let i = sentence?.first ?? 0; i < (sentence?.end ?? 0); i++) {
    const other = bench.candidates.get(i)
    if (!other || other === candidate || !isSameScene(candidate, other)) continue
    const place = placesOwn(bench, other, other.type, other.mode)[0]
    if (place && one && place.id !== one.id) return []
    one = place ?? one
  }
  return one && bench.byId.get(one.id)?.mentions.some(m => m.as === 'name') ? [{ ...one, rule: 'place/of-the-story' }] : []
}

/** Attacks told in one sentence with one standing; who is held is taken elsewhere. */
function isSameScene(a: Candidate, b: Candidate): boolean {
  const isAttack = (c: Candidate) => c.type === 'ASSAULT' && c.mode !== 'abduct' && !c.absorbed
  return isAttack(a) && isAttack(b) && a.standing.status === b.standing.status
}

/** Where it took place: by the words, else where the other deeds of its sentence or the event told just before did. */
function placesFor(
  bench: Workbench,
  candidate: Candidate,
  type: EventType,
  mode: Event['mode'],
  before: readonly Event[],
  time: Time | null,
): readonly PlaceFound[] {
  const { words, sentences } = bench
  const found = placesOwn(bench, candidate, type, mode)
  if (found.length || !LOCATED.has(type)) return found
  const beside = placesBesideOf(bench, candidate)
  if (beside.length) return beside
  const here = words[candidate.trigger]?.sentence ?? 0
  const heading = bench.setting.heading(here)
  if (heading) return [heading]
  const fits = (place: PlaceFound) => !isOfAnotherCountry(bench, candidate, place)
  const since = sentences[Math.max(0, here - STORY)]?.span[0] ?? 0
  const until = sentences[here]?.span[0] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    const event = before[i] as Event
    if (event.evidence[0] < since) break
    if (event.place === null || event.evidence[0] >= until || !LOCATED.has(event.type)) continue
    if (isOfAnotherTime(event.time, time)) return []
    const places = event.places.map(id => ({
      id,
      span: event.from.places?.spans[0] ?? event.evidence,
      head: candidate.trigger,
      rule: 'place/of-the-story',
    }))
    return places.every(fits) ? places : []
  }
  for (let n = here - 1; n >= Math.max(0, here - STORY); n--) {
    const setting = bench.setting.of(n)
    if (setting) return fits(setting) ? [setting] : []
  }
  return []
}

/** Days that have none in common: another happening than the one told before. */
function isOfAnotherTime(before: Time | null, time: Time | null): boolean {
  if (!before?.start || !before.end || !time?.start || !time.end) return false
  return before.end < time.start || time.end < before.start
}

/** What a state does without force is not told to take place where the story in another country does: "Peru has deported 200 Haitians". */
function isOfAnotherCountry({ byId }: Workbench, candidate: Candidate, place: PlaceFound): boolean {
  if (candidate.type === 'ASSAULT' || candidate.type === 'MOBILIZE') return false
  const where = countryOf(byId.get(place.id))
  const states = candidate.actors.flatMap(a => {
    const entity = byId.get(a.id)
    return entity?.kind === 'country' || entity?.kind === 'government' ? [countryOf(entity)] : []
  })
  return where !== undefined && states.length > 0 && states.every(s => s !== undefined && s !== where)
}

/** Types that have a place even where the sentence names none. */
const LOCATED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'AID'])
/** How many sentences back the story's place is looked for. */
const STORY = 3

/** The mode that goes with the type in the end. */
function modeFor(grammar: Grammar, candidate: Candidate, settled: ReturnType<typeof settle>): Event['mode'] {
  if (settled.mode !== undefined) return settled.mode
  if (settled.type !== candidate.type) return null
  return settled.type === 'ASSAULT' ? modeByMeans(grammar, candidate) : candidate.mode
}

/** The trigger word, and beside it the noun or verb that makes one trigger with it. */
function triggerOf(words: readonly Word[], candidate: Candidate): Event['trigger'] {
  const all = [candidate.trigger, ...candidate.beside].sort((a, b) => a - b)
  const spans = all.filter((x, i) => x !== all[i - 1]).map(i => wordSpan(words, i))
  return spans.length === 1 ? (spans[0] as Span) : spans
}

function objectOf({ words, grammar }: Workbench, candidate: Candidate): Span | null {
  for (const together of candidate.frame.object)
    for (const slot of together)
      for (const head of grammar.fillers(candidate.trigger, slot)) {
        if (words[head]?.upos === 'PRON') continue
        const inside = subtree(
          words,
          head,
          w => /^(?:acl|appos|case|punct|parataxis|cc|mark)/.test(w.deprel) || (w.deprel === 'det' && w.head === head),
        )
        return spanOf(words, inside)
      }
  return null
}

/** "No group has claimed the attack": nobody is named for what took place. */
function isNobody({ words, answers }: Workbench, { head }: Party): boolean {
  return childrenBy(words, head, 'det').some(d => answers.modifiers.get(d.lower) === 'negated')
}

function isDefinite({ words, answers }: Workbench, candidate: Candidate): boolean {
  return [candidate.trigger, ...candidate.beside].some(
    i => words[i]?.upos === 'NOUN' && (words[i] as Word).children.some(c => answers.definite.has(words[c]?.lower ?? '')),
  )
}

/** Is one place the other, or in the same country as far as known? */
function contains(byId: ReadonlyMap<string, Entity>, a: string, b: string): boolean {
  const [x, y] = [byId.get(a), byId.get(b)]
  if (a === b) return true
  const [c, d] = [x?.place?.country ?? x?.ref?.country, y?.place?.country ?? y?.ref?.country]
  return (
    !!c &&
    c === d &&
    (x?.kind === 'country' || y?.kind === 'country' || x?.place?.precision === 'admin1' || y?.place?.precision === 'admin1')
  )
}
