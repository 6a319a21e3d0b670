import type { Language } from '../document/language.ts'
import type { Layers, Mention, Position, Word } from '../document/layers.ts'
import { type MentionIndex, indexMentions } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import { childBy, childrenBy, conjuncts, relation, subtree } from '../document/tree.ts'
import type { PositionStatus } from '../record/position.ts'
import type { Span } from '../record/span.ts'
import { timeOf } from './clause-time.ts'

/** How positions are found, for the rule catalogue. */
export const positionRules = [
  { name: 'positions/title-before-name', says: 'An office in front of a name: "Foreign Minister Sergey Lavrov".' },
  { name: 'positions/apposition', says: 'An office in apposition to a name: "Jan Egeland, head of the taskforce".' },
  { name: 'positions/predicate', says: 'Somebody is, was or became the holder of an office.' },
  { name: 'positions/verb-of-office', says: 'A verb that gives or takes an office: "was appointed prime minister".' },
  { name: 'positions/leading-verb', says: 'A body headed, led or commanded by somebody.' },
  { name: 'positions/modifier', says: 'The adjective, name or possessive in front of an office says whose it is.' },
  { name: 'positions/complement', says: 'The noun behind the office says whose it is: "head of the mission".' },
  { name: 'positions/status-word', says: 'A word beside the office says how it is held: "former", "acting".' },
] as const

/** Finds who holds which office. */
export const positionsStage = stage({
  name: 'positions',
  needs: ['words', 'sentences', 'mentions', 'times', 'entities', 'statements'],
  gives: ['positions'],
  run: (layers, language) => ({ positions: findPositions(layers, language) }),
})

type Input = Pick<Layers, 'words' | 'sentences' | 'mentions' | 'times' | 'entities' | 'statements'>

/** An office, who holds it, and by which rule: indexes of words. */
interface Finding {
  readonly rule: string
  readonly office: Word
  readonly holder: string
  readonly status: PositionStatus | null
  /** A verb that stands for the office, and the word of the body led. */
  readonly lead?: { readonly title: string; readonly body: number }
}

/** Positions in reading order; the same holder and office told again in the same words is left out. */
export function findPositions(input: Input, language: Language): readonly Position[] {
  const index = indexMentions(input.mentions)
  const out: Position[] = []
  const seen = new Set<string>()
  for (const word of input.words) {
    const findings = isOffice(word, language) ? ofOffice(input, word, index, language) : ofVerb(input, word, index, language)
    for (const finding of findings) {
      const position = fromFinding(finding, input, index, language, out.length + 1)
      const key = `${position.holder} ${position.title.toLowerCase()} ${position.status} ${position.of}`
      if (seen.has(key)) continue
      seen.add(key)
      out.push(position)
    }
  }
  return out
}

function isOffice(word: Word, language: Language): boolean {
  return (word.upos === 'NOUN' || word.upos === 'PROPN') && language.positions.offices.has(word.lemma.toLowerCase())
}

/** A person's entity at a word, by name or by what the word refers to. */
function personAt(index: MentionIndex, input: Input, head: number): string | null {
  const id = index.at(head).find(m => m.entity && m.as !== 'adjective')?.entity
  return id && input.entities.some(e => e.id === id && e.kind === 'person') ? id : null
}

/** The name of a person that heads here, or null: offices of the unnamed are no positions. */
function namedAt(index: MentionIndex, head: number): string | null {
  return index.at(head).find(m => m.as === 'name' && m.kind === 'person')?.entity ?? null
}

function ofOffice(input: Input, office: Word, index: MentionIndex, language: Language): Finding[] {
  const { words } = input
  if (index.at(office.index).some(m => m.as === 'name' && m.kind !== 'person')) return []
  const governor = words[office.head]
  const named = governor ? namedAt(index, governor.index) : null
  if (
    governor &&
    named &&
    office.index < governor.index &&
    ['nmod:desc', 'compound', 'nmod', 'amod', 'flat', 'nsubj'].includes(office.deprel)
  )
    return [{ rule: 'positions/title-before-name', office, holder: named, status: null }]
  for (const name of childrenBy(words, office.index, 'flat', 'appos', 'nmod:desc')) {
    const holder = namedAt(index, name.index)
    if (holder)
      return [{ rule: name.deprel === 'appos' ? 'positions/apposition' : 'positions/title-before-name', office, holder, status: null }]
  }
  const apposed = relation(office) === 'appos' || relation(office) === 'conj' ? appositionHead(words, office) : null
  const holder = apposed && personAt(index, input, apposed.index)
  if (holder) return [{ rule: 'positions/apposition', office, holder, status: null }]
  const subject = childBy(words, office.index, 'cop') && childBy(words, office.index, 'nsubj')
  const is = subject && personAt(index, input, subject.index)
  if (is) return [{ rule: 'positions/predicate', office, holder: is, status: null }]
  return ofGovernor(input, office, index, language)
}

