import { annotate } from '../../annotate/annotate.ts'
import { findNumbers } from '../../extract/figures/numbers.ts'
import { formatValue } from '../../formats/view/values.ts'
import type { Reader } from '../../read/reader.ts'
import { listSpans, type Span } from '../../record/span.ts'
import type { StatementRecord } from '../../record/statement.ts'
import { foldName } from '../../util/fold.ts'
import { checkEvent } from './check-event.ts'
import { checkFigure } from './check-figure.ts'
import { checkOffice } from './check-office.ts'
import { checkSaying } from './check-saying.ts'
import { checkOpposite, checkWords, reachOf } from './check-words.ts'
import { type Cited, keysIn } from './cited.ts'
import type { Claim, ClaimFields } from './claim.ts'
import { fillEllipses } from './ellipses.ts'
import { factOfFields } from './field-fact.ts'
import { type FigureFact, figureFacts } from './figure-facts.ts'
import { type Finding, worstOf } from './finding.ts'
import { looseFacts } from './loose-numbers.ts'
import { holdsParty, isSame, type Party, partiesIn } from './parties.ts'
import { within } from './text-index.ts'
import { holds, quote, sentenceAround, type Told, tell } from './told.ts'
import { coverOf, shareWithoutNumbers } from './wording.ts'

/** What a cited text does to a claim; a sentence where the claim cannot be checked. */
export async function checkClaim(claim: Claim, cited: Cited, reader: Reader): Promise<Finding | string> {
  const findings: Finding[] = []
  if (claim.fields) {
    const fact = await factOfFields(claim.fields, cited.told, reader)
    if (typeof fact === 'string') return fact
    findings.push(checkFigure(fact, cited, keysOfFields(claim.fields)))
  }
  if (claim.text !== null) findings.push(...(await checkText(claim.text, cited, reader)))
  return worstOf(findings) ?? 'The claim says nothing that can be checked.'
}

/** Checks the sentences of a claim. Its dates are understood as those of the cited text: "8 March" is that of its year. */
async function checkText(text: string, cited: Cited, reader: Reader): Promise<Finding[]> {
  const { language, published } = cited.reading.report
  const told = await tell(await reader.read({ text, language, published: published?.value }))
  if (!told) return []
  return told.sentences.flatMap(({ span }) => checkSentence(told, span, cited))
}

/** Words of the fields, by which numbers are looked up. */
function keysOfFields(fields: ClaimFields): string[] {
  return Object.values(fields).flatMap(field => (field === null ? [] : foldName(field as string).split(' ')))
}

/** Checks all that a sentence of a claim says: its numbers, else what somebody said, else what happened, else who holds an office, else its words. */
export function checkSentence(claim: Told, span: Span, cited: Cited): Finding[] {
  const keys = keysIn(claim, span)
  const { statements, positions } = claim.index.tellings
  const offices = within(positions, span).map(position => checkOffice(claim, position, cited.told))
  let findings = checkFigures(claim, span, cited, keys)
  if (findings.length === 0) {
    findings.push(
      ...within(statements, span)
        .filter(({ within, content }, i, all) => within === null && !all.slice(0, i).some(other => isSameContent(other.content, content)))
        .map(each => {
          const finding = checkSaying(claim, each, cited, keys)
          return isSilent(finding) ? (checkDeed(claim, each, cited, keys) ?? finding) : finding
        }),
    )
    findings.push(...checkEvents(claim, span, cited, keys))
    findings = checkLoose(findings, claim, span, cited, keys)
  }
  // An office named in passing does no harm where the text is silent on it.
  findings.push(...(findings.length === 0 ? offices : offices.filter(({ verdict }) => verdict === 'contradicted')))
  if (findings.length === 0) findings.push(checkWords(claim, span, cited, keys))
  const checked = findings.map(finding => lookForNames(lookForNumbers(finding, claim, span, cited), claim, span, cited))
  // What is told of the number itself says more than a verb that is against the claim's.
  const hasFigures = factsIn(claim, span).read.length > 0
  const isTold = checked.some(({ verdict, at }) => verdict === 'contradicted' || (verdict === 'other' && hasFigures && at !== undefined))
  const opposite = isTold ? null : checkOpposite(claim, span, cited, keys)
  return opposite ? [opposite] : checked
}

function checkFigures(claim: Told, span: Span, cited: Cited, keys: readonly string[]): Finding[] {
  return factsIn(claim, span).read.map(figure => {
    const finding = checkFigure(figure, cited, keys)
    const other = isSilent(finding) ? checkWords(claim, span, cited, keys) : finding
    return other.verdict === 'supported' || other.verdict === 'contradicted' ? other : finding
  })
}

function checkEvents(claim: Told, span: Span, cited: Cited, keys: readonly string[]): Finding[] {
  const told = within(claim.index.tellings.events, span)
  return told
    .filter(({ saidIn, actors, recipients }) => saidIn === null && actors.length + recipients.length > 0)
    .map(event => {
      const finding = checkEvent(claim, event, cited, keys)
      return isSilent(finding) ? checkWords(claim, span, cited, keys) : finding
    })
}

/** "The army accused the rebels of the strike" is told as a deed too; what for may stand in the sentence before ("… It accused the rebels"). */
function checkDeed(claim: Told, { cue, content }: StatementRecord, cited: Cited, keys: readonly string[]): Finding | null {
  const [said, first, last] = [cue && listSpans(cue)[0], content[0], content.at(-1)]
  const event = said && within(claim.index.triggers, said)[0]
  const finding = event && first && last ? checkEvent(claim, event, cited, keys) : null
  if (finding?.verdict !== 'supported' || !finding.at || !first || !last) return null
  const { share } = coverOf(claim, [first[0], last[1]], cited.told, reachOf(cited.told, finding.at))
  return share >= LEAST_SAID ? finding : null
}

