import type { Statement } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'
import type { Trail } from '../../document/trail.ts'
import type { Span } from '../../record/span.ts'
import { timeOf } from '../clause-time.ts'
import { cover, quotedShare, runs } from './content.ts'
import type { Cue, StatementInput } from './cue.ts'
import { meeting, type Quotation } from './quotations.ts'

export function fromCue(
  cue: Cue,
  content: readonly Span[],
  input: StatementInput,
  index: MentionIndex,
  quotations: readonly Quotation[],
): Statement {
  const { words } = input
  const cueSpans = runs(words, cue.words)
  const cueSpan: Span | readonly Span[] = cueSpans.length === 1 ? (cueSpans[0] as Span) : cueSpans
  const speaker = cue.speaker === null ? null : index.entityAt(cue.speaker)
  const speakerMention = cue.speaker === null ? undefined : index.at(cue.speaker).find(m => m.as !== 'adjective')
  const adjective = cue.speaker !== null && !speaker ? (index.at(cue.speaker).find(m => m.as === 'adjective')?.entity ?? null) : null
  const told = cue.addressee === null ? null : index.entityAt(cue.addressee)
  // Nobody speaks to himself with "him".
  const addressee = told === (speaker ?? adjective) ? null : told
  const time = timeOf(words, input.times, cue.words[0] as number)
  const place = placeOfCue(cue, input, index)
  const evidence = cover([...content, ...cueSpans, ...(speakerMention ? [speakerMention.span] : [])])
  const from: Record<string, Trail[string]> = {
    cue: { rule: cue.rule, spans: cueSpans },
    content: { rule: cue.rule, spans: content },
    form: { rule: cue.rule, spans: content },
    act: { rule: cue.rule, spans: cueSpans },
  }
  if (speaker ?? adjective) from.speaker = { rule: 'statements/speaker', spans: speakerMention ? [speakerMention.span] : [] }
  if (addressee)
    from.addressee = {
      rule: cue.rule,
      spans: index
        .at(cue.addressee as number)
        .slice(0, 1)
        .map(m => m.span),
    }
  if (time) from.time = { rule: time.rule, spans: time.time.span ? [time.time.span] : [] }
  if (place) from.place = { rule: 'statements/place-of-cue', spans: [place.span] }
  const about = namedIn(content, index)
  if (about.length) from.about = { rule: 'statements/named-in-content', spans: content }
  return {
    id: '',
    speaker: speaker ?? adjective,
    cue: cueSpan,
    content,
    form: formOf(
      content,
      meeting(quotations, cover(content)).filter(q => !cueSpans.some(c => q.inner[0] <= c[0] && c[1] <= q.inner[1])),
    ),
    act: cue.act,
    about,
    within: null,
    addressee,
    place: place?.entity ?? null,
    time: time?.time ?? null,
    evidence,
    confidence: cue.rule === 'statements/reported-clause' || cue.rule === 'statements/source-phrase' ? 0.9 : 0.8,
    from,
    ...((speaker ?? adjective)
      ? {}
      : {
          not: {
            speaker: {
              rule: 'statements/speaker',
              spans: speakerMention ? [speakerMention.span] : cueSpans,
              says: speakerMention ? 'Nobody named before fits the pronoun.' : 'The cue has no subject.',
            },
          },
        }),
  }
}

function formOf(content: readonly Span[], quotations: readonly Quotation[]): Statement['form'] {
  const share = quotedShare(content, quotations)
  return share >= 0.95 ? 'direct' : share > 0 ? 'mixed' : 'indirect'
}

/** Entities named in the content, each once, in reading order. */
export function namedIn(content: readonly Span[], index: MentionIndex): string[] {
  const out = new Set<string>()
  for (const [start, end] of content)
    for (const m of index.inside(start, end)) if (m.entity && (m.as === 'name' || m.as === 'adjective')) out.add(m.entity)
  return [...out]
}

/** A place that hangs on the cue by a preposition. */
function placeOfCue(cue: Cue, { words, entities }: StatementInput, index: MentionIndex): { entity: string; span: Span } | null {
  const head = cue.words[0] as number
  for (const c of words[head]?.children ?? []) {
    if (!/^(?:obl|nmod)/.test(words[c]?.deprel ?? '') || cue.content.includes(c)) continue
    const mention = index.at(c).find(m => m.entity && m.as !== 'adjective' && (m.kind === 'place' || m.kind === 'country'))
    if (!mention?.entity || c === cue.addressee) continue
    const inner = words[c]?.children.flatMap(k => index.at(k)).find(m => m.kind === 'place' && m.as === 'name' && m.entity)
    const best = mention.as === 'description' && inner ? inner : mention
    if (entities.some(e => e.id === best.entity)) return { entity: best.entity as string, span: best.span }
  }
  return null
}
