import { foldName } from '../util/fold.ts'
import { loadModel, type Model } from './model.ts'
import { openNameIndex } from './name-index.ts'

/** A body, group or person that a list knows. */
export interface KnownActor {
  readonly name: string
  /** Kind of entity: "person", "armed-group" … */
  readonly kind: string
  /** PLOVER sector, null where the list does not tell. */
  readonly sector: string | null
  /** ISO 3166-1 alpha-3: where it belongs or fights, the main one first; empty for bodies of many countries. */
  readonly countries: readonly string[]
  readonly wikidata: string | null
  readonly ucdp: string | null
  /** Offices of a person, the latest first. */
  readonly offices: readonly Office[]
}

/** An office that somebody held; days are ISO dates, null where open or unknown. */
export interface Office {
  readonly title: string
  /** ISO 3166-1 alpha-3, '' for an office of no country. */
  readonly country: string
  readonly start: string | null
  readonly end: string | null
}

/** How a name belongs to an actor: in full, as letters in capitals ("WHO"), or as a surname alone. */
export const ACTOR_NAME_FORMS = ['full', 'acronym', 'surname'] as const
export type ActorNameForm = (typeof ACTOR_NAME_FORMS)[number]

export interface ActorHit {
  readonly actor: KnownActor
  readonly as: ActorNameForm
}

/** Actors by name. */
export interface ActorLists {
  /** Everybody with this name; the name as written, since "WHO" is none of "who". At most 40. */
  find(name: string): readonly ActorHit[]
}

const MOST = 40
const folder = new URL('../../data/actors/', import.meta.url)
/** Lists with licences of their own stand in files of their own. */
const FILES = ['actors', 'igos'] as const
let loaded: ActorLists | null = null

/** The lists that come with Griot, read once when first asked for. */
export function loadActors(): ActorLists {
  loaded ??= joinActors(FILES.map(file => openActors(loadModel(folder, file))))
  return loaded
}

/** Several lists as one. */
function joinActors(lists: readonly ActorLists[]): ActorLists {
  return { find: name => lists.flatMap(list => list.find(name)) }
}

/**
 * A list of actors from its packed arrays: names as `openNameIndex` has them, and one line an actor from `lineStarts`:
 * name, kind, sector, countries, wikidata, ucdp, offices ("title|country|start|end;…"), tabs between them.
 */
function openActors(model: Model): ActorLists {
  const names = openNameIndex(model)
  const bytes = model.numbers('lines', 'u8')
  const starts = model.numbers('lineStarts', 'u32')
  const decoder = new TextDecoder()
  const read = (n: number): KnownActor => parseActor(decoder.decode(bytes.subarray(starts[n], starts[n + 1])))
  return {
    find(name) {
      const capitals = isAcronym(name)
      const hits: ActorHit[] = []
      for (const { number, form } of names.find(foldName(name))) {
        const as = ACTOR_NAME_FORMS[form] ?? 'full'
        if (as === 'acronym' && !capitals) continue
        if (hits.length < MOST) hits.push({ actor: read(number), as })
      }
      return hits
    },
  }
}

/** Is a name letters in capitals, as "WHO", "FARDC", "U.N." and "FAMa" are? */
export function isAcronym(name: string): boolean {
  return name.length <= 12 && /^[A-Z0-9][A-Za-z0-9.&/-]*$/.test(name) && (name.match(/[A-Z0-9]/g)?.length ?? 0) >= 2
}

function parseActor(line: string): KnownActor {
  const [name = '', kind = '', sector = '', countries = '', wikidata = '', ucdp = '', offices = ''] = line.split('\t')
  return {
    name,
    kind,
    sector: sector || null,
    countries: countries === '' ? [] : countries.split(' '),
    wikidata: wikidata || null,
    ucdp: ucdp || null,
    offices: offices === '' ? [] : offices.split(';').map(parseOffice),
  }
}

function parseOffice(cell: string): Office {
  const [title = '', country = '', start = '', end = ''] = cell.split('|')
  return { title, country, start: start || null, end: end || null }
}
