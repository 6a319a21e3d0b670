import type { EventAnswers } from '../document/answers/events.ts'
import type { Language } from '../document/language.ts'
import type { Event, Layers } from '../document/layers.ts'
import { indexEntities, indexMentions } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import { findCandidates, rememberFrames } from './events/candidates.ts'
import { takeContents } from './events/compose.ts'
import { confidenceOf, THRESHOLD } from './events/confidence.ts'
import { createTopics } from './events/contexts.ts'
import { createParties, type Parties } from './events/parties.ts'
import { takeTopics } from './events/protests.ts'
import { takePurposes } from './events/purposes.ts'
import { toEvent, type Workbench } from './events/record.ts'
import { createSetting } from './events/setting.ts'
import { createGrammar } from './events/slots.ts'
import { seekRecipients } from './events/sought.ts'
import { findDuties, indexStatements, takeWarnings } from './events/speech.ts'
import { mergeViolence } from './events/violence.ts'

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
  { name: 'events/helped-where', says: 'Help without a named recipient is given to the country that it is given in.' },
  { name: 'events/aimed-where', says: 'Force, curbs and threats of somebody from elsewhere are aimed at the place that they name.' },
  { name: 'events/recipient-of-purpose', says: 'What a deed is done for names its recipient: "gave 2 million to help Haiti".' },
  {
    name: 'events/recipient-of-object',
    says: 'An event that names no recipient in its own slots is aimed at whoever is named nearest inside what it touches, asks or refuses.',
  },
  { name: 'events/condition', says: 'A threat is aimed at whoever its condition is laid on.' },
  { name: 'events/ordered', says: 'A curb or sanction that somebody orders is done by ordering it.' },
  { name: 'events/exercise-together', says: 'An exercise that several countries hold is cooperation.' },
  { name: 'events/will-not', says: 'Who will not help, yield or talk refuses to.' },
  { name: 'events/topic-of-protest', says: 'A protest is aimed at whom its demand is made of.' },
  { name: 'events/nobody-named', says: 'No subject, owner or agent of the trigger names anybody.' },
  { name: 'events/no-place-named', says: 'Neither the clause nor the events told before name a place.' },
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

/** Events in reading order. */
function findEvents(input: Input, _language: Language, answers: EventAnswers): readonly Event[] {
  const grammar = createGrammar(input.words, answers, timeWords(input))
  const index = indexMentions(input.mentions)
  const byId = indexEntities(input.entities)
  const open = new Set<number>()
  const frameAt = rememberFrames(grammar, () => parties)
  const eventParties = (head: number) => {
    if (open.has(head) || open.size > 4) return []
    const frame = frameAt(head)
    if (!frame || frame.type === null) return null
    open.add(head)
    const found = parties.inRole(head, frame.actors)
    open.delete(head)
    return found
  }
  const isTurnedDown = (head: number) => {
    const frame = input.words[head]?.upos === 'NOUN' ? frameAt(head) : null
    return frame !== null && frame.type === null && frame.when.length > 0
  }
  const parties: Parties = createParties(grammar, index, byId, eventParties, isTurnedDown)
  const saidAt = indexStatements(input.statements)
  const topics = createTopics(input.words, input.sentences, answers)
  const setting = createSetting(input.words, input.sentences, input.mentions, byId, answers.placeMarks)
  const candidates = findCandidates(grammar, parties, frameAt, namedWords(input))
  const bench: Workbench = {
    ...input,
    answers,
    grammar,
    index,
    byId,
    topics,
    setting,
    saidAt,
    countries: countriesOf(input.entities),
    candidates,
    placed: new Map(),
  }
  const speakerOf = (position: number) => byId.get(saidAt(position)?.speaker ?? '') ?? null
  takeContents(grammar, parties, candidates)
  findDuties(grammar, parties, candidates, speakerOf)
  takeWarnings(grammar, candidates, byId)
  takeTopics(grammar, candidates)
  takePurposes(grammar, candidates)
  mergeViolence(grammar, candidates)
  seekRecipients(grammar, parties, candidates, byId)
  const events: Event[] = []
  for (const candidate of candidates.values()) {
    if (candidate.absorbed) continue
    const confidence = confidenceOf(grammar, input.sentences, candidates, candidate, topics)
    if (confidence < THRESHOLD) continue
    events.push(toEvent(bench, candidate, confidence, events))
  }
  return events
}

/** Countries by their code. */
function countriesOf(entities: Input['entities']): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const { id, kind, ref } of entities) if (kind === 'country' && ref?.country && !out.has(ref.country)) out.set(ref.country, id)
  return out
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
