import type { Statement } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { sentenceAt } from '../../document/sentences.ts'
import type { Span } from '../../record/span.ts'
import { clean, cover } from './content.ts'
import type { StatementInput } from './cue.ts'
import { namedIn } from './from-cue.ts'
import { isSpeech, type Quotation } from './quotations.ts'

/** Quotations without a cue: they go on with the speaker of the statement before them in the paragraph, or of the last quotation. */
export function freeQuotations(
  input: StatementInput,
  index: MentionIndex,
  quotations: readonly Quotation[],
  taken: ReadonlySet<Quotation>,
  drafts: readonly Statement[],
): Statement[] {
  const { report, sentences } = input
  const out: Statement[] = []
  const ordered = [...drafts].sort((a, b) => a.evidence[1] - b.evidence[1])
  let next = 0
  for (const q of quotations) {
    if (taken.has(q) || !isSpeech(report.text, q)) continue
    const inner = report.text.slice(...q.inner)
    if (inner.trim().split(/\s+/).length < 3) continue
    const sentence = sentenceAt(sentences, q.outer[0])
    if (!sentence) continue
    while (next < ordered.length && (ordered[next] as Statement).evidence[1] <= q.outer[0] + 1) next++
    const before = ordered[next - 1]
    // "denied any part in it: “…”": behind a colon it goes on with what the sentence says.
    const opening = report.text.slice(sentence.span[0], q.outer[0]).trimEnd()
    if (opening !== '' && !(opening.endsWith(':') && before?.content.some(c => c[1] === q.outer[0] - 2))) continue
    const spoken = before && (sentenceAt(sentences, before.evidence[0])?.paragraph ?? 0) >= sentence.paragraph - 1 ? before : undefined
    const own = signedBy(report.text, q, index) ?? labelledBy(report.text, q, index)
    const content = clean(report.text, [[own?.from ?? q.inner[0], q.inner[1]]])
    if (!content.length) continue
    out.push(fromQuotation(content, q, own, spoken, index))
  }
  return out
}

/** Who a quotation names as its speaker, and where what is said begins. */
interface Source {
  readonly rule: string
  readonly entity: string
  readonly span: Span
  readonly from: number
}

/** "“The road is closed.” — Ruth Ade": a name behind a dash that ends its line or clause. */
function signedBy(text: string, q: Quotation, index: MentionIndex): Source | null {
  const dash = /^[ \t]*(?:[―—–]|--?)[ \t]*/.exec(text.slice(q.outer[1], q.outer[1] + 8))
  if (!dash) return null
  const start = q.outer[1] + dash[0].length
  const name = index.inside(start, start + SOURCE).find(m => m.span[0] === start && m.as !== 'adjective' && m.entity !== null)
  if (!name?.entity || !/^(?:$|\s*[\n,.;(])/.test(text.slice(name.span[1], name.span[1] + 4))) return null
  return { rule: 'statements/signed-quotation', entity: name.entity, span: name.span, from: q.inner[0] }
}

/** "ADE: The road is closed." in a transcript: a name and a colon open the quotation. */
function labelledBy(text: string, q: Quotation, index: MentionIndex): Source | null {
  const label = /^\p{Lu}[\p{L}.’' -]{1,30}?:\s/u.exec(text.slice(q.inner[0], q.inner[0] + 40))
  if (!label) return null
  const from = q.inner[0] + label[0].length
  const name = index.inside(q.inner[0], from).find(m => m.span[0] === q.inner[0] && m.as !== 'adjective' && m.entity !== null)
  return name?.entity ? { rule: 'statements/speaker-label', entity: name.entity, span: name.span, from } : null
}

/** How many characters the one who signs a quotation may take. */
const SOURCE = 80

function fromQuotation(
  content: readonly Span[],
  q: Quotation,
  own: Source | null,
  spoken: Statement | undefined,
  index: MentionIndex,
): Statement {
  const rule = own?.rule ?? 'statements/quotation-goes-on'
  const speaker = own?.entity ?? spoken?.speaker ?? null
  const spans = own ? [own.span] : (spoken?.from.speaker?.spans ?? [])
  const because = !own && spoken?.from.speaker ? [spoken.from.speaker] : []
  return {
    id: '',
    speaker,
    cue: null,
    content,
    form: 'direct',
    act: 'assert',
    about: namedIn(content, index),
    within: null,
    addressee: null,
    place: (own ? null : spoken?.place) ?? null,
    time: (own ? null : spoken?.time) ?? null,
    evidence: spans[0] ? cover([q.outer, ...spans]) : q.outer,
    confidence: own || spoken ? 0.75 : 0.5,
    from: {
      content: { rule, spans: content },
      form: { rule, spans: content },
      ...(speaker && { speaker: { rule, spans, ...(because.length && { because }) } }),
    },
    ...(!speaker && { not: { speaker: { rule, spans: [q.outer], says: 'No statement stands before the quotation.' } } }),
  }
}
