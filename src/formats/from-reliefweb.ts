import { fromFragment } from './from-fragment.ts'
import { type Found, type SourceReport, sourceReport } from './source.ts'

/** A record of ReliefWeb's API, version 2: `{ id, href?, fields: { title, body, date, source, … } }`. */
export function isReliefWeb(value: unknown): value is { readonly id?: unknown; readonly fields: object } {
  const fields = own(value, 'fields')
  return isObject(fields) && ['title', 'body', 'body-html', 'date', 'source', 'url', 'url_alias'].some(key => Object.hasOwn(fields, key))
}

/**
 * A report of ReliefWeb: `date.original` is its day of publication (`created` only that of the posting), the short names of its sources its
 * publisher, the codes of its countries `countries`. Any field may be absent.
 */
export function fromReliefWeb(record: { readonly id?: unknown; readonly fields: object }): Found {
  const { fields } = record
  const body = string(own(fields, 'body-html')) ?? string(own(fields, 'body')) ?? string(own(own(fields, 'headline'), 'summary')) ?? ''
  const { report, map } = fromFragment(body)
  const dates = own(fields, 'date')
  const notes = body === '' ? ['The record has no body.'] : []
  const known: Partial<SourceReport> = {
    sourceId: string(record.id) ?? string(own(fields, 'id')),
    title: string(own(fields, 'title')),
    url: string(own(fields, 'url_alias')) ?? string(own(fields, 'url')) ?? string(own(record, 'href')),
    publisher:
      list(own(fields, 'source'))
        .flatMap(source => string(own(source, 'shortname')) ?? string(own(source, 'name')) ?? [])
        .join('; ') || null,
    published: string(own(dates, 'original')) ?? string(own(dates, 'created')),
    language:
      list(own(fields, 'language'))
        .flatMap(language => string(own(language, 'code')) ?? [])
        .at(0) ?? null,
    countries: countriesOf(fields),
  }
  return { report: sourceReport({ ...known, text: report.text, notes: [...report.notes, ...notes] }), map }
}

/** The primary country comes first. */
function countriesOf(fields: object): string[] {
  const codes = [own(fields, 'primary_country'), ...list(own(fields, 'country'))].flatMap(
    country => string(own(country, 'iso3'))?.toUpperCase() ?? [],
  )
  return [...new Set(codes)]
}

function string(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : isObject(value) ? [value] : []
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
