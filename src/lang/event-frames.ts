import type { Condition, EventFrame, EventOperator, FillerKind, RoleSlots, TriggerPos } from '../document/answers/events.ts'
import { EVENT_STATUSES, type EventStatus } from '../record/event.ts'
import { EVENT_MODES, EVENT_TYPES, type EventMode, type EventType, MODES_OF } from '../record/vocab/plover.ts'
import { loadTable, type Row } from '../resource/table.ts'
import { GriotError } from '../util/error.ts'
import { pushTo } from '../util/group.ts'

const COLUMNS = ['word', 'pos', 'when', 'type', 'roles', 'content', 'status', 'trust'] as const
const POS: Readonly<Record<string, TriggerPos>> = { v: 'verb', n: 'noun', a: 'adj' }
const KINDS: readonly string[] = ['country', 'actor', 'place', 'person', 'event', 'name', 'clause']
/** Classes of words that an entity known to be an armed group belongs to as well. */
const ARMED: ReadonlySet<string> = new Set(['@armed', '@militia'])
/** Roles of a row that names none. */
const USUAL: Readonly<Record<TriggerPos, string>> = {
  verb: 'A=subj R=obj',
  noun: 'A=by|poss|subj|mod R=against|on|of|recipient',
  adj: 'A=subj',
}
type Classes = ReadonlyMap<string, readonly string[]>

/**
 * Frames out of lists in the notation that their heads explain: a row is a sense; `when` holds conditions `slot=word|@class`, `slot` (filled) or `!…` (not);
 * `roles` says `A=subj R=obj|against O=obj` (alternatives by "|", together by "+"); `content` names the slots of what is asked or promised.
 * The frames of a word stand by number of conditions, then senses that are no event, then order of rows.
 */
export function loadFrames(files: readonly URL[], classes: Classes): ReadonlyMap<string, readonly EventFrame[]> {
  const frames = new Map<string, EventFrame[]>()
  for (const file of files)
    for (const row of loadTable(file, COLUMNS))
      for (const word of row.word.split('|')) {
        const key = word.trim()
        const frame = parseFrame(row, key, classes, file)
        const list = frames.get(key)
        if (list) list.push(frame)
        else frames.set(key, [frame])
      }
  for (const list of frames.values())
    list.sort((a, b) => b.when.length - a.when.length || Number(a.type !== null) - Number(b.type !== null))
  return frames
}

function parseFrame(row: Row<(typeof COLUMNS)[number]>, word: string, classes: Classes, file: URL): EventFrame {
  const fail = (what: string): never => {
    throw new GriotError('bad-list', `${file.pathname}:${row.line}: ${what}.`, { hint: 'See the head of the list for its notation.' })
  }
  const pos = POS[row.pos] ?? fail(`"${row.pos}" is no part of speech`)
  const [type = '', mode = ''] = row.type.split(':')
  if (type !== '-' && !(EVENT_TYPES as readonly string[]).includes(type)) fail(`"${type}" is no event type`)
  const fixed = mode !== '' && mode !== 'content'
  if (fixed && !(EVENT_MODES as readonly string[]).includes(mode)) fail(`"${mode}" is no mode`)
  if (fixed && type !== '-' && !(mode in MODES_OF[type as EventType])) fail(`"${mode}" is no mode of ${type}`)
  if (row.status && !(EVENT_STATUSES as readonly string[]).includes(row.status)) fail(`"${row.status}" is no status`)
  const roles = parseRoles(row.roles ? row.roles : USUAL[pos], fail)
  return {
    name: `${word} ${pos} ${row.line}`,
    pos,
    when: parseConditions(row.when, classes, fail),
    type: type === '-' ? null : (type as EventType),
    mode: fixed ? (mode as EventMode) : null,
    modeByContent: mode === 'content',
    actors: roles.A,
    recipients: roles.R,
    object: roles.O,
    content: row.content ? row.content.split('|') : [],
    status: row.status ? (row.status as EventStatus) : null,
    trust: row.trust ? Number(row.trust) : 0.7,
  }
}

function parseRoles(cell: string, fail: (what: string) => never): Record<'A' | 'R' | 'O', RoleSlots> {
  const roles: Record<'A' | 'R' | 'O', RoleSlots> = { A: [], R: [], O: [] }
  for (const part of cell.split(' ')) {
    const [role = '', slots = ''] = part.split('=')
    if (role !== 'A' && role !== 'R' && role !== 'O') fail(`"${part}" is no role`)
    else roles[role] = slots === '' ? [] : slots.split('|').map(s => s.split('+'))
  }
  return roles
}

function parseConditions(cell: string, classes: Classes, fail: (what: string) => never): Condition[] {
  return cell
    .split(' ')
    .filter(part => part !== '')
    .map(part => {
      const not = part.startsWith('!')
      const [slot = '', values] = (not ? part.slice(1) : part).split('=')
      const lemmas = new Set<string>()
      const kinds: FillerKind[] = []
      for (const value of values === undefined ? [] : values.split('|')) {
        if (!value.startsWith('@')) lemmas.add(value)
        else if (KINDS.includes(value.slice(1))) kinds.push(value.slice(1) as FillerKind)
        else {
          if (ARMED.has(value)) kinds.push('armed')
          for (const lemma of classes.get(value.slice(1)) ?? fail(`the class "${value}" is not known`)) lemmas.add(lemma)
        }
      }
      return { slots: slot.split('/'), not, lemmas, kinds }
    })
}

/** Classes of words: name → lemmas; a class may name others by "@name" that stand above it. */
export function loadClasses(file: URL): Classes {
  const classes = new Map<string, string[]>()
  for (const row of loadTable(file, ['class', 'words'])) {
    const words = row.words.split('|').flatMap(w => (w.startsWith('@') ? (classes.get(w.slice(1)) ?? []) : [w]))
    classes.set(row.class, [...(classes.get(row.class) ?? []), ...words])
  }
  return classes
}

/** Operators by lemma (with particle): what they take, what they make of it. */
export function loadOperators(file: URL): ReadonlyMap<string, readonly EventOperator[]> {
  const operators = new Map<string, EventOperator[]>()
  for (const row of loadTable(file, ['word', 'pos', 'takes', 'effect', 'subject', 'light', 'commits']))
    for (const word of row.word.split('|')) {
      const operator: EventOperator = {
        pos: POS[row.pos] ?? 'verb',
        takes: new Set(row.takes.split('|')),
        effect: row.effect ? (row.effect as EventStatus) : null,
        subject: row.subject === 'A' ? 'actor' : row.subject === 'R' ? 'recipient' : null,
        light: row.light !== '',
        commits: row.commits !== '',
      }
      pushTo(operators, word, operator)
    }
  return operators
}
