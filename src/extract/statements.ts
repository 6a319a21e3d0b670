import type { Language } from '../document/language.ts'
import type { Layers, Statement, Word } from '../document/layers.ts'
import { indexMentions, type MentionIndex } from '../document/mentions.ts'
import { sentenceAt } from '../document/sentences.ts'
import { stage } from '../document/stage.ts'
import type { Trail } from '../document/trail.ts'
import type { Span } from '../record/span.ts'
import { timeOf } from './clause-time.ts'
import { besideQuotation } from './statements/beside.ts'
import { cover, quotedShare, runs, trim } from './statements/content.ts'
import { type Cue, findCues } from './statements/cues.ts'
import { findQuotations, type Quotation } from './statements/quotations.ts'

/** How statements are found, for the rule catalogue. */
export const statementRules = [
  { name: 'statements/reported-clause', says: 'A verb of saying with the clause it reports: "said that …".' },
  { name: 'statements/postposed-cue', says: 'Subject and verb of saying after a comma at the end of a sentence: "…, the minister said".' },
  { name: 'statements/inserted-cue', says: 'A verb of saying put into or after what is said: "…, he said".' },
  { name: 'statements/clause-beside-cue', says: 'A clause beside a verb of saying, as after a colon.' },
  {
    name: 'statements/clause-after-cue',
    says: 'A verb of saying that takes no noun, with a noun and its verb behind it, reports a clause.',
  },
  { name: 'statements/infinitive', says: 'A demand or promise with an infinitive: "vowed to leave".' },
  { name: 'statements/after-preposition', says: 'What is said follows a preposition: "warned of", "accused them of".' },
  { name: 'statements/gerund', says: 'What is said is a gerund: "denied taking".' },
  { name: 'statements/said-as-noun', says: 'What is said is a noun phrase: "demanded the release".' },
  { name: 'statements/after-colon', says: 'A verb of saying before a colon at the end of its paragraph introduces the next one.' },
  { name: 'statements/evaluation', says: 'What is said is what something is called or described as: "called the vote a farce".' },
  { name: 'statements/noun-of-saying', says: 'A noun of saying with its content: "the announcement that …".' },
  { name: 'statements/source-phrase', says: '"According to" and its like name the source of the clause.' },
  { name: 'statements/quotation-beside-verb', says: 'A quotation beside a verb of saying is what is said.' },
  { name: 'statements/quotation-goes-on', says: 'A quotation of its own goes on with the speaker of the one before.' },
  { name: 'statements/speaker', says: 'The subject of the cue, the agent of its passive, or the noun behind its preposition speaks.' },
  { name: 'statements/named-in-content', says: 'Whoever is named in what is said.' },
  { name: 'statements/inside-another', says: 'The cue stands inside the content of another statement.' },
  { name: 'statements/place-of-cue', says: 'A place that hangs on the cue is where it was said.' },
] as const

/** Finds who said what. */
export const statementsStage = stage({
  name: 'statements',
  needs: ['report', 'words', 'sentences', 'mentions', 'times', 'entities'],
  gives: ['statements'],
  run: (layers, language) => ({ statements: findStatements(layers, language) }),
})

type Input = Pick<Layers, 'report' | 'words' | 'sentences' | 'mentions' | 'times' | 'entities'>

/** Statements in reading order. */
function findStatements(input: Input, language: Language): readonly Statement[] {
  const { report, sentences } = input
  const index = indexMentions(input.mentions)
  const quotations = findQuotations(report.text, sentences)
  const taken = new Set<Quotation>()
  const drafts: Statement[] = []
  const cues = findCues(input, index, language)
    .filter(c => !isOwnSpeech(c, input.words, index, near(quotations, startOf(c, input.words))))
    .map(c => besideQuotation(c, input.words, index, near(quotations, startOf(c, input.words))))
  for (const [i, cue] of cues.entries()) {
    const next = cues[i + 1]?.words[0]
    const gap: Span = [i ? startOf(cues[i - 1] as Cue, input.words) : -1, next === undefined ? Infinity : (input.words[next] as Word).start]
    const beside = contentOf(cue, gap, input, index, quotations, taken)
    const content = beside.length ? beside : afterColon(cue, gap[1], input, quotations, taken)
    if (content.length) drafts.push(fromCue(cue, content, input, index, quotations))
  }
  const all = [...drafts, ...freeQuotations(input, index, quotations, taken, drafts)].sort(
    (a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1],
  )
  const numbered = all.map((s, i) => ({ ...s, id: `s${i + 1}` }))
  return nest(numbered)

  function order(s: Statement): Span {
    return cover(s.content)
  }
}

/** "“I ask you to stay,” he said": what somebody quoted says there and then is what is quoted, no statement more. */
function isOwnSpeech(cue: Cue, words: readonly Word[], index: MentionIndex, quotations: readonly Quotation[]): boolean {
  const verb = words[cue.words[0] as number]
  if (!verb || cue.speaker === null || verb.feats.includes('Tense=Past')) return false
  const spoken = index.at(cue.speaker).some(m => m.as === 'pronoun' && m.person === 1)
  return spoken && quotations.some(q => q.inner[0] <= verb.start && verb.end <= q.inner[1])
}

