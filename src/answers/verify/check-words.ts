import { STATUS_WORDS } from '../../formats/view/words.ts'
import type { EventStatus } from '../../record/event.ts'
import type { Span } from '../../record/span.ts'
import type { Finding } from './finding.ts'
import { quote, sentenceAround, type Told, wordsIn } from './told.ts'
import { coverOf, statusAt } from './wording.ts'

/** A sentence that has this share of a claim's words tells the same. */
const LEAST_SHARED = 0.75

/** Checks a sentence from which no record was read: the sentence of the text that has most of its words, and whether that one tells it as done. */
export function checkWords(claim: Told, span: Span, cited: Told): Finding {
  let best: { readonly span: Span; readonly share: number; readonly onlyNames: boolean; readonly noNumber: boolean } | null = null
  for (const sentence of cited.sentences) {
    const { count, missing, ...cover } = coverOf(claim, span, cited, sentence.span)
    // A sentence with another number tells of the same thing all the same.
    const numbers = missing.filter(({ word }) => word.upos === 'NUM').length
    const share = numbers === 0 ? cover.share : (count - missing.length) / Math.max(1, count - numbers)
    if (count < 2 || share <= (best?.share ?? 0)) continue
    const onlyNames = missing.every(term => term.isName)
    best = { span: sentence.span, share, onlyNames, noNumber: missing.some(({ word }) => word.upos === 'NUM') }
  }
  const isTold = best !== null && best.share >= LEAST_SHARED
  if (!best || (!isTold && !(best.onlyNames && best.share >= 0.5)))
    return { verdict: 'absent', because: 'No sentence of the cited text says this.', quote: null, records: [] }
  const words = quote(cited, best.span)
  if (best.noNumber)
    return { verdict: 'contradicted', because: 'A sentence says it with another number or none.', quote: words, records: [] }
  if (best.onlyNames && best.share < 1)
    return { verdict: 'other', because: 'A sentence says it, but of somebody else.', quote: words, records: [] }
  const [own, theirs] = [statusOf(claim, span), statusOf(cited, best.span)]
  if (own !== theirs)
    return { verdict: 'contradicted', because: `A sentence tells it as ${STATUS_WORDS[theirs] || 'a fact'}.`, quote: words, records: [] }
  return { verdict: 'supported', because: 'A sentence of the text has these words.', quote: words, records: [] }
}

/** Whether what a sentence tells took place: its verbs, the least certain of them. */
function statusOf(told: Told, span: Span): EventStatus {
  const verbs = wordsIn(told, sentenceAround(told, span)).filter(word => word.upos === 'VERB')
  const found = verbs.map(verb => statusAt(told, verb.index))
  return (['denied', 'negated', 'planned', 'possible'] as const).find(status => found.includes(status)) ?? 'occurred'
}
