import { KINDS } from '../../src/annotate/names/labels.ts'
import { english } from '../../src/lang/en/index.ts'
import { kindMask, type NamedSpan, type NamedText, OPEN, OUTSIDE, OUTSIDE_OR_MISC, readLines, type Sample, toSamples } from './samples.ts'

/**
 * UNER English EWT: people, places, organisations. `other` holds nationalities and groups, which are no names for us, and now and then a
 * product: open between the two.
 */
export function readUner(file: string): Sample[] {
  return readLines<NamedText>(file).flatMap(record =>
    toSamples(record, span => (span.label === 'OTH' ? [OUTSIDE_OR_MISC] : KINDS.indexOf(span.label as 'PER')), OUTSIDE_OR_MISC),
  )
}

/** WikiGold (Balasuriya et al. 2009): it marks nationalities as MISC, we do not. */
export function readWikigold(file: string): Sample[] {
  return readLines<NamedText>(file).flatMap(record =>
    toSamples(record, (span, text) => (span.label === 'MISC' && isNationality(text) ? null : KINDS.indexOf(span.label as 'PER')), OUTSIDE),
  )
}

interface Re3dRecord extends NamedText {
  readonly licence: string
  readonly ner: readonly NamedSpan[]
}

const RE3D: Readonly<Record<string, (typeof KINDS)[number]>> = { Person: 'PER', Location: 'LOC', Organisation: 'ORG' }

/**
 * re3d without its non-commercial part. It marks descriptions too: only a span that is all capitals but for an article is taken as a name,
 * and where titles or common nouns stand in it the model may choose. A country that acts is an Organisation there and a place for us.
 */
export function readRe3d(file: string): Sample[] {
  return readLines<Re3dRecord>(file)
    .filter(record => !record.licence.includes('NC'))
    .flatMap(record =>
      toSamples({ ...record, entities: record.ner.map(span => withoutArticle(span, record.text)), other: [] }, readRe3dSpan, OPEN),
    )
}

function withoutArticle(span: NamedSpan, text: string): NamedSpan {
  const article = /^(?:the|The) /.test(text.slice(span.start, span.end)) ? 4 : 0
  return { ...span, start: span.start + article }
}

function readRe3dSpan(span: NamedSpan, text: string): number | readonly [number] | null {
  const kind = RE3D[span.label]
  if (kind === undefined) return span.label === 'Nationality' || span.label === 'Temporal' || span.label === 'Quantity' ? null : [OPEN]
  if (!/\p{Lu}/u.test(text)) return null
  const words = text.split(/[\s-]+/u)
  const named = words.every(word => /^(?:\p{Lu}|of$|and$|for$|the$|al$|el$)/u.test(word))
  if (!named || english.countries.of(text) !== null || isNationality(words[0] as string)) return [OPEN]
  if (kind === 'PER' && words.length > 1) return [OUTSIDE | kindMask(KINDS.indexOf('PER'))]
  return KINDS.indexOf(kind)
}

export function isNationality(text: string): boolean {
  return english.demonyms.of(text) !== null || english.demonyms.region(text) !== null
}