function startOf(cue: Cue, words: readonly Word[]): number {
  return words[cue.words[0] as number]?.start ?? 0
}

/** The spans of what is said. A quotation that the content touches is taken whole, beyond the sentence if need be. */
function contentOf(
  cue: Cue,
  [lastCue, nextCue]: Span,
  { report, words, sentences }: Input,
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
      q => !taken.has(q),
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
    const open = start < q.outer[0] && q.inner[0] < end && end < q.inner[1]
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
      if ((/[,?!…—–-]\s*$/.test(text.slice(...q.inner)) || /^\s*[,–—-]/.test(gap)) && article.length < 5 && !/[.?!]/.test(gap)) out.push(q)
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
function afterColon(
  cue: Cue,
  nextCue: number,
  { report, words, sentences }: Input,
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

/** The few quotations around a position, in reading order. */
function near(quotations: readonly Quotation[], position: number): readonly Quotation[] {
  const at = firstFrom(quotations, position)
  return quotations.slice(Math.max(0, at - 3), at + 3)
}

/** Index of the first quotation that begins at or behind a position. */
function firstFrom(quotations: readonly Quotation[], position: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((quotations[mid] as Quotation).outer[0] < position) low = mid + 1
    else high = mid
  }
  return low
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
}

/** Without the part that a cue covers; the longer side stays. */
function cut(s: Span, hole: Span): Span[] {
  if (hole[1] <= s[0] || hole[0] >= s[1]) return [s]
  const sides: Span[] = [
    [s[0], Math.max(s[0], hole[0])],
    [Math.min(s[1], hole[1]), s[1]],
  ]
  return sides
    .filter(x => x[1] > x[0])
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
    .slice(0, 1)
}

function clean(text: string, spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const s of spans) {
    const t = trim(text, s)
    if (t) out.push(t)
  }
  return out.length > 1 ? out.filter(s => s[1] - s[0] > 8 || s[1] - s[0] > 0.2 * (cover(out)[1] - cover(out)[0])) : out
}

/** Is the quotation a piece of speech, not a word held at arm's length? */
function isSpeech(text: string, q: Quotation): boolean {
  const inner = text.slice(...q.inner).trim()
  // Both looks are short, however long the quotation: it is asked about from every cue nearby.
  if (q.continues || /[,.?!…—–-]/.test(inner.slice(-1))) return true
  return /^\p{Lu}\S*(?:\s+\S+){4}/u.test(inner)
}

function fromCue(cue: Cue, content: readonly Span[], input: Input, index: MentionIndex, quotations: readonly Quotation[]): Statement {
  const { words } = input
  const cueSpans = runs(words, cue.words)
  const cueSpan: Span | readonly Span[] = cueSpans.length === 1 ? (cueSpans[0] as Span) : cueSpans
  const speaker = cue.speaker === null ? null : index.entityAt(cue.speaker)
  const speakerMention = cue.speaker === null ? undefined : index.at(cue.speaker).find(m => m.as !== 'adjective')
  const adjective = cue.speaker !== null && !speaker ? (index.at(cue.speaker).find(m => m.as === 'adjective')?.entity ?? null) : null
  const addressee = cue.addressee === null ? null : index.entityAt(cue.addressee)
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
    form: formOf(content, quotations),
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
function namedIn(content: readonly Span[], index: MentionIndex): string[] {
  const out = new Set<string>()
  for (const [start, end] of content)
    for (const m of index.inside(start, end)) if (m.entity && (m.as === 'name' || m.as === 'adjective')) out.add(m.entity)
  return [...out]
}

/** A place that hangs on the cue by a preposition. */
function placeOfCue(cue: Cue, { words, entities }: Input, index: MentionIndex): { entity: string; span: Span } | null {
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

/** Quotations without a cue: they go on with the speaker of the statement before them in the paragraph, or of the last quotation. */
function freeQuotations(
  input: Input,
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

/** How many statements before and after one may hold it; more never nest in prose. */
const NEAR = 20

/** `within`: the narrowest other statement whose content holds the cue (or the whole of a quotation). */
function nest(statements: readonly Statement[]): Statement[] {
  return statements.map((s, i) => {
    const [start, end] = s.cue ? cover(Array.isArray(s.cue[0]) ? (s.cue as readonly Span[]) : [s.cue as Span]) : cover(s.content)
    let best: Statement | null = null
    for (const other of statements.slice(Math.max(0, i - NEAR), i + NEAR)) {
      if (other === s || !other.content.some(c => c[0] <= start && end <= c[1])) continue
      if (!best || length(other) < length(best)) best = other
    }
    return best ? { ...s, within: best.id, from: { ...s.from, within: { rule: 'statements/inside-another', spans: best.content } } } : s
  })
}

function length(s: Statement): number {
  const [start, end] = cover(s.content)
  return end - start
}
