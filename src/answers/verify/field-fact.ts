import { annotate } from '../../annotate/annotate.ts'
import { findNumbers } from '../../extract/figures/numbers.ts'
import { parsePublished } from '../../read/parse-published.ts'
import type { Reader } from '../../read/reader.ts'
import { MEASURES, type Measure } from '../../record/figure.ts'
import type { ClaimFields } from './claim.ts'
import type { FigureFact } from './figure-facts.ts'
import { type Party, partyNamed, partyOf } from './parties.ts'
import { type Told, tell } from './told.ts'

/** The number that the fields of a claim give, or a sentence that says what is wrong with them. Names are read as the cited text's language has them. */
export async function factOfFields(fields: ClaimFields, cited: Told, reader: Reader): Promise<FigureFact | string> {
  const { language } = cited
  const [number] = findNumbers(annotate(fields.number, language).words, [], language)
  if (!number) return `"${fields.number}" is no number.`
  const measure = fields.measure === null ? null : measureCalled(fields.measure)
  const time = fields.time === null ? null : parsePublished(fields.time, language.code).time
  if (fields.time !== null && !time) return `"${fields.time}" is no time: write it as 2025-03-08, 2025-03 or 2025.`
  return {
    ...NOTHING,
    value: number.value,
    measure: measure?.measure ?? null,
    population: measure?.population ?? null,
    noun: measure?.population ?? null,
    unit: number.money ?? (number.percent ? 'percent' : unitOf(measure?.population ?? null, language)),
    places: fields.place === null ? [] : [await partyCalled(fields.place, language.code, reader)],
    days: time,
    sources: fields.source === null ? [] : [await partyCalled(fields.source, language.code, reader)],
  }
}

const NOTHING: FigureFact = {
  id: null,
  value: null,
  change: null,
  measure: null,
  kind: null,
  unit: null,
  population: null,
  noun: null,
  places: [],
  origin: null,
  destination: null,
  days: null,
  sources: [],
  actors: [],
  status: null,
  side: null,
  isPart: false,
  wholeOf: null,
  isMore: false,
  isFormer: false,
  verb: null,
  span: null,
  evidence: null,
  nearby: [],
  around: [],
  named: new Set(),
  whose: [],
}

/** "killed" is a measure; "civilians killed" is one with a population; other words are whom or what it counts. */
function measureCalled(words: string): { readonly measure: Measure | null; readonly population: string | null } {
  const folded = ` ${words.toLowerCase().trim()} `
  const measure = MEASURES.find(name => folded.includes(` ${name} `) || folded.includes(` ${name.replace('-', ' ')} `)) ?? null
  const rest = measure === null ? folded.trim() : folded.replace(measure, ' ').replace(measure.replace('-', ' '), ' ').trim()
  return { measure, population: rest === '' ? null : rest }
}

/** Households and buildings are told by the noun. */
function unitOf(population: string | null, language: Told['language']): string | null {
  if (population === null) return null
  const nouns = annotate(population, language).words.map(word => language.figures.counted.get(word.lemma.toLowerCase()))
  return nouns.find(noun => noun !== undefined)?.unit ?? null
}

/** A name as the reader knows it; a name that it does not know stands for itself. */
async function partyCalled(name: string, language: string, reader: Reader): Promise<Party> {
  const reading = await reader.read({ text: name, language })
  const told = await tell(reading)
  const entity = reading.entities.find(({ mentions }) => mentions.some(({ span }) => span[1] - span[0] >= name.length * 0.8))
  if (told && entity) return { ...partyOf(told, entity), label: name }
  return partyNamed(name)
}