/** The word that an apposition, perhaps a coordinated one, hangs on. */
function appositionHead(words: readonly Word[], office: Word): Word | null {
  let word: Word | undefined = office
  for (let steps = 0; word && steps < 4; steps++) {
    const head: Word | undefined = words[word.head]
    if (relation(word) === 'appos') return head ?? null
    if (relation(word) !== 'conj') return null
    word = head
  }
  return null
}

/** "He became president", "was appointed minister", "resigned as chief". */
function ofGovernor(input: Input, office: Word, index: MentionIndex, language: Language): Finding[] {
  const { words } = input
  const verb = words[office.head]
  const known = verb?.upos === 'VERB' ? language.positions.verbs.get(verb.lemma.toLowerCase()) : undefined
  if (!verb || !known || known.how === 'lead') return []
  const relationOf = relation(office)
  const by = typeof known.how === 'object' ? known.how.preposition : null
  if (by ? !childrenBy(words, office.index, 'case', 'mark').some(c => c.lower === by) : relationOf !== 'xcomp' && relationOf !== 'obj')
    return []
  const undergoer =
    known.how === 'subj'
      ? childBy(words, verb.index, 'nsubj')
      : (childBy(words, verb.index, 'nsubj:pass') ??
        (childBy(words, verb.index, 'obj')?.index === office.index ? null : childBy(words, verb.index, 'obj')) ??
        (by ? childBy(words, verb.index, 'nsubj') : null))
  const who = undergoer && personAt(index, input, undergoer.index)
  return who ? [{ rule: 'positions/verb-of-office', office, holder: who, status: known.status }] : []
}

/** "Its junta, headed by Traoré": the one who leads is head of the body. */
function ofVerb(input: Input, verb: Word, index: MentionIndex, language: Language): Finding[] {
  const known = verb.upos === 'VERB' ? language.positions.verbs.get(verb.lemma.toLowerCase()) : undefined
  if (known?.how !== 'lead' || relation(verb) !== 'acl') return []
  const agent = childBy(input.words, verb.index, 'obl:agent')
  const holder = agent && namedAt(index, agent.index)
  const body = input.words[verb.head]
  if (!holder || !body || !index.entityAt(body.index)) return []
  return [{ rule: 'positions/leading-verb', office: verb, holder, status: known.status, lead: { title: known.title, body: body.index } }]
}

function fromFinding(finding: Finding, input: Input, index: MentionIndex, language: Language, number: number): Position {
  const { words, sentences, statements } = input
  const { office } = finding
  const title = finding.lead
    ? { span: [office.start, office.end] as Span, text: finding.lead.title }
    : titleOf(words, office, index, language)
  const status = statusOf(words, office, language)
  const of = finding.lead
    ? { entity: index.entityAt(finding.lead.body), span: title.span, rule: finding.rule }
    : bodyOf(words, office, index, language)
  const time = timeOf(words, input.times, office.index)
  const saidIn = statements
    .filter(s => s.content.some(c => c[0] <= office.start && office.end <= c[1]))
    .sort((a, b) => width(a.content) - width(b.content))[0]
  const sentence = sentences[office.sentence]?.span ?? title.span
  return {
    id: `p${number}`,
    holder: finding.holder,
    title: title.text,
    of: of?.entity ?? null,
    status: finding.status && finding.status !== 'current' ? finding.status : (status?.status ?? finding.status ?? 'current'),
    time: finding.rule === 'positions/verb-of-office' ? (time?.time ?? null) : null,
    saidIn: saidIn?.id ?? null,
    span: title.span,
    evidence: sentence,
    confidence: finding.rule === 'positions/title-before-name' ? 0.95 : 0.85,
    from: {
      holder: { rule: finding.rule, spans: [title.span] },
      title: { rule: finding.rule, spans: [title.span] },
      status: status ? { rule: 'positions/status-word', spans: [status.span] } : { rule: finding.rule, spans: [title.span] },
      ...(of?.entity ? { of: { rule: of.rule, spans: [of.span] } } : {}),
    },
    ...(of?.entity
      ? {}
      : { not: { of: { rule: 'positions/modifier', spans: [title.span], says: 'Nothing beside the office says whose it is.' } } }),
  }
}

function width(spans: readonly Span[]): number {
  return spans.reduce((n, s) => n + s[1] - s[0], 0)
}

