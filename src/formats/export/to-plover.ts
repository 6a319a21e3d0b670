import type { EntityRecord } from '../../record/entity.ts'
import type { EventRecord } from '../../record/event.ts'
import { listSpans } from '../../record/span.ts'
import { scaleOf, TYPE_VALUES } from '../../record/vocab/plover.ts'
import { type ExportedReport, recordIdOf } from './exported-report.ts'

/** PLOVER's resolution of a place: 1 country … 5 a point in a town. */
const RESOLUTIONS = { region: 1, country: 1, admin1: 2, admin2: 3, city: 4, point: 5 } as const

/** Size of an event in PLOVER: its dead, injured and arrested by the figures that count them. */
const SIZES = { killed: 'dead', injured: 'injured', arrested: 'arrested' } as const

/**
 * Events as PLOVER 0.8's manual has them, an object a line; what is not known is left out. Evidence of each field, status and attribution stand in extra named
 * fields, which the manual allows.
 */
export function* formatPlover(stored: ExportedReport): Generator<string> {
  const entities = new Map(stored.reading.entities.map(entity => [entity.id, entity]))
  for (const event of stored.reading.events) {
    if (event.same === null) yield `${JSON.stringify(ploverEvent(event, stored, id => entities.get(id)))}\n`
  }
}

type Find = (id: string) => EntityRecord | undefined

function ploverEvent(event: EventRecord, { reading, rules, incidentOf }: ExportedReport, find: Find): object {
  const { report } = reading
  const words = (span: readonly [number, number]) => report.text.slice(...span)
  const date = event.time?.start ?? event.time?.end ?? report.published?.start
  const place = event.place === null ? undefined : find(event.place)
  const said = reading.statements.find(statement => statement.id === event.saidIn)
  return present({
    id: recordIdOf(report.id, event.id),
    date,
    enddate: event.time?.end && event.time.end !== date ? event.time.end : undefined,
    actor: event.actors.map(id => party(find(id))),
    recipient: event.recipients.length > 0 ? event.recipients.map(id => party(find(id))) : undefined,
    event: [event.type],
    mode: event.mode ? [event.mode] : undefined,
    context: event.contexts.length > 0 ? event.contexts : undefined,
    quad_code: TYPE_VALUES[event.type].quad,
    event_scale: scaleOf(event.type, event.mode),
    event_text: listSpans(event.trigger).map(words).join(' … '),
    event_loc: place && location(place),
    size: sizeOf(event, reading.figures),
    text_info: { sequence: Number(event.id.slice(1)), start: event.evidence[0], end: event.evidence[1] },
    cite_info: present({
      corpus: 'griot',
      url: report.url,
      title: report.title,
      language: report.language,
      publication: report.publisher,
      coder: 'Griot',
      codebook: 'PLOVER 0.8',
      version: rules,
      published: report.published?.value,
    }),
    evidence: words(event.evidence),
    status: event.status,
    said_by: said?.speaker ? find(said.speaker)?.name : undefined,
    incident: incidentOf[event.id],
    confidence: event.confidence,
  })
}

function party(entity: EntityRecord | undefined): object {
  return present({
    code: entity?.ref?.country,
    sector: entity?.sector,
    entity_text: entity?.name,
    identifier_id: entity?.ref?.wikidata,
  })
}

function location(entity: EntityRecord): object {
  const { name, place, ref } = entity
  return present({
    extracted_place: name,
    geonameid: ref?.geonames,
    lat: place?.lat,
    lon: place?.lon,
    city: place?.precision === 'city' ? name : undefined,
    province: place?.admin1,
    country_code: place?.country,
    resolution: place ? RESOLUTIONS[place.precision] : undefined,
    pcode: ref?.pcode,
  })
}

function sizeOf(event: EventRecord, figures: ExportedReport['reading']['figures']): object | undefined {
  const counted = figures.flatMap(figure => {
    const size = SIZES[figure.measure as keyof typeof SIZES]
    const best = figure.value?.best ?? figure.value?.low
    return size && figure.events.includes(event.id) && figure.partOf === null && best != null ? [[size, best] as const] : []
  })
  return counted.length > 0 ? Object.fromEntries(counted.toReversed()) : undefined
}

function present(fields: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))
}
