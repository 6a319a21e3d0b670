import type { Reader } from '../../read/reader.ts'
import type { ReadingRecord } from '../../record/reading.ts'
import type { Span } from '../../record/span.ts'
import { foldName } from '../../util/fold.ts'
import { checkEvent } from './check-event.ts'
import { type Cited, checkFigure } from './check-figure.ts'
import { checkOffice } from './check-office.ts'
import { checkSaying } from './check-saying.ts'
import { checkWords } from './check-words.ts'
import type { Claim } from './claim.ts'
import { factOfFields } from './field-fact.ts'
import { figureFacts } from './figure-facts.ts'
import { type Finding, worstOf } from './finding.ts'
import { isSame, partiesIn, partyNamed, partyOf } from './parties.ts'
import { holds, type Told, tell } from './told.ts'

/** A cited text, ready to be asked. */
export interface CitedText extends Cited {
  readonly reading: ReadingRecord
}

/** Makes a reading ready to be asked about claims; null where Griot does not read its language. */
export async function openCited(reading: ReadingRecord): Promise<CitedText | null> {
  const told = await tell(reading)
  if (!told) return null
  const { publisher } = reading.report
  const named = partyNamed(publisher ?? '')
  return {
    reading,
    told,
    figures: figureFacts(told),
    parties: reading.entities.map(entity => partyOf(told, entity)),
    publisher: publisher === null ? null : named,
  }
}

/** What a cited text does to a claim; a sentence where the claim cannot be checked. */
export async function checkClaim(claim: Claim, cited: CitedText, reader: Reader): Promise<Finding | string> {
  const findings: Finding[] = []
  if (claim.fields) {
    const fact = await factOfFields(claim.fields, cited.told, reader)
    if (typeof fact === 'string') return fact
    findings.push(checkFigure(fact, cited))
  }
  if (claim.text !== null) findings.push(...(await checkText(claim.text, cited, reader)))
  return worstOf(findings) ?? 'The claim says nothing that can be checked.'
}

/** Checks the sentences of a claim. Its dates are understood as those of the cited text: "8 March" is that of its year. */
async function checkText(text: string, cited: CitedText, reader: Reader): Promise<Finding[]> {
  const { language, published } = cited.reading.report
  const told = await tell(await reader.read({ text, language, published: published?.value }))
  if (!told) return []
  return told.sentences.flatMap(({ span }) => checkSentence(told, span, cited))
}

/** Checks all that a sentence of a claim says: its numbers, else what somebody said, else what happened, else who holds an office, else its words. */
export function checkSentence(claim: Told, span: Span, cited: CitedText): Finding[] {
  const { statements, events, positions } = claim.reading
  const here = <R extends { readonly evidence: Span }>(records: readonly R[]) => records.filter(({ evidence }) => holds(span, evidence))
  const figures = figureFacts(claim).filter(fact => fact.span && holds(span, fact.span))
  const offices = here(positions).map(position => checkOffice(claim, position, cited.told))
  const inWords = (finding: Finding) =>
    finding.verdict === 'absent' && finding.records.length === 0 ? checkWords(claim, span, cited.told) : finding
  const findings = figures.map(figure => {
    const finding = checkFigure(figure, cited)
    const other = inWords(finding)
    return other.verdict === 'supported' ? other : finding
  })
  if (findings.length === 0) {
    findings.push(
      ...here(statements)
        .filter(({ within }) => within === null)
        .map(each => checkSaying(claim, each, cited.told, cited.publisher)),
    )
    const told = here(events).filter(({ saidIn, actors, recipients }) => saidIn === null && actors.length + recipients.length > 0)
    findings.push(...told.map(event => inWords(checkEvent(claim, event, cited.told))))
  }
  // An office named in passing does no harm where the text is silent on it.
  findings.push(...(findings.length === 0 ? offices : offices.filter(({ verdict }) => verdict === 'contradicted')))
  if (findings.length === 0) findings.push(checkWords(claim, span, cited.told))
  return findings.map(finding => lookForNames(lookForNumbers(finding, claim, span), claim, span, cited))
}

/** A number that counts nothing ("a 60-day truce") must stand in the words that bear the claim out. */
function lookForNumbers(finding: Finding, { reading }: Told, span: Span): Finding {
  if (finding.verdict !== 'supported' || finding.quote === null) return finding
  const isRead = (at: number) =>
    reading.figures.some(figure => at >= figure.span[0] && at < figure.span[1]) ||
    reading.times.some(time => time.span !== null && time.start !== null && at >= time.span[0] && at < time.span[1])
  const there = new Set(finding.quote.match(NUMBER))
  for (const { 0: number, index } of reading.report.text.slice(...span).matchAll(NUMBER))
    if (!isRead(span[0] + index) && !there.has(number))
      return { ...finding, verdict: 'contradicted', because: `The text says so without the number ${number}.` }
  return finding
}

const NUMBER = /\d+(?:[.,]\d+)*/g

/** A text that never names somebody whom a claim names does not bear it out. */
function lookForNames(finding: Finding, claim: Told, span: Span, { parties, reading, publisher }: CitedText): Finding {
  if (finding.verdict !== 'supported') return finding
  const text = ` ${foldName(reading.report.text)} `
  const known = publisher ? [...parties, publisher] : parties
  const unknown = partiesIn(claim, span).find(
    party => party.isNamed && !known.some(other => isSame(party, other)) && ![...party.names].some(name => text.includes(` ${name} `)),
  )
  return unknown
    ? { verdict: 'absent', because: `The cited text does not name ${unknown.label}.`, quote: finding.quote, records: finding.records }
    : finding
}
