import type { EventAnswers } from '../document/answers/events.ts'
import type { Language } from '../document/language.ts'
import type { Entity, Event, Layers, Sentence, Word } from '../document/layers.ts'
import { indexEntities, indexMentions, type MentionIndex } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import type { Trail } from '../document/trail.ts'
import { spanOf, subtree } from '../document/tree.ts'
import type { Span } from '../record/span.ts'
import { placesOf } from './clause-place.ts'
import { timeOf } from './clause-time.ts'
import { acledOf } from './events/acled.ts'
import { type Candidate, findCandidates, rememberFrames } from './events/candidates.ts'
import { confidenceOf, THRESHOLD } from './events/confidence.ts'
import { takeContents } from './events/compose.ts'
import { contextOfMode, contextsIn } from './events/contexts.ts'
import { createParties, type Parties, type Party } from './events/parties.ts'
import { findTwin } from './events/same.ts'
import { takeTopics } from './events/protests.ts'
import { settle } from './events/settle.ts'
import { createGrammar, type Grammar } from './events/slots.ts'
import { findDuties, statementAround } from './events/speech.ts'
import { mergeViolence, modeByMeans } from './events/violence.ts'

/** How events are found, for the rule catalogue; every frame of the language's lists is a rule of its own beside these. */
export const eventRules = [
  { name: 'events/frame', says: 'A word in one of the senses of the frame lists, with the arguments that this sense takes.' },
  { name: 'events/promised', says: 'What is promised, agreed or offered takes its type from the deed that is promised.' },
  {
    name: 'events/told-in-the-future',
    says: 'A cooperation told in the future is an agreement; a retreat told in the future is a concession.',
  },
  { name: 'events/mode-by-content', says: 'What is asked for, refused or threatened gives the mode.' },
  { name: 'events/mode-by-means', says: 'A weapon or manner named in the clause gives the mode of an assault.' },
  {
    name: 'events/recipient-of-content',
    says: 'Whoever is to do what is asked for, or would suffer what is threatened, is the recipient.',
  },
  { name: 'events/standing', says: 'Auxiliaries, negations, conditions and the verbs above say whether it took place.' },
  { name: 'events/innermost-statement', says: 'The shortest statement whose content holds the trigger says it.' },
  { name: 'events/told-before', says: 'An earlier event of the same kind whose parties, place and time do not contradict.' },
  { name: 'events/duty', says: 'What somebody says that somebody else must do is asked of him.' },
  { name: 'events/uttered-as-threat', says: 'A hostile deed that lies ahead, told by whoever would do it, is a threat.' },
  { name: 'events/topic-of-protest', says: 'A protest is aimed at whom its demand is made of.' },
  { name: 'events/words-of-context', says: 'A word in the sentence that belongs to this context.' },
] as const

/** Finds who did what to whom, where and when, planned or done. */
export const eventsStage = stage({
  name: 'events',
  needs: ['report', 'words', 'sentences', 'mentions', 'entities', 'times', 'statements'],
  gives: ['events'],
  run: (layers, language) => ({ events: language.events ? findEvents(layers, language, language.events) : [] }),
})

type Input = Pick<Layers, 'report' | 'words' | 'sentences' | 'mentions' | 'entities' | 'times' | 'statements'>

/** What a reading of one report has at hand. */
interface Workbench extends Input {
  readonly answers: EventAnswers
  readonly grammar: Grammar
  readonly parties: Parties
  readonly index: MentionIndex
  readonly byId: ReadonlyMap<string, Entity>
}

/** Events in reading order. */
function findEvents(input: Input, _language: Language, answers: EventAnswers): readonly Event[] {
  const grammar = createGrammar(input.words, answers, timeWords(input))
  const index = indexMentions(input.mentions)
  const byId = indexEntities(input.entities)
  const open = new Set<number>()
  const frameAt = rememberFrames(grammar, () => parties)
  const parties: Parties = createParties(grammar, index, byId, head => {
    if (open.has(head) || open.size > 4) return []
    const frame = frameAt(head)
    if (!frame || frame.type === null) return null
    open.add(head)
    const found = parties.inRole(head, frame.actors)
    open.delete(head)
    return found
  })
  const bench: Workbench = { ...input, answers, grammar, parties, index, byId }
  const candidates = findCandidates(grammar, parties, frameAt, namedWords(input))
  const speakerOf = (position: number) => byId.get(statementAround(input.statements, position)?.speaker ?? '') ?? null
  takeContents(grammar, parties, candidates)
  findDuties(grammar, parties, candidates, speakerOf)
  takeTopics(grammar, candidates)
  mergeViolence(grammar, candidates)
  const events: Event[] = []
  for (const candidate of candidates.values()) {
    if (candidate.absorbed) continue
    const confidence = confidenceOf(grammar, input.sentences, candidates, candidate)
    if (confidence < THRESHOLD) continue
    events.push(toEvent(bench, candidate, confidence, events))
  }
  return events
}

