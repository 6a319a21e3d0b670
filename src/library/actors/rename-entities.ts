import type { EntityRecord } from '../../record/entity.ts'
import { entityKey } from '../../record/entity-key.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import { namesOfKeys } from '../../store/actors.ts'
import type { Database } from '../../store/database.ts'
import { actorClasses } from './actor-classes.ts'

/** Calls entities of readings as analysts call them: those that they take for one have one name and the public ids of the first of them. */
export function renameEntities(db: Database): (reading: ReadingRecord) => ReadingRecord {
  const classes = actorClasses(db)
  if (classes.isEmpty) return reading => reading
  const rename = (entity: EntityRecord): EntityRecord => {
    const key = entityKey(entity)
    const first = classes.of(key)
    const given = classes.name(key)
    if (first === key) return given === null ? entity : { ...entity, name: given }
    const name = given ?? namesOfKeys(db, [first])[0]?.name ?? entity.name
    return { ...entity, name, ref: refOf(first, entity) }
  }
  return reading => ({ ...reading, entities: reading.entities.map(rename) })
}

/** The public id that a key is made of, in the place of those of another one. */
function refOf(key: string, { ref }: EntityRecord): EntityRecord['ref'] {
  const [, kind, id] = /^(wikidata|geonames|ucdp|pcode|country):(.+)$/.exec(key) ?? []
  return kind === undefined ? ref : { ...(ref?.country && { country: ref.country }), [kind]: id }
}
