import type { CitedReport } from '../../library/find-cited.ts'
import { checkClaim } from './check-claim.ts'
import { type Claim, describeClaim } from './claim.ts'
import type { Finding, Verdict } from './finding.ts'
import type { Shelf } from './shelf.ts'

/** What became of a claim; verdict null where it could not be checked. */
export interface Checked {
  readonly no: number
  readonly claim: string
  readonly cites: readonly string[]
  readonly verdict: Verdict | null
  readonly because: string
  /** The words of the cited text. */
  readonly quote: string | null
  /** Records of the cited report that it rests on, as `griot show` opens them. */
  readonly evidence: readonly string[]
  /** The cited report that decides it. */
  readonly report: string | null
  readonly title: string | null
  /** The report that it copies. */
  readonly copyOf: string | null
  /** Its newer version, which may say something else. */
  readonly newer: string | null
}

/** Of several cited texts the one that bears the claim out most decides. */
const BEST: readonly Verdict[] = ['supported', 'contradicted', 'other', 'absent']

/** Checks claims one by one against what they cite; a claim that cannot be checked says why and stops nothing. */
export async function* verifyClaims(claims: readonly Claim[], shelf: Shelf): AsyncGenerator<Checked> {
  for (const claim of claims) yield verifyClaim(claim, shelf)
}

async function verifyClaim(claim: Claim, shelf: Shelf): Promise<Checked> {
  if (claim.trouble !== null) return unchecked(claim, claim.trouble)
  if (claim.text === null && !claim.fields) return unchecked(claim, 'The row has neither a claim nor a number.')
  if (claim.cites.length === 0) return unchecked(claim, 'The claim cites nothing.')
  const checked: Checked[] = []
  const troubles: string[] = []
  for (const cite of claim.cites) {
    const found = await shelf.find(cite)
    if (typeof found === 'string') troubles.push(found)
    else for (const report of found) checked.push(await checkReport(claim, report, shelf))
  }
  const [best] = checked.sort((a, b) => rankOf(a) - rankOf(b))
  return best ?? unchecked(claim, troubles.join(' '))
}

function rankOf({ verdict }: Checked): number {
  return verdict === null ? BEST.length : BEST.indexOf(verdict)
}

async function checkReport(claim: Claim, report: CitedReport, shelf: Shelf): Promise<Checked> {
  const text = await shelf.open(report)
  if (!text) return unchecked(claim, `Griot does not read the language of the cited report (${report.reading.report.language}).`)
  const finding = await checkClaim(claim, text, shelf.reader)
  return typeof finding === 'string' ? unchecked(claim, finding) : toChecked(claim, finding, report)
}

/** A finding in a report as a row. */
export function toChecked(claim: Claim, { verdict, because, quote, records }: Finding, { reading, copyOf, newer }: CitedReport): Checked {
  const { id, title } = reading.report
  const evidence = records.map(record => `${id}/${record}`)
  return {
    no: claim.no,
    claim: describeClaim(claim),
    cites: claim.cites,
    verdict,
    because,
    quote,
    evidence,
    report: id,
    title,
    copyOf,
    newer,
  }
}

function unchecked(claim: Claim, because: string): Checked {
  const nothing = { verdict: null, quote: null, evidence: [], report: null, title: null, copyOf: null, newer: null }
  return { no: claim.no, claim: describeClaim(claim), cites: claim.cites, because, ...nothing }
}
