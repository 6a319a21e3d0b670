import type { Agent, AgentAnswers } from '../../document/answers/agents.ts'
import { ENTITY_KINDS, type EntityKind } from '../../record/entity.ts'
import { SECTORS, type Sector } from '../../record/vocab/sectors.ts'
import { loadTable, type Row } from '../../resource/table.ts'

interface Entry extends Agent {
  /** A word in front decides the sector: "rebel spokesman". */
  readonly takes: boolean
}

/** Several fighters of these sectors are an armed group, several other persons a population. */
const ARMED: ReadonlySet<string> = new Set(['REB', 'UAF', 'PRM'])
/** What ends the part of a phrase that names the actor: "members of the army". */
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'of',
  'for',
  'in',
  'from',
  'to',
  'at',
  'on',
  'with',
  'by',
  'against',
  'near',
  'around',
  'outside',
  'inside',
  'between',
  'under',
])
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her'])
/** Longer phrases are cut: what stands further off says nothing about the head. */
const WINDOW = 16

/** English nouns for actors, from `agents.tsv`. */
export function loadAgents(): AgentAnswers {
  const single = new Map<string, Entry>()
  const plural = new Map<string, Entry>()
  const modifiers = new Map<string, Sector>()
  for (const row of loadTable(new URL('./agents.tsv', import.meta.url), ['noun', 'plural', 'kind', 'sector', 'takes'])) {
    const sector = isSector(row.sector) ? row.sector : null
    if (row.kind === 'modifier') {
      if (sector) modifiers.set(row.noun, sector)
      continue
    }
    const entry = toEntry(row, sector)
    if (row.noun !== '-') {
      single.set(row.noun, entry)
      // A row for the plural alone says more than the one that this plural comes from.
      if (row.plural !== '-' && !plural.has(row.plural)) plural.set(row.plural, several(entry))
    } else plural.set(row.plural, entry)
  }

  /** By the last word of a listed phrase: how many words the longest such phrase has. */
  const lengths = new Map<string, number>()
  for (const phrase of [...single.keys(), ...plural.keys()]) {
    const words = phrase.split(' ')
    const last = words.at(-1) as string
    lengths.set(last, Math.max(lengths.get(last) ?? 0, words.length))
  }

  const look = (phrase: string, number: 'sing' | 'plur' | null): Entry | null => {
    const one = single.get(phrase)
    if (one && number === 'plur') return several(one)
    return one ?? plural.get(phrase) ?? null
  }
  const modifier = (word: string): Sector | null => modifiers.get(word) ?? look(word, null)?.sector ?? null
  /** The longest end of the words that is listed and begins before `limit`. */
  const findEnd = (words: readonly string[], limit: number, number: 'sing' | 'plur' | null): { entry: Entry; first: number } | null => {
    const last = words.at(-1) as string
    const longest = lengths.get(last)
    if (longest === undefined) return null
    for (let first = Math.max(0, words.length - longest); first < limit; first++) {
      const entry = look(first === words.length - 1 ? last : words.slice(first).join(' '), number)
      if (entry) return { entry, first }
    }
    return null
  }
  const find = (words: readonly string[], number: 'sing' | 'plur' | null): Agent | null => {
    const at = words.findIndex((w, i) => i > 0 && PREPOSITIONS.has(w))
    const found = findEnd(words, at < 0 ? words.length : at, number)
    if (found) {
      const open = found.entry.takes || found.entry.sector === null
      return withSector(found.entry, open ? sectorOf(words.slice(0, found.first), modifier) : null)
    }
    if (at < 0) return null
    const head = find(words.slice(0, at), number)
    if (head === null || head.sector !== null) return head
    const rest = words.slice(at + 1)
    return withSector(head, find(ARTICLES.has(rest[0] ?? '') ? rest.slice(1) : rest, null)?.sector ?? null)
  }
  return {
    of: (phrase, number = null) => find(phrase.split(' ', WINDOW), number),
    whole: phrase => look(phrase, null),
    complements: new Set(['of', 'for', 'from', 'at', 'with']),
    modifier,
  }
}

/** The sector that the words in front of a noun give to it, the nearest first. */
function sectorOf(front: readonly string[], modifier: (word: string) => Sector | null): Sector | null {
  for (let i = front.length - 1; i >= 0 && i >= front.length - 3; i--) {
    const sector = (i > 0 ? modifier(`${front[i - 1]} ${front[i]}`) : null) ?? modifier(front[i] as string)
    if (sector) return sector
  }
  return null
}

function withSector({ kind, sector, person, ofState }: Agent, given: Sector | null): Agent {
  return { kind, sector: given ?? sector, person, ofState }
}

function toEntry(row: Row<'kind' | 'takes'>, sector: Sector | null): Entry {
  const kind = (ENTITY_KINDS as readonly string[]).includes(row.kind) ? (row.kind as EntityKind) : 'organization'
  return { kind, sector, person: kind === 'person', takes: row.takes !== '', ofState: row.takes === 'state' }
}

function several(entry: Entry): Entry {
  if (entry.kind !== 'person') return entry
  return { ...entry, kind: ARMED.has(entry.sector ?? '') ? 'armed-group' : 'population' }
}

function isSector(word: string): word is Sector {
  return (SECTORS as readonly string[]).includes(word)
}