/** Tells words inside time expressions. */
function timeWords({ times, words }: Input): (index: number) => boolean {
  const timed = new Uint8Array(words.length)
  for (const t of times) timed.fill(1, t.first, t.end)
  return index => timed[index] === 1
}

/** Tells words inside proper names, which are no events of their own. */
function namedWords({ mentions, words }: Input): (index: number) => boolean {
  const named = new Uint8Array(words.length)
  for (const m of mentions) if (m.as === 'name') named.fill(1, m.first, m.end)
  return index => named[index] === 1
}

function toEvent(bench: Workbench, candidate: Candidate, confidence: number, before: readonly Event[]): Event {
  const { words, sentences, answers, grammar, times, byId } = bench
  const word = words[candidate.trigger] as Word
  const sentence = sentences[word.sentence] as Sentence
  const said = statementAround(bench.statements, word.start)
  const settled = settle(candidate, byId.get(said?.speaker ?? '') ?? null, byId)
  const mode = modeFor(grammar, candidate, settled)
  const trigger = triggerOf(words, candidate)
  const spans = Array.isArray(trigger[0]) ? (trigger as Span[]) : [trigger as Span]
  const recipients = candidate.recipients.filter(p => !candidate.actors.some(a => a.id === p.id))
  const places = placesOf(
    {
      words,
      index: bench.index,
      entities: byId,
      placeMarks: answers.placeMarks,
      directionMarks: answers.directionMarks,
      speech: answers.speech,
    },
    candidate.trigger,
    {
      moving: MOVING.has(settled.type) && mode !== 'phone',
      objects:
        settled.type === 'ASSAULT' || settled.type === 'COERCE' || settled.type === 'MOBILIZE' || mode === 'visit'
          ? grammar.fillers(candidate.trigger, 'obj')
          : [],
    },
  )
  const time = timeOf(words, times, candidate.trigger)
  const contexts = contextsIn(words, sentence, answers)
  const brought = contextOfMode(mode)
  const object = objectOf(bench, candidate)
  const mutual = candidate.actors.length > 1 && recipients.length === 0
  const acled = acledOf(settled.type, mode, {
    mutual: mutual || candidate.frame.recipients.length === 0,
    armedRecipient: recipients.some(p => ARMED.has(byId.get(p.id)?.sector ?? '')),
    peace: contexts.some(c => c.context === 'peacekeeping') || answers.contentModes.get(word.lemma)?.[0] === 'yield',
  })
  const event: Omit<Event, 'same' | 'from'> = {
    id: `v${before.length + 1}`,
    type: settled.type,
    mode,
    contexts: [...contexts.map(c => c.context), ...(brought && !contexts.some(c => c.context === brought) ? [brought] : [])],
    status: settled.status,
    trigger,
    actors: candidate.actors.map(p => p.id),
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
  if (event.actors.length) from.actors = { rule: candidate.rules.get('actors') ?? 'events/frame', spans: candidate.actors.map(spanOfParty) }
  if (event.recipients.length)
    from.recipients = { rule: candidate.rules.get('recipients') ?? 'events/frame', spans: recipients.map(spanOfParty) }
  if (object) from.object = { rule: 'events/frame', spans: [object] }
  if (places[0]) from.place = from.places = { rule: places[0].rule, spans: places.map(p => p.span) }
  if (time) from.time = { rule: time.rule, spans: time.time.span ? [time.time.span] : [] }
  if (said) from.saidIn = { rule: 'events/innermost-statement', spans: said.content }
  if (event.contexts.length) from.contexts = { rule: 'events/words-of-context', spans: contexts.map(c => c.span) }
  if (acled) from.acled = { rule: 'events/frame', spans }
  if (twin) from.same = { rule: 'events/told-before', spans: [before.find(e => e.id === twin)?.evidence ?? sentence.span, ...spans] }
  return { ...event, same: twin, from }
}

const MOVING: ReadonlySet<string> = new Set(['MOBILIZE', 'CONSULT', 'AGREE', 'RETREAT', 'AID', 'COERCE', 'SANCTION'])
const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'UAF', 'PRM', 'IMG', 'COP', 'CRM'])

function wordSpan(words: readonly Word[], index: number): Span {
  const word = words[index] as Word
  return [word.start, word.end]
}

const spanOfParty = (party: Party): Span => party.span

/** The mode that goes with the type in the end. */
function modeFor(grammar: Grammar, candidate: Candidate, settled: ReturnType<typeof settle>): Event['mode'] {
  if (settled.mode !== undefined) return settled.mode
  if (settled.type !== candidate.type) return null
  return candidate.mode ?? (settled.type === 'ASSAULT' ? modeByMeans(grammar, candidate) : null)
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

function isDefinite({ words, answers }: Workbench, candidate: Candidate): boolean {
  const word = words[candidate.trigger] as Word
  return word.upos === 'NOUN' && word.children.some(c => answers.definite.has(words[c]?.lower ?? ''))
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
