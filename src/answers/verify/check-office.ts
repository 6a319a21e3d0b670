import { spell } from '../../formats/view/words.ts'
import type { PositionRecord } from '../../record/position.ts'
import { foldName } from '../../util/fold.ts'
import type { Finding } from './finding.ts'
import { isSame, mainCountry, type Party, partiesOf } from './parties.ts'
import { quote, type Told } from './told.ts'

/** An office with its holder, compared across texts. */
interface Office {
  readonly record: PositionRecord
  readonly holder: Party | null
  readonly of: Party | null
}

/** Does the text have the same person in the same office? */
export function checkOffice(claim: Told, claimed: PositionRecord, cited: Told): Finding {
  const own = officeOf(claim, claimed)
  const offices = cited.reading.positions.map(record => officeOf(cited, record))
  const ofHolder = offices.filter(({ holder }) => holder && own.holder && isSame(holder, own.holder))
  const found = ofHolder.find(office => isOffice(own, office))
  if (found && isElsewhere(own, found, cited))
    return tellOffice('contradicted', found, `The text has ${describe(found)}, and is about another country.`, cited)
  if (found && holdsIt(found.record) === holdsIt(claimed)) return tellOffice('supported', found, 'The text says so.', cited)
  if (found) return tellOffice('contradicted', found, `The text has ${describe(found)}.`, cited)
  const other = ofHolder[0] ?? offices.find(office => isOffice(own, office) && holdsIt(office.record) === holdsIt(claimed))
  if (other) return tellOffice('contradicted', other, `The text has ${describe(other)}.`, cited)
  return { verdict: 'absent', because: 'The cited text does not say who holds this office.', quote: null, records: [] }
}

/** A country that only stands in the same sentence may be another one. */
const OF_SENTENCE = 'positions/of-report'

function officeOf(told: Told, record: PositionRecord): Office {
  const isSaid = record.from.of?.rule !== OF_SENTENCE
  return { record, holder: partiesOf(told, [record.holder])[0] ?? null, of: isSaid ? (partiesOf(told, [record.of])[0] ?? null) : null }
}

/** Does an office of a country stand in a text that does not say whose it is, but is about another country? */
function isElsewhere({ record, of }: Office, { of: told, holder }: Office, cited: Told): boolean {
  const isOfState = cited.language.positions.ofState.has(titleOf({ record, holder, of }).split(' ').at(-1) ?? '')
  if (of?.state == null || told || !isOfState) return false
  const country = holder?.state ?? mainCountry(cited)
  return country !== null && country !== of.state
}

/** The same title, of the same country or body as far as both say; "president" is "transitional president". */
function isOffice(a: Office, b: Office): boolean {
  const [own, theirs] = [titleOf(a), titleOf(b)]
  const isTitle = own === theirs || own.endsWith(` ${theirs}`) || theirs.endsWith(` ${own}`)
  return isTitle && (!a.of || !b.of || isSame(a.of, b.of))
}

function titleOf({ record }: Office): string {
  return foldName(record.title)
}

/** Acting and disputed holders hold an office too; deputies hold one of their own. */
function holdsIt({ status }: PositionRecord): string {
  return status === 'acting' || status === 'disputed' ? 'current' : status
}

function describe({ record, holder, of }: Office): string {
  const held = record.status === 'current' || record.status === 'deputy' ? '' : ` (${spell(record.status)})`
  return `${holder?.label ?? 'somebody'} as ${record.title}${of ? ` of ${of.label}` : ''}${held}`
}

function tellOffice(verdict: Finding['verdict'], { record }: Office, because: string, cited: Told): Finding {
  return { verdict, because, quote: quote(cited, record.evidence), records: [record.id] }
}
