import type { EventAnswers, EventFrame } from '../../document/answers/events.ts'
import type { EventStatus } from '../../record/event.ts'
import type { Context, EventMode } from '../../record/vocab/plover.ts'
import { loadTable } from '../../resource/table.ts'
import { pushTo } from '../../util/group.ts'
import { loadClasses, loadFrames, loadOperators } from '../event-frames.ts'

const FRAMES = [
  'assault',
  'coerce',
  'sanction',
  'aid',
  'mobilize',
  'protest',
  'accuse',
  'reject',
  'request',
  'threaten',
  'agree',
  'consult',
  'support',
  'concede',
  'cooperate',
  'retreat',
]
const at = (name: string) => new URL(`./events/${name}.tsv`, import.meta.url)

/** English events, from the lists in `events/`. */
export function loadEventAnswers(): EventAnswers {
  const classes = loadClasses(at('classes'))
  const frames = loadFrames(
    FRAMES.map(name => at(`frames-${name}`)),
    classes,
  )
  const lists = new Map<string, string[]>()
  const statuses = { auxiliary: new Map<string, EventStatus>(), modifier: new Map<string, EventStatus>() }
  for (const { kind, word, value } of loadTable(at('words'), ['kind', 'word', 'value'])) {
    const words = word.split('|').flatMap(w => (w.startsWith('@') ? (classes.get(w.slice(1)) ?? []) : [w]))
    if (kind === 'auxiliary' || kind === 'modifier') for (const w of words) statuses[kind].set(w, value as EventStatus)
    else lists.set(kind, [...(lists.get(kind) ?? []), ...words])
  }
  const contexts = grouped<Context>('contexts', 'context')
  const list = (kind: string): ReadonlySet<string> => new Set(lists.get(kind))
  return {
    frames,
    operators: loadOperators(at('operators')),
    forms: formsOf(frames),
    attributive: list('attributive'),
    obligations: list('obligation'),
    vows: list('vow'),
    approximators: list('approximator'),
    transitive: transitiveVerbs(frames),
    particles: list('particle'),
    auxiliaries: statuses.auxiliary,
    modifiers: statuses.modifier,
    conditionals: list('conditional'),
    singling: list('singling'),
    general: list('general'),
    infinitive: list('infinitive'),
    subjectControl: list('subject-control'),
    obliqueControl: list('oblique-control'),
    speech: list('speech'),
    agentMarks: list('agent-mark'),
    objectControlMarks: list('object-control-mark'),
    relatives: list('relative'),
    people: 'people',
    partitives: list('partitive'),
    neverActors: list('never-actor'),
    hazards: list('hazard'),
    definite: list('definite'),
    harm: list('harm'),
    during: list('during'),
    causeSlots: list('cause-slot'),
    toolSlots: list('tool-slot'),
    wields: list('wield'),
    genitives: list('genitive'),
    documents: list('document'),
    placeMarks: list('place-mark'),
    directionMarks: list('direction-mark'),
    topicMarks: list('topic-mark'),
    aimMarks: list('aim-mark'),
    commands: list('command'),
    warnings: list('warning'),
    offTopic: new Map(columns<string>('off-topic', 'area')),
    means: new Map(columns<EventMode>('means', 'mode')),
    contexts,
    contextPairs: new Set([...contexts.keys()].flatMap(words => (words.includes(' ') ? words.slice(0, words.indexOf(' ')) : []))),
    contentModes: grouped<EventMode>('content-modes', 'mode'),
  }
}

/** Word → value of the first row that has it. */
function columns<V extends string>(name: string, value: string): [string, V][] {
  return loadTable(at(name), [value, 'words'])
    .flatMap(row => row.words?.split('|').map(w => [w, row[value] as V] as [string, V]) ?? [])
    .reverse()
}

function grouped<V extends string>(name: string, value: string): Map<string, V[]> {
  const out = new Map<string, V[]>()
  for (const row of loadTable(at(name), [value, 'words']))
    for (const word of row.words?.split('|') ?? []) pushTo(out, word, row[value] as V)
  return out
}

/** Verbs that no frame has without an object. */
function transitiveVerbs(frames: ReadonlyMap<string, readonly EventFrame[]>): Set<string> {
  const out = new Set<string>()
  const without = new Set<string>()
  for (const [word, list] of frames)
    for (const f of list) if (f.pos === 'verb' && f.type !== null) (takesObject(f) ? out : without).add(word.split(' ')[0] as string)
  return new Set([...out].filter(w => !without.has(w)))
}

function takesObject(frame: EventFrame): boolean {
  const inRole = [...frame.actors, ...frame.recipients, ...frame.object].some(together => together.includes('obj'))
  return inRole || frame.when.some(c => !c.not && c.slots.includes('obj'))
}

/** Past forms of the verbs among the frames: the regular ones by rule, the others from a list. */
function formsOf(frames: ReadonlyMap<string, readonly EventFrame[]>): Map<string, string> {
  const out = new Map<string, string>()
  for (const [word, list] of frames) {
    if (word.includes(' ') || !list.some(f => f.pos === 'verb')) continue
    for (const form of regularForms(word)) out.set(form, word)
  }
  for (const { form, verb } of loadTable(at('irregular'), ['form', 'verb'])) out.set(form, verb)
  return out
}

/** Regular past and present participles. */
function regularForms(verb: string): string[] {
  const past = pastForms(verb)
  return [...past, ...past.map(form => `${verb.endsWith('y') ? verb : form.slice(0, -2)}ing`)]
}

function pastForms(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}d`]
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`]
  const doubled = `${verb}${verb.slice(-1)}ed`
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ? [doubled] : [`${verb}ed`, doubled]
}