/** The office with the words that belong to it: "Foreign Minister", not whose it is nor how it is held. */
function titleOf(words: readonly Word[], office: Word, index: MentionIndex, language: Language): { span: Span; text: string } {
  let first = office.index
  for (let i = office.index - 1; i >= 0 && office.index - i < 8; i--) {
    const word = words[i] as Word
    const inside = word.head === office.index || (word.head > i && word.head <= office.index && word.head >= first)
    const marks = index.at(i).some(m => m.as === 'adjective' || m.as === 'name') || (word.upos === 'PROPN' && index.at(i).length > 0)
    if (
      !inside ||
      !['amod', 'compound', 'nmod:desc', 'nmod', 'flat', 'case', 'punct'].includes(word.deprel) ||
      marks ||
      language.positions.statuses.get(word.lower) === 'former'
    )
      break
    if (language.positions.statuses.has(word.lower) && language.positions.statuses.get(word.lower) !== 'deputy') break
    if (word.upos === 'PUNCT' && word.form !== '-') break
    first = i
  }
  let end = office.index + 1
  const complement = childrenBy(words, office.index, 'nmod').find(
    n => n.index > office.index && n.index - office.index < 4 && !index.at(n.index).some(m => m.entity && m.as === 'name'),
  )
  const genitive = complement && childrenBy(words, complement.index, 'case').some(c => language.mentions.genitives.has(c.lower))
  if (complement && genitive && !index.entityAt(complement.index))
    end =
      (subtree(words, complement.index, w => w.deprel === 'acl:relcl' || w.deprel === 'appos' || w.deprel === 'punct').at(-1) ??
        complement.index) + 1
  const hyphenated = words.slice(first, end)
  const span: Span = [(hyphenated[0] as Word).start, (hyphenated[hyphenated.length - 1] as Word).end]
  return {
    span,
    text: hyphenated.map((w, i) => w.form + (i < hyphenated.length - 1 && (hyphenated[i + 1] as Word).start > w.end ? ' ' : '')).join(''),
  }
}

function statusOf(words: readonly Word[], office: Word, language: Language): { status: PositionStatus; span: Span } | null {
  let found: { status: PositionStatus; span: Span } | null = null
  const beside = [...office.children, ...(words[office.head]?.upos === 'PROPN' ? (words[office.head]?.children ?? []) : [])].map(
    c => words[c] as Word,
  )
  for (const word of [...beside, ...hyphenParts(words, office)]) {
    if (Math.abs(word.index - office.index) > 6) continue
    const status = language.positions.statuses.get(word.lower)
    if (status && (!found || found.status === 'deputy' || found.status === 'current')) found = { status, span: [word.start, word.end] }
  }
  const parts = office.lower.split('-')
  for (const part of parts.length > 1 ? parts : []) {
    const status = language.positions.statuses.get(part)
    if (status) found ??= { status, span: [office.start, office.end] }
  }
  return found
}

function hyphenParts(words: readonly Word[], office: Word): Word[] {
  const next = words[office.index + 1]
  const after = words[office.index + 2]
  return next?.form === '-' && after ? [after] : []
}

/** Whose office it is: an adjective, name or possessive in front, else the noun behind it. */
function bodyOf(
  words: readonly Word[],
  office: Word,
  index: MentionIndex,
  language: Language,
): { entity: string; span: Span; rule: string } | null {
  const pick = (mention: Mention | undefined, rule: string) =>
    mention?.entity ? { entity: mention.entity, span: mention.span, rule } : null
  const governor = words[office.head]
  const front = [office, ...(governor?.upos === 'PROPN' && governor.index > office.index ? [governor] : [])]
    .flatMap(w => w.children.map(c => words[c] as Word))
    .filter(c => c.index < office.index)
  for (const near of [...front, ...front.flatMap(f => f.children.map(c => words[c] as Word))]) {
    const found = pick(
      index.at(near.index).find(m => m.as === 'adjective' || (m.as !== 'pronoun' && m.entity && m.kind !== 'person') || m.as === 'pronoun'),
      'positions/modifier',
    )
    if (found && !['appos', 'conj', 'acl:relcl', 'nsubj'].includes(near.deprel)) return found
  }
  for (const behind of childrenBy(words, office.index, 'nmod')) {
    if (behind.index < office.index) continue
    const case_ = childrenBy(words, behind.index, 'case').map(c => c.lower)
    if (!case_.some(c => language.mentions.genitives.has(c)) && case_.length) {
      const other = pick(
        index.at(behind.index).find(m => m.entity && m.as === 'name' && m.kind !== 'person'),
        'positions/complement',
      )
      if (other) return other
      continue
    }
    for (const one of conjuncts(words, behind.index)) {
      const found = pick(
        index.at(one.index).find(m => m.entity && m.as !== 'adjective' && m.kind !== 'person'),
        'positions/complement',
      )
      if (found) return found
    }
  }
  return null
}
