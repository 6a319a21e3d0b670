import type { Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { sentenceAt } from '../../document/sentences.ts'
import type { Span } from '../../record/span.ts'
import { clean, cut, overlap, runs } from './content.ts'
import type { Cue, StatementInput } from './cue.ts'
import { firstFrom, isSpeech, near, type Quotation } from './quotations.ts'

/** The spans of what is said. A quotation that the content touches is taken whole, beyond the sentence if need be. */
export function contentOf(
  cue: Cue,
  [lastCue, nextCue]: Span,
  { report, words, sentences }: StatementInput,
  index: MentionIndex,
  quotations: readonly Quotation[],
  taken: Set<Quotation>,
): Span[] {
  const { text } = report
  const spans = runs(words, cue.content)
  const first = words[cue.words[0] as number]
  const last = words[cue.words[cue.words.length - 1] as number]
  if (!first || !last) return []
  if (cue.quotes) {
    const speaker = cue.speaker === null ? undefined : index.at(cue.speaker)[0]
    const whole = attached(text, quotations, [cue.clause ?? first.start, last.end], speaker?.span ?? null, spans, nextCue).filter(
      q => !taken.has(q) && !(NOUNS.has(cue.rule) && isIllustration(text, q, spans)),
    )
    if (whole.length) {
      for (const q of whole) taken.add(q)
      return clean(
        text,
        whole.map(q => withOpening(text, q, first.start, sentenceAt(sentences, q.outer[0])?.span[0] ?? q.outer[0], lastCue)),
      )
    }
  }
  // An unquoted clause never takes in the cue itself, and one that ends inside a quotation goes on to its close.
  const unquoted = spans.flatMap(s => cut(s, [first.start, last.end])).map(s => toClose(text, s, near(quotations, s[1]), nextCue))
  for (const q of near(quotations, first.start)) if (unquoted.some(s => overlap(s, q.outer) > 0.5 * (q.outer[1] - q.outer[0]))) taken.add(q)
  return clean(text, unquoted)
}

const NOUNS = new Set(['statements/said-as-noun', 'statements/after-preposition', 'statements/infinitive'])

/** "denied any part in it: |“We were not there.”|": behind a colon the quotation says the same in a statement of its own. */
function isIllustration(text: string, q: Quotation, content: readonly Span[]): boolean {
  const last = content[content.length - 1]
  return last !== undefined && last[1] <= q.outer[0] && /:\s*$/.test(text.slice(last[1], q.outer[0]).slice(-3))
}

/** "Using the tax “is a mistake,” he said": a quotation that goes on with a sentence begun outside it, together with that beginning. */
function withOpening(text: string, q: Quotation, cue: number, sentence: number, lastCue: number): Span {
  const opening = text.slice(sentence, q.outer[0])
  const goesOn = q.outer[1] <= cue && /^\p{Ll}/u.test(text.slice(...q.inner)) && /\p{L}/u.test(opening)
  return goesOn && lastCue < sentence && !/["“”«»:]|''/.test(opening) ? [sentence, q.outer[1]] : q.inner
}

/** A span that ends inside a quotation it has not opened alone, or that a quotation goes on right behind, up to the close of the quotation. */
function toClose(text: string, s: Span, quotations: readonly Quotation[], nextCue: number): Span {
  let [start, end] = s
  for (const q of quotations) {
    const open = start <= q.inner[0] && q.inner[0] < end && end < q.inner[1]
    const goesOn =
      end <= q.outer[0] && q.outer[0] < nextCue && /^\p{Ll}/u.test(text.slice(...q.inner)) && GAP.test(text.slice(end, q.outer[0]))
    if ((open || goesOn) && q.inner[1] - end < 400) end = q.outer[1]
  }
  return [start, end]
}

/** A few words without a mark between a clause and the quotation that goes on with it. */
const GAP = /^\s?(?:\p{L}+\s){0,4}$/u

/** The quotations that stand right before and after the clause of a cue: "A," he said, "B." */
function attached(
  text: string,
  quotations: readonly Quotation[],
  cue: Span,
  speaker: Span | null,
  content: readonly Span[],
  nextCue: number,
): Quotation[] {
  const out: Quotation[] = []
  const start = speaker && speaker[1] <= cue[0] && cue[0] - speaker[1] < 60 ? speaker[0] : cue[0]
  const end = speaker && speaker[0] >= cue[1] && speaker[0] - cue[1] < 20 ? speaker[1] : cue[1]
  for (const q of near(quotations, cue[0])) {
    if (!isSpeech(text, q)) continue
    const quoted = content.length > 0 && content.every(c => overlap(c, q.outer) >= 0.6 * (c[1] - c[0]))
    if (q.outer[1] <= start) {
      const gap = text.slice(q.outer[1], start)
      const article = gap.replace(/^[\s,–—-]*/, '')
      if (
        (/[,?!…—–-]\s?['’]?\s*$/.test(text.slice(...q.inner).slice(-4)) || /^\s*[,–—-]/.test(gap)) &&
        article.length < 5 &&
        !/[.?!]/.test(gap)
      )
        out.push(q)
      else if (quoted && gap.length < 80) out.push(q)
      // "… in 40 cities.” Said Omar Ajouda": the cue opens the sentence behind the quotation, its subject follows.
      else if (gap.trim() === '' && speaker && speaker[0] >= cue[1] && speaker[0] - cue[1] < 6) out.push(q)
    } else if (q.outer[0] >= end) {
      const gap = text.slice(end, q.outer[0])
      const opens = content.length === 0 || content.every(c => !/\p{L}/u.test(text.slice(c[0], q.outer[0]))) || out.length > 0
      if (
        nextCue >= q.outer[0] &&
        gap.length < 160 &&
        !/[.?!]["”»]?\s/.test(gap) &&
        opens &&
        (/[,:]\s*(?:\p{Ll}{2,7}\s)?$/u.test(gap) ||
          (gap.trim() === '' && /^\p{Lu}/u.test(text.slice(q.inner[0], q.inner[0] + 1))) ||
          quoted)
      )
        out.push(q)
    }
  }
  return out
}

/** "The governor added:" at the end of a paragraph: the next paragraph is what is said. */
export function afterColon(
  cue: Cue,
  nextCue: number,
  { report, words, sentences }: StatementInput,
  quotations: readonly Quotation[],
  taken: Set<Quotation>,
): Span[] {
  const verb = words[cue.words[0] as number]
  if (!cue.quotes || !verb) return []
  const sentence = sentenceAt(sentences, verb.start)
  const last = sentence && words[sentence.end - 1]
  const next = sentence && last?.form === ':' ? sentenceAt(sentences, following(report.text, sentence.span[1])) : undefined
  if (!sentence || !last || !next || next.paragraph === sentence.paragraph || nextCue < last.start || last.index - verb.index > 12)
    return []
  let end = next
  for (let i = next.end; words[i]; ) {
    const more = sentenceAt(sentences, (words[i] as Word).start)
    if (!more || more.paragraph !== next.paragraph) break
    end = more
    i = more.end
  }
  for (let i = firstFrom(quotations, next.span[0]); (quotations[i]?.outer[1] ?? Infinity) <= end.span[1]; i++)
    taken.add(quotations[i] as Quotation)
  return clean(report.text, [[next.span[0], end.span[1]]])
}

/** The first position that is no blank. */
function following(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] as string)) at++
  return at
}
