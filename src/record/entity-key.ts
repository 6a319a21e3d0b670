import { foldName } from '../util/fold.ts'
import type { EntityRecord } from './entity.ts'

/** What an entity is called across reports. */
type Keyed = Pick<EntityRecord, 'kind' | 'name' | 'ref' | 'sector'> & {
  readonly mentions: readonly Pick<EntityRecord['mentions'][number], 'as'>[]
}

/**
 * The key by which the same entity is known in many reports: the country itself, else a public id, else country and sector of what has no
 * name of its own ("the Malian army" is `MLI/MIL`), else its folded name within its country. Two entities with one key are taken for one.
 */
export function entityKey(entity: Keyed): string {
  const { kind, ref, sector } = entity
  if (kind === 'country' && ref?.country) return `country:${ref.country}`
  if (ref?.geonames) return `geonames:${ref.geonames}`
  if (ref?.wikidata) return `wikidata:${ref.wikidata}`
  if (ref?.ucdp) return `ucdp:${ref.ucdp}`
  if (ref?.pcode) return `pcode:${ref.pcode}`
  const isNamed = entity.mentions.some(mention => mention.as === 'name')
  if (!isNamed && kind === 'government' && ref?.country) return `${ref.country}/GOV`
  if (!isNamed && sector && ref?.country) return `${ref.country}/${sector}`
  return `name:${foldName(entity.name)}${ref?.country ? `@${ref.country}` : ''}`
}
