import { z } from 'zod'
import { from } from './from.ts'
import { span } from './span.ts'
import { SECTORS } from './vocab/sectors.ts'

export const ENTITY_KINDS = ['person', 'country', 'government', 'organization', 'armed-group', 'population', 'place'] as const
export const MENTION_FORMS = ['name', 'adjective', 'description', 'pronoun'] as const
export const PLACE_PRECISIONS = ['point', 'city', 'admin2', 'admin1', 'country', 'region'] as const

/** Public ids of an entity: `country` is ISO 3166-1 alpha-3. */
export const ref = z
  .object({
    country: z.string().optional(),
    wikidata: z.string().optional(),
    geonames: z.string().optional(),
    ucdp: z.string().optional(),
    pcode: z.string().optional(),
    iso3166_2: z.string().optional(),
  })
  .readonly()
export type Ref = z.infer<typeof ref>

/** Degrees WGS84; `country` is ISO 3166-1 alpha-3, null where the place is in none or several. */
export const place = z
  .object({
    lat: z.number(),
    lon: z.number(),
    country: z.string().nullable(),
    admin1: z.string().nullable(),
    precision: z.enum(PLACE_PRECISIONS),
  })
  .readonly()
export type Place = z.infer<typeof place>

export const entity = z
  .object({
    id: z.string(),
    kind: z.enum(ENTITY_KINDS),
    /** The fullest name in the report. */
    name: z.string(),
    ref: ref.nullable(),
    sector: z.enum(SECTORS).nullable(),
    /** Who "the three countries" are, where the report says it. */
    members: z.array(z.string()).readonly(),
    place: place.nullable(),
    /** The ones considered when who or where is unsure, best first. */
    candidates: z.array(z.object({ ref: ref.nullable(), place: place.nullable(), confidence: z.number() }).readonly()).readonly(),
    confidence: z.number(),
    mentions: z.array(z.object({ span, as: z.enum(MENTION_FORMS) }).readonly()).readonly(),
    from,
  })
  .readonly()
export type EntityRecord = z.infer<typeof entity>
export type EntityKind = (typeof ENTITY_KINDS)[number]
export type MentionForm = (typeof MENTION_FORMS)[number]
