import type { Statement } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import { sentenceAt } from '../../document/sentences.ts'
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
    if (!sentence || report.text.slice(sentence.span[0], q.outer[0]).trim() !== '') continue
    while (next < ordered.length && (ordered[next] as Statement).evidence[1] <= q.outer[0] + 1) next++
    const before = ordered[next - 1]
    const spoken = before && (sentenceAt(sentences, before.evidence[0])?.paragraph ?? 0) >= sentence.paragraph - 1 ? before : undefined
    const content = clean(report.text, [q.inner])
    if (!content.length) continue
    const about = namedIn(content, index)
    out.push({
      id: '',
      speaker: spoken?.speaker ?? null,
      cue: null,
      content,
      form: 'direct',
      act: 'assert',
      about,
      within: null,
      addressee: null,
      place: spoken?.place ?? null,
      time: spoken?.time ?? null,
      evidence: spoken?.from.speaker?.spans[0] ? cover([q.outer, ...spoken.from.speaker.spans]) : q.outer,
      confidence: spoken ? 0.75 : 0.5,
      from: {
        content: { rule: 'statements/quotation-goes-on', spans: content },
        form: { rule: 'statements/quotation-goes-on', spans: content },
        ...(spoken?.speaker
          ? {
              speaker: {
                rule: 'statements/quotation-goes-on',
                spans: spoken.from.speaker?.spans ?? [],
                because: spoken.from.speaker ? [spoken.from.speaker] : [],
              },
            }
          : {}),
      },
      ...(spoken?.speaker
        ? {}
        : {
            not: { speaker: { rule: 'statements/quotation-goes-on', spans: [q.outer], says: 'No statement stands before the quotation.' } },
          }),
    })
  }
  return out
}