const LEAST_SAID = 0.75

/** What a sentence says, part by part and always in the same order: its numbers, else what happened. */
export function checkParts(claim: Told, span: Span, cited: Cited): Finding[] {
  const keys = keysIn(claim, span)
  const figures = checkFigures(claim, span, cited, keys)
  return figures.length > 0 ? figures : checkEvents(claim, span, cited, keys)
}

/** Has the text nothing of the kind? */
function isSilent({ verdict, records }: Finding): boolean {
  return verdict === 'absent' && records.length === 0
}

/** "Rejected the accusation that …": what is said is said once. */
function isSameContent(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length > 0 && JSON.stringify(a) === JSON.stringify(b)
}

interface Facts {
  readonly read: readonly FigureFact[]
  readonly loose: readonly FigureFact[]
}

/** Numbers of a sentence of a claim: figures, and those that no figure has. */
function factsIn(claim: Told, span: Span): Facts {
  const known = facts.get(claim) ?? readFacts(claim)
  facts.set(claim, known)
  return { read: within(known.read, span), loose: within(known.loose, span) }
}

function readFacts(claim: Told) {
  const filled = fillEllipses(claim, [...figureFacts(claim), ...looseFacts(claim)])
  const isRead = ({ id, measure }: FigureFact) => id !== null || measure !== 'other'
  return { read: placeFacts(filled.filter(isRead)), loose: placeFacts(filled.filter(fact => !isRead(fact))) }
}

const facts = new WeakMap<Told, Readonly<Record<keyof Facts, ReturnType<typeof placeFacts>>>>()

function placeFacts(list: readonly FigureFact[]): { readonly start: number; readonly it: FigureFact }[] {
  return list.map(it => ({ start: it.span?.[0] ?? -1, it })).sort((a, b) => a.start - b.start)
}

/** Less of a claim's words than this, and a sentence with the same kind of number tells something else. */
const LEAST_SHARED = 0.5

/** Where nothing else bears a claim out, its numbers decide that no figure has, if the text tells them in words like the claim's. */
function checkLoose(findings: Finding[], claim: Told, span: Span, cited: Cited, keys: readonly string[]): Finding[] {
  // That a sentence has another number says less than what is told of the number itself.
  if (findings.some(({ verdict, records }) => verdict !== 'absent' && !(verdict === 'contradicted' && records.length === 0)))
    return findings
  const counted = factsIn(claim, span).loose.map(fact => checkFigure(fact, cited, keys))
  const isAbout = ({ at }: Finding) => at !== undefined && shareWithoutNumbers(coverOf(claim, span, cited.told, at)) >= LEAST_SHARED
  const told = counted.flatMap(finding => {
    if (finding.verdict === 'other' || isAbout(finding)) return finding
    return finding.verdict === 'supported'
      ? { ...finding, verdict: 'other' as const, because: 'The number is there, but of something else.' }
      : []
  })
  return counted.length > 0 && told.length === counted.length ? told : findings
}

/** A number that counts nothing ("a 60-day truce") must stand in the words that bear the claim out. */
function lookForNumbers(finding: Finding, claim: Told, span: Span, cited: Cited): Finding {
  if (finding.verdict !== 'supported' || finding.quote === null) return finding
  const length = otherLength(claim, span, cited.told, finding.at ?? null)
  if (length) return { ...finding, verdict: 'contradicted', because: `The text says ${length}.` }
  const { loose } = factsIn(claim, span)
  if (loose.length === 0) return finding
  const there = new Set(
    findNumbers(annotate(finding.quote, claim.language).words, [], claim.language).flatMap(({ value }) => value.best ?? []),
  )
  const missing = loose.find(({ value }) => value?.best != null && !there.has(value.best))
  if (!missing?.value) return finding
  return { ...finding, verdict: 'contradicted', because: `The text says so without the number ${formatValue(missing.value)}.` }
}

/** "Within one year", "within two years": how long it lasts in the sentence that tells it, where that is not what is claimed; else null. */
function otherLength(claim: Told, span: Span, cited: Told, at: Span | null): string | null {
  const lengths = ({ reading }: Told, where: Span) =>
    reading.times.filter(({ value, span }) => span !== null && holds(where, span) && /^P\d/.test(value))
  const [own, theirs] = [lengths(claim, span), at ? lengths(cited, sentenceAround(cited, at)) : []]
  const other = theirs.find(time => own.some(each => each.value !== time.value && each.value.at(-1) === time.value.at(-1)))
  return other?.span && !theirs.some(time => own.some(each => each.value === time.value)) ? quote(cited, other.span) : null
}

/** A text that never names somebody whom a claim names does not bear it out. */
function lookForNames(finding: Finding, claim: Told, span: Span, { parties, publisher, called, folded }: Cited): Finding {
  if (finding.verdict !== 'supported') return finding
  const isThere = (party: Party) =>
    called.has(`@${party.key}`) ||
    [...party.names].some(name => called.has(name)) ||
    parties.some(other => (isTown(party) ? holdsParty(party, other) : isSame(party, other))) ||
    (publisher !== null && isSame(party, publisher)) ||
    [...party.names].some(name => folded.includes(` ${name} `))
  const unknown = partiesIn(claim, span).find(party => party.isNamed && !isThere(party))
  if (!unknown) return finding
  const isNumber = finding.at !== undefined && factsIn(claim, span).read.length > 0
  return { ...finding, verdict: isNumber ? 'other' : 'absent', because: `The cited text does not name ${unknown.label}.` }
}

/** A text that names the country does not name its towns. */
function isTown({ place }: Party): boolean {
  return place !== null && place.precision !== 'country'
}
