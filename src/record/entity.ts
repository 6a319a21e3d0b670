import { z } from 'zod'
import { from } from './from.ts'
import { entityId } from './references.ts'
import { span } from './span.ts'
import { SECTORS } from './vocab/sectors.ts'

export const ENTITY_KINDS = ['person', 'country', 'government', 'organization', 'armed-group', 'population', 'place'] as const
export const MENTION_FORMS = ['name', 'adjective', 'description', 'pronoun'] as const
export const PLACE_PRECISIONS = ['point', 'city', 'admin2', 'admin1', 'country', 'region'] as const

/** Public ids of an entity: `country` is ISO 3166-1 alpha-3. */
export const ref = z
  .object({
    country: z.string().optional().describe('ISO 3166-1 alpha-3: the country it belongs to or is'),
    wikidata: z.string().optional().describe('Wikidata item: "Q965"'),
    geonames: z.string().optional().describe('GeoNames number'),
    ucdp: z.string().optional().describe('UCDP actor number'),
    pcode: z.string().optional().describe('OCHA place code'),
    iso3166_2: z.string().optional().describe('ISO 3166-2 code of a division'),
  })
  .readonly()
  .meta({ id: 'Ref', description: 'public ids of an entity' })
export type Ref = z.infer<typeof ref>

/** Degrees WGS84; `country` is ISO 3166-1 alpha-3, null where the place is in none or several. */
export const place = z
  .object({
    lat: z.number().describe('degrees north, WGS84'),
    lon: z.number().describe('degrees east, WGS84'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-3; null where it is in none or several'),
    admin1: z.string().nullable().describe('name of the first-level division'),
    precision: z.enum(PLACE_PRECISIONS).describe('what the point stands for'),
  })
  .readonly()
  .meta({ id: 'Place', description: 'where an entity is' })
export type Place = z.infer<typeof place>

export const entity = z
  .object({
    id: z.string().describe('"e1", "e2" … in reading order'),
    kind: z.enum(ENTITY_KINDS).describe('what it is'),
    name: z.string().describe('the fullest name in the report'),
    ref: ref.nullable().describe('public ids, where it is known who or what it is'),
    sector: z.enum(SECTORS).nullable().describe('PLOVER sector: GOV, MIL, NGO …'),
    members: z.array(entityId).readonly().describe('who "the three countries" are, where the report says it'),
    place: place.nullable().describe('where it is'),
    candidates: z
      .array(z.object({ ref: ref.nullable(), place: place.nullable(), confidence: z.number() }).readonly())
      .readonly()
      .describe('the ones considered when who or where is unsure, best first'),
    confidence: z.number().describe('0 to 1: how sure the record is'),
    mentions: z
      .array(z.object({ span, as: z.enum(MENTION_FORMS) }).readonly())
      .readonly()
      .describe('every place where the report refers to it, and how'),
    from,
  })
  .readonly()
  .meta({ id: 'Entity', description: 'Who and what the report is about: people, countries, bodies, groups, places' })
export type EntityRecord = z.infer<typeof entity>
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number]
export type EntityKind = (typeof ENTITY_KINDS)[number]
export type MentionForm = (typeof MENTION_FORMS)[number]
