import { namesOfKeys } from '../../store/actors.ts'
import { insertDecision } from '../../store/decisions.ts'
import { GriotError } from '../../util/error.ts'
import type { By } from '../decisions/decide.ts'
import type { Library } from '../open.ts'
import type { ActorValue } from './actor-classes.ts'

/** What an analyst says of actors, who are named by their keys. */
export type ActorSettlement =
  | { readonly kind: 'rename'; readonly key: string; readonly name: string }
  /** They are one; the first is the key that stays. */
  | { readonly kind: 'same-actor'; readonly keys: readonly string[] }

/** Adds a decision on actors, which every list obeys; gives its number. */
export function settleActors(library: Library, settlement: ActorSettlement, by: By & { readonly note?: string | undefined }): number {
  const { db } = library
  const keys = settlement.kind === 'rename' ? [settlement.key] : [...new Set(settlement.keys)]
  const known = new Set(namesOfKeys(db, keys).map(({ key }) => key))
  const unknown = keys.find(key => !known.has(key))
  if (unknown !== undefined)
    throw new GriotError('no-such-actor', `Nobody in ${library.path} has the key ${unknown}`, { hint: 'GET /api/actors lists them' })
  const [target = '', ...others] = keys
  if (settlement.kind === 'same-actor' && others.length === 0)
    throw new GriotError('nothing-to-merge', `${target} is one already`, { hint: 'Name two actors or more' })
  const value: ActorValue = settlement.kind === 'rename' ? { name: settlement.name.trim() } : { keys: others }
  const row = { at: by.at, by: by.by, kind: settlement.kind, target, report: null, field: null, evidence: null, note: by.note ?? null }
  return library.write(() => insertDecision(db, { ...row, value: JSON.stringify(value) }))
}
