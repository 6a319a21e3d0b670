import { type ActorNameForm, isAcronym } from '../../src/resource/actors.ts'
import { foldName } from '../../src/util/fold.ts'

/** An actor as the sources have it, filled by one source after the other. */
export interface SourceActor {
  name: string
  kind: string
  sector: string
  countries: string[]
  wikidata: string
  ucdp: string
  offices: string[]
  readonly names: Map<string, ActorNameForm>
}

const LATIN_KEY = /^[a-z0-9][a-z0-9 &]*$/

/** The name, in capitals with small letters after the first of each word: "ABU SAYYAF GROUP" → "Abu Sayyaf Group". */
export function toTitleCase(name: string): string {
  if (name !== name.toUpperCase() || !name.includes(' ')) return name
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, letter => letter.toUpperCase())
}

/** Collects actors; one that shares a full name with a known one, and no other country, adds to it. */
export class ActorList {
  readonly actors: SourceActor[] = []
  readonly #byKey = new Map<string, SourceActor[]>()

  /** `names` are full names unless they are letters in capitals; of several sources the first has the say on sector and name. */
  add(given: Partial<SourceActor> & Pick<SourceActor, 'kind' | 'sector'>, names: readonly string[]): void {
    const forms = new Map<string, ActorNameForm>()
    for (const name of names.map(n => n.trim()).filter(Boolean)) {
      const key = foldName(name)
      if (key.length < 2 || key.length > 70 || !LATIN_KEY.test(key)) continue
      const form: ActorNameForm = isAcronym(name) && !name.includes(' ') ? 'acronym' : 'full'
      if (form === 'full' && key.length < 4) continue
      if (forms.get(key) !== 'full') forms.set(key, form)
    }
    if (forms.size === 0) return
    const countries = given.countries ?? []
    const known = this.#findSame(forms, given.kind, countries)
    if (known) this.#merge(known, given, forms)
    else this.#create(given, names, countries, forms)
  }

  #create(
    given: Partial<SourceActor> & Pick<SourceActor, 'kind' | 'sector'>,
    names: readonly string[],
    countries: readonly string[],
    forms: Map<string, ActorNameForm>,
  ): void {
    const first = names.map(n => n.trim()).find(n => n && !isAcronym(n)) ?? names.find(n => n.trim()) ?? ''
    const actor: SourceActor = {
      name: toTitleCase(first),
      kind: given.kind,
      sector: given.sector,
      countries: [...countries],
      wikidata: given.wikidata ?? '',
      ucdp: given.ucdp ?? '',
      offices: [...(given.offices ?? [])],
      names: forms,
    }
    this.actors.push(actor)
    for (const key of forms.keys()) this.#index(key, actor)
  }

  #index(key: string, actor: SourceActor): void {
    const list = this.#byKey.get(key)
    if (list) list.push(actor)
    else this.#byKey.set(key, [actor])
  }

  #findSame(forms: ReadonlyMap<string, ActorNameForm>, kind: string, countries: readonly string[]): SourceActor | null {
    for (const [key, form] of forms)
      for (const actor of this.#byKey.get(key) ?? []) {
        const near = actor.countries.some(c => countries.includes(c))
        const open = actor.countries.length === 0 || countries.length === 0
        const sameForm = form === 'full' && actor.names.get(key) === 'full' && key.includes(' ')
        if (actor.kind === kind && (sameForm ? near || open : near)) return actor
      }
    return null
  }

  #merge(known: SourceActor, given: Partial<SourceActor>, forms: ReadonlyMap<string, ActorNameForm>): void {
    for (const [key, form] of forms) {
      if (known.names.has(key)) continue
      known.names.set(key, form)
      this.#index(key, known)
    }
    known.wikidata ||= given.wikidata ?? ''
    known.ucdp ||= given.ucdp ?? ''
    for (const country of given.countries ?? []) if (!known.countries.includes(country)) known.countries.push(country)
    known.offices.push(...(given.offices ?? []))
  }
}
