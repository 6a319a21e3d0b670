import type { ReconcileAnswers } from '../document/answers/reconcile.ts'
import type { ReadingRecord } from '../record/reading.ts'
import { parseDay } from '../util/calendar.ts'
import { splitWords } from '../util/split-words.ts'
import { countsOf, dayWordsOf } from './copies/facts.ts'
import { shinglesOf } from './copies/shingles.ts'
import type { Sketch } from './sketch.ts'
import { publisherOf } from './tellings/publisher.ts'
import { tellingsOf } from './tellings/tellings.ts'

/** Characters at the head and the foot of a text in which an agency is credited. */
const CREDIT = 300

/** What is kept of a report so that it can be compared with others. */
export function sketchReport(reading: ReadingRecord, answers: ReconcileAnswers): Sketch {
  const { report } = reading
  const { text, title } = report
  return {
    id: report.id,
    textHash: report.textHash,
    published: report.published?.start ? parseDay(report.published.start) : null,
    publisher: publisherOf(report),
    title,
    agencies: agenciesOf(text, answers),
    isUpdate: isUpdate(title ?? '', answers) || isUpdate(text.slice(0, CREDIT), answers),
    shingles: shinglesOf(splitWords(text), answers.weigh),
    counts: countsOf(reading.figures),
    dayWords: dayWordsOf(reading),
    tellings: tellingsOf(reading, answers),
  }
}

/** Agencies that stand in brackets or alone between dashes at the head or the foot: "GOMA (Reuters) -", "— AFP". */
function agenciesOf(text: string, { agencies }: ReconcileAnswers): string[] {
  const ends = text.length > 2 * CREDIT ? `${text.slice(0, CREDIT)}\n${text.slice(-CREDIT)}` : text
  const found = new Set<string>()
  for (const [, bracket, dash] of ends.matchAll(/\(([\p{L} ]{2,40})\)|[–—-]\s*([\p{Lu}][\p{L} ]{1,40})(?=[\s.]*$)/gmu)) {
    const name = (bracket ?? dash ?? '').trim().toLowerCase()
    if (agencies.has(name)) found.add(name)
  }
  return [...found].sort()
}

/** A mark of a later version at the head of a line, before a colon, a number or a dash: "UPDATE 2-", "Updated:", "(Corrected)". */
function isUpdate(head: string, { updates }: ReconcileAnswers): boolean {
  for (const [, word] of head.matchAll(/(?:^|[\n([])\s*(\p{L}+)(?=\s*(?:\d|:|-|–|—|\)|\]|at\b))/gu))
    if (updates.has((word as string).toLowerCase())) return true
  return false
}
