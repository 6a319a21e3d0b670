import type { PositionVerb } from '../document/answers/positions.ts'
import type { Language } from '../document/language.ts'
import type { Entity, Layers, Mention, Position, Word } from '../document/layers.ts'
import { indexMentions, type MentionIndex } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import { childBy, childrenBy, feature, relation, subtree } from '../document/tree.ts'
import type { PositionStatus } from '../record/position.ts'
import type { Span } from '../record/span.ts'
import { timeOf } from './clause-time.ts'
import { phrase } from './mentions.ts'
import { holdersOf, type Owner } from './positions/several.ts'

/** How positions are found, for the rule catalogue. */
export const positionRules = [
  { name: 'positions/title-before-name', says: 'An office in front of a name: "Foreign Minister Sergey Lavrov".' },
  { name: 'positions/apposition', says: 'An office in apposition to a name: "Jan Egeland, head of the taskforce".' },
  { name: 'positions/predicate', says: 'Somebody is, was or became the holder of an office.' },
  { name: 'positions/office-first', says: 'The holder of an office is somebody: "the foreign minister is Ama Mensah".' },
  {
    name: 'positions/several',
    says: 'An office in the plural, and the names of its holders one by one: "ministers Ama Mensah and Kofi Boateng".',
  },
  { name: 'positions/as-office', says: 'Somebody with an office behind "as": "a cabinet with Ama Mensah as prime minister".' },
  { name: 'positions/verb-of-office', says: 'A verb that gives or takes an office: "was appointed prime minister".' },
  { name: 'positions/leading-verb', says: 'A body headed, led or commanded by somebody.' },
  { name: 'positions/modifier', says: 'The adjective, name or possessive in front of an office says whose it is.' },
  { name: 'positions/complement', says: 'The noun behind the office says whose it is: "head of the mission".' },
  {
    name: 'positions/of-holder',
    says: 'An office of a state that nobody stands beside is of the country that its holder is known to be of.',
  },
  {
    name: 'positions/of-report',
    says: 'An office of a state is of the one country that its sentence names, where the report is about it most.',
  },
  { name: 'positions/status-word', says: 'A word beside the office says how it is held: "former", "acting".' },
] as const

/** Finds who holds which office. */
export const positionsStage = stage({
  name: 'positions',
  needs: ['words', 'sentences', 'mentions', 'times', 'entities', 'statements'],
  gives: ['positions'],
  run: (layers, language) => ({ positions: findPositions(layers, language) }),
})

interface Input extends Pick<Layers, 'words' | 'sentences' | 'mentions' | 'times' | 'entities' | 'statements'> {
  /** Words of expressions of time: no part of a title ("on 3 May |Minister Mensah"). */
  readonly dated: ReadonlySet<number>
}

/** An office, who holds it, and by which rule: indexes of words. */
interface Finding {
  readonly rule: string
  readonly office: Word
  readonly holder: string
  readonly status: PositionStatus | null
  /** A verb that stands for the office, and the word of the body led. */
  readonly lead?: { readonly title: string; readonly body: number }
  /** Whose office it is, where the rule knows. */
  readonly of?: Owner
}

/** Positions in reading order; the same holder and office told again in the same words is left out. */
function findPositions(layers: Omit<Input, 'dated'>, language: Language): readonly Position[] {
  const input = { ...layers, dated: new Set(layers.times.flatMap(t => range(t.first, t.end))) }
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

function isOffice(word: Word, { positions }: Language): boolean {
  if (word.upos === 'VERB' || word.upos === 'AUX' || word.upos === 'ADV') return false
  if (positions.offices.has(word.lemma.toLowerCase()) || positions.offices.has(word.lower)) return true
  const hyphen = word.lower.indexOf('-')
  return hyphen > 0 && positions.statuses.has(word.lower.slice(0, hyphen)) && positions.offices.has(word.lower.slice(hyphen + 1))
}

/** A person's entity at a word, by name or by what the word refers to. */
function personAt(index: MentionIndex, input: Input, head: number): string | null {
  // The tree may have a rank as the head: "Colonel Afi Dzokoto".
  const id = (index.at(head).find(m => m.entity && m.as !== 'adjective') ?? index.startingAt(head))?.entity
  return id && input.entities.some(e => e.id === id && e.kind === 'person') ? id : null
}

/** The name of a person that heads here, or null: offices of the unnamed are no positions. */
function namedAt(index: MentionIndex, head: number): string | null {
  return index.at(head).find(m => m.as === 'name' && m.kind === 'person')?.entity ?? null
}

function ofOffice(input: Input, office: Word, index: MentionIndex, language: Language): Finding[] {
  const { words } = input
  if (index.at(office.index).some(m => m.as === 'name' && m.kind !== 'person')) return []
  // "Deputy" in front of an office says how that one is held.
  const governor = words[office.head]
  if (language.positions.statuses.has(office.lower) && governor && isOffice(governor, language)) return []
  if (language.positions.ranks.has(office.lemma.toLowerCase()) && officeEnd(words, office, language) === office.index + 1) return []
  const beside = holderBeside(input, office, index, language)
  if (beside) return [{ ...beside, office, status: null }]
  const several = isPlural(office, language) ? holdersOf(words, office, officeEnd(words, office, language), index, language) : []
  if (several.length) return several.map(h => ({ ...h, rule: 'positions/several', office, status: null }))
  const apposed = relation(office) === 'appos' || relation(office) === 'conj' ? appositionHead(words, office) : null
  const holder = apposed && personAt(index, input, apposed.index)
  if (holder) return [{ rule: 'positions/apposition', office, holder, status: null }]
  const subject = childBy(words, office.index, 'cop') && childBy(words, office.index, 'nsubj')
  const is = subject && personAt(index, input, subject.index)
  if (is) return [{ rule: 'positions/predicate', office, holder: is, status: null }]
  const told = holderBehindCopula(input, office, index, language)
  if (told) return [{ rule: 'positions/office-first', office, holder: told, status: null }]
  const as = holderBeforeAs(input, office, index, language)
  if (as) return [{ rule: 'positions/as-office', office, holder: as, status: null }]
  return ofGovernor(input, office, index, language)
}

/**
 * The named person right behind the office, behind it after a comma, or in front of it before a comma. Going by the order of the
 * words is surer here than going by the tree.
 */
function holderBeside(
  { words, dated }: Input,
  office: Word,
  index: MentionIndex,
  language: Language,
): { rule: string; holder: string } | null {
  if (isPlural(office, language)) return null
  const next = officeEnd(words, office, language)
  const named = personStarting(words, next, office, index, language)
  if (named) return { rule: 'positions/title-before-name', holder: named }
  const [first, end] = phrase(words, office.index, language)
  const left = titleStart(words, dated, office, index, language)
  const behindComplement = end > next && end - next < 8 ? personStarting(words, end, office, index, language) : null
  if (behindComplement) return { rule: 'positions/title-before-name', holder: behindComplement }
  // The tree may have taken the name for a part of the office's own phrase.
  const inner = words.slice(next, Math.min(end, next + 10)).find(w => w.form === ',')?.index ?? next
  for (const comma of new Set([end, next, inner])) {
    const behind = words[comma]?.form === ',' ? personStarting(words, comma + 1, office, index, language) : null
    if (behind && isIntroduced(words, Math.min(first, left), index)) return { rule: 'positions/apposition', holder: behind }
  }
  for (const start of new Set([first, left])) {
    let i = start - 1
    while (i > start - 10 && words[i] && isBetween(words, i) && !personEnding(i + 1, index)) i--
    const article = words[i + 1]?.upos === 'DET' ? personEnding(i + 1, index) : null
    const front = words[i]?.sentence !== office.sentence ? null : words[i]?.form === ',' ? personEnding(i, index) : article
    if (front) return { rule: 'positions/apposition', holder: front }
  }
  return null
}

/** Words that may stand between a name and its office: "Ama Mensah, |the council's| president". */
function isBetween(words: readonly Word[], i: number): boolean {
  const { upos } = words[i] as Word
  return /^(?:DET|PART|ADJ|PROPN|PRON|ADV)$/.test(upos) || (upos === 'NOUN' && words[i + 1]?.upos === 'PART')
}

/** Is the office told of several? A word that is itself an office ("d'affaires") is one whatever its ending. */
function isPlural(office: Word, { positions }: Language): boolean {
  return office.feats.includes('Number=Plur') && !positions.offices.has(office.lower)
}

/** Word behind the office and the adjectives that follow it: "Secretary General", "inspector-general". */
function officeEnd(words: readonly Word[], office: Word, language: Language): number {
  const isPostposed = (i: number) => words[i]?.sentence === office.sentence && language.positions.postposed.has((words[i] as Word).lower)
  let end = office.index + 1
  for (;;) {
    if (isPostposed(end)) end++
    else if (words[end]?.form === '-' && words[end]?.start === words[end - 1]?.end && isPostposed(end + 1)) end += 2
    else return end
  }
}

/** The person whose name starts here, or behind a rank or courtesy title of one or two words. */
function personStarting(words: readonly Word[], at: number, office: Word, index: MentionIndex, language: Language): string | null {
  for (const first of [at, at + 1, at + 2]) {
    const word = words[first]
    if (!word || word.sentence !== office.sentence) return null
    const rank = first > at ? (words[first - 1] as Word) : null
    if (rank && !/^(?:PROPN|NOUN)$/.test(rank.upos) && !(rank.upos === 'ADJ' && /^\p{Lu}/u.test(rank.form))) return null
    if (rank && language.positions.offices.has(rank.lemma.toLowerCase())) return null
    const name = index.nameAt(first)
    if (name) return name.kind === 'person' && !(name.first <= office.index && office.index < name.end) ? name.entity : null
  }
  return null
}

/** The name, of at most four words, that ends right before this word, or null. */
function nameEnding(end: number, index: MentionIndex): Mention | null {
  for (let first = end - 1; first >= end - 4; first--) {
    const name = index.nameAt(first)
    if (name?.end === end) return name
  }
  return null
}

function personEnding(end: number, index: MentionIndex): string | null {
  const found = nameEnding(end, index) ?? index.endingAt(end)
  return found?.entity && found.kind === 'person' && found.as !== 'pronoun' ? found.entity : null
}

/** An office that an article, a possessive or a name introduces is somebody's: "Russia's president, …", "its former head, …". */
function isIntroduced(words: readonly Word[], first: number, index: MentionIndex): boolean {
  for (let i = first; i >= 0 && i > first - 4; i--) {
    const word = words[i] as Word
    if (word.upos === 'DET' || word.lower === "'s" || word.lower === '’s' || word.deprel === 'nmod:poss') return true
    if (index.at(i).some(m => m.as === 'adjective' || m.as === 'name')) return true
    if ((word.upos === 'VERB' && word.deprel !== 'amod') || word.upos === 'PUNCT') return false
  }
  return false
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

/** "The foreign minister of Ghana is Ama Mensah": who is named right behind the copula, unless the name goes on ("is Ama Mensah's brother"). */
function holderBehindCopula({ words, dated }: Input, office: Word, index: MentionIndex, language: Language): string | null {
  if (isPlural(office, language) || !isIntroduced(words, titleStart(words, dated, office, index, language), index)) return null
  let at = officeEnd(words, office, language)
  const limit = at + 8
  while (at < limit && words[at]?.sentence === office.sentence && /^(?:ADP|DET|NOUN|PROPN|ADJ|PART)$/.test((words[at] as Word).upos)) at++
  if (words[at]?.deprel !== 'cop') return null
  const name = [at + 1, at + 2, at + 3].map(i => index.nameAt(i)).find(m => m?.kind === 'person')
  if (!name || personStarting(words, at + 1, office, index, language) !== name.entity) return null
  return words[name.end]?.upos === 'PART' ? null : name.entity
}

/** "A cabinet with Ama Mensah as prime minister": the name must end right before "as" and follow "with", or "and" behind such a name. */
function holderBeforeAs({ words, dated }: Input, office: Word, index: MentionIndex, language: Language): string | null {
  const { positions } = language
  let at = titleStart(words, dated, office, index, language) - 1
  while (words[at]?.upos === 'DET' || positions.statuses.has(words[at]?.lower ?? '')) at--
  if (!positions.roles.has(words[at]?.lower ?? '')) return null
  const name = nameEnding(at, index)
  if (name?.kind !== 'person') return null
  const before = words[name.first - 1]
  return before && positions.companions.has(before.lower) ? name.entity : null
}

/** "He became president", "was appointed minister", "resigned as chief". */
function ofGovernor(input: Input, office: Word, index: MentionIndex, language: Language): Finding[] {
  const { words } = input
  const verb = words[office.head]
  const known = verb?.upos === 'VERB' ? language.positions.verbs.get(verb.lemma.toLowerCase()) : undefined
  if (!verb || !known || known.how === 'lead') return []
  const preposition = childrenBy(words, office.index, 'case', 'mark')[0]?.lower ?? null
  const by = typeof known.how === 'object' ? known.how.preposition : known.or
  const isBare = typeof known.how !== 'object' && preposition === null && (relation(office) === 'xcomp' || relation(office) === 'obj')
  if (!isBare && (by === null || preposition !== by)) return []
  const who = undergoerOf(input, verb, office, known.how, index)
  return who ? [{ rule: 'positions/verb-of-office', office, holder: who, status: known.status }] : []
}

/** Who gets or loses the office: by the tree, else the person named right behind the verb ("named Colonel Afi Dzokoto as …"). */
function undergoerOf(input: Input, verb: Word, office: Word, how: PositionVerb['how'], index: MentionIndex): string | null {
  const { words } = input
  const at = (word: Word | null | undefined) => (word && word.index !== office.index ? personAt(index, input, word.index) : null)
  const subject = childBy(words, verb.index, 'nsubj')
  if (how === 'subj') return at(subject)
  const passive = childBy(words, verb.index, 'nsubj:pass')
  // A passive has its auxiliary; where the tree says passive without one, the order of words is surer.
  if (passive && childBy(words, verb.index, 'aux:pass')) return at(passive)
  const behind = at(childBy(words, verb.index, 'obj')) ?? firstPersonBetween(index, verb.index + 1, office.index)
  return behind ?? (typeof how === 'object' ? at(subject) : null)
}

/** The person whose name begins first in a stretch of words. */
function firstPersonBetween(index: MentionIndex, from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    const name = index.nameAt(i)
    if (name) return name.kind === 'person' ? name.entity : null
  }
  return null
}

/** "Its junta, headed by Traoré": the one who leads is head of the body; "Mensah, who heads the Red Cross": of a named body. */
function ofVerb(input: Input, verb: Word, index: MentionIndex, language: Language): Finding[] {
  const { words } = input
  const known = verb.upos === 'VERB' ? language.positions.verbs.get(verb.lemma.toLowerCase()) : undefined
  if (known?.how !== 'lead') return []
  const found = (holder: string | null, body: Word | null | undefined): Finding[] =>
    holder && body && isBody(input, body, index)
      ? [{ rule: 'positions/leading-verb', office: verb, holder, status: known.status, lead: { title: known.title, body: body.index } }]
      : []
  if (relation(verb) === 'acl' && !childBy(words, verb.index, 'nsubj')) {
    const agent = childBy(words, verb.index, 'obl:agent')
    return found(agent && namedAt(index, agent.index), words[verb.head])
  }
  const body = childBy(words, verb.index, 'obj')
  const subject =
    feature(verb, 'VerbForm') === 'Fin' && body && index.at(body.index).some(m => m.as === 'name')
      ? childBy(words, verb.index, 'nsubj')
      : null
  return found(subject && personAt(index, input, subject.index), body)
}

/** Something that people lead: a body of whatever kind, not what happens ("talks led by …"). */
function isBody({ entities }: Input, body: Word, index: MentionIndex): boolean {
  const mention = index.at(body.index).find(m => m.entity && m.as !== 'adjective')
  const entity = mention && entities.find(e => e.id === mention.entity)
  return (
    !!entity &&
    entity.kind !== 'person' &&
    entity.kind !== 'country' &&
    entity.kind !== 'place' &&
    (mention.as === 'name' || mention.kind !== null)
  )
}

function fromFinding(finding: Finding, input: Input, index: MentionIndex, language: Language, number: number): Position {
  const { words, sentences, statements } = input
  const { office } = finding
  const title = finding.lead
    ? { span: [office.start, office.end] as Span, text: finding.lead.title }
    : titleOf(input, office, index, language)
  const status = statusOf(words, office, language)
  const of = finding.lead
    ? { entity: index.entityAt(finding.lead.body), span: title.span, rule: finding.rule }
    : (finding.of ??
      bodyOf(input, office, index, language) ??
      behindHolder(finding, input, index, language) ??
      stateOf(finding, input, title.text, index, language))
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

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i)
}

/** First word of the title: nouns and adjectives in front of the office that are nobody's name and no status. */
function titleStart(words: readonly Word[], dated: Input['dated'], office: Word, index: MentionIndex, language: Language): number {
  let first = office.index
  for (let i = office.index - 1; i >= 0 && office.index - i < 6; i--) {
    const word = words[i] as Word
    const status = language.positions.statuses.get(word.lower)
    if (isHyphen(words, i)) continue
    if (dated.has(i) || word.sentence !== office.sentence || !/^(?:ADJ|NOUN|PROPN)$/.test(word.upos) || (status && status !== 'deputy'))
      break
    if (index.at(i).some(m => m.as === 'adjective' || m.as === 'name') || index.endingAt(i + 1)?.as === 'name') break
    first = i
  }
  return first
}

/** A hyphen that joins the words on its two sides: "vice-president". */
function isHyphen(words: readonly Word[], i: number): boolean {
  const word = words[i]
  return word?.form === '-' && words[i - 1]?.end === word.start && words[i + 1]?.start === word.end
}

/** The office with the words that belong to it: "Foreign Minister", not whose it is nor how it is held. */
function titleOf({ words, dated }: Input, office: Word, index: MentionIndex, language: Language): { span: Span; text: string } {
  const first = titleStart(words, dated, office, index, language)
  let end = officeEnd(words, office, language)
  const complement = childrenBy(words, office.index, 'nmod').find(
    n => n.index > office.index && n.index - office.index < 4 && !index.at(n.index).some(m => m.entity && m.as === 'name'),
  )
  const genitive = complement && childrenBy(words, complement.index, 'case').some(c => language.mentions.genitives.has(c.lower))
  if (complement && genitive && !index.entityAt(complement.index))
    end =
      (subtree(words, complement.index, w => w.deprel === 'acl:relcl' || w.deprel === 'appos' || w.deprel === 'punct').at(-1) ??
        complement.index) + 1
  const title = words.slice(first, end)
  const span: Span = [(title[0] as Word).start + statusLength(office, language), (title[title.length - 1] as Word).end]
  const form = (w: Word) => (w !== office ? w.form : isPlural(w, language) ? w.lemma : w.form.slice(statusLength(w, language)))
  return { span, text: title.map((w, i) => form(w) + (i < title.length - 1 && (title[i + 1] as Word).start > w.end ? ' ' : '')).join('') }
}

/** Length of what an office begins with that says how it is held: "ex-|president"; a deputy's belongs to the title. */
function statusLength(office: Word, { positions }: Language): number {
  const hyphen = office.lower.indexOf('-')
  const status = hyphen > 0 && !positions.offices.has(office.lower) ? positions.statuses.get(office.lower.slice(0, hyphen)) : undefined
  return status && status !== 'deputy' ? hyphen + 1 : 0
}

/** A word near the office, in its own phrase, that says how it is held; "former deputy" is former. */
function statusOf(words: readonly Word[], office: Word, language: Language): { status: PositionStatus; span: Span } | null {
  let found: { status: PositionStatus; span: Span } | null = null
  const front: Word[] = []
  for (
    let i = office.index - 1;
    i >= 0 &&
    office.index - i < 6 &&
    (/^(?:ADJ|NOUN|PROPN|ADV|PART|DET)$/.test((words[i] as Word).upos) ||
      statusWord(words, i, language) !== undefined ||
      isHyphen(words, i)) &&
    words[i]?.sentence === office.sentence;
    i--
  )
    front.push(words[i] as Word)
  for (const word of [...front, office, ...hyphenParts(words, office)]) {
    if (isPredicate(words, word)) continue
    const status = statusWord(words, word.index, language)
    if (status && (!found || found.status === 'deputy' || found.status === 'current')) found = { status, span: [word.start, word.end] }
  }
  for (const part of office.lower.includes('-') ? office.lower.split('-') : []) {
    const status = language.positions.statuses.get(part)
    if (status) found ??= { status, span: [office.start, office.end] }
  }
  return found
}

/** How a word says that an office is held, alone or with what a hyphen joins to it: "former", "self-proclaimed". */
function statusWord(words: readonly Word[], at: number, { positions }: Language): PositionStatus | undefined {
  const { lower } = words[at] as Word
  const joined = isHyphen(words, at - 1) ? positions.statuses.get(`${words[at - 2]?.lower}-${lower}`) : undefined
  return joined ?? positions.statuses.get(lower)
}

/** "Soldiers toppled President Mensah": a verb with a subject or an object of its own stands beside no office. */
function isPredicate(words: readonly Word[], { upos, index, feats }: Word): boolean {
  return (
    upos === 'VERB' &&
    !(feats.includes('VerbForm=Part') && feats.includes('Tense=Pres')) &&
    childrenBy(words, index, 'nsubj', 'obj').length > 0
  )
}

function hyphenParts(words: readonly Word[], office: Word): Word[] {
  const next = words[office.index + 1]
  const after = words[office.index + 2]
  return next?.form === '-' && after ? [after] : []
}

/** "Governor Kuol of Jonglei State": whose office it is may stand behind the name. */
function behindHolder(
  { office, holder, rule }: Finding,
  { words, mentions }: Input,
  index: MentionIndex,
  language: Language,
): Owner | null {
  if (rule !== 'positions/title-before-name') return null
  const name = mentions.find(m => m.entity === holder && m.as === 'name' && m.first > office.index && m.first - office.index < 6)
  if (!name || !language.mentions.genitives.has(words[name.end]?.lower ?? '')) return null
  const start = words[name.end + 1]?.upos === 'DET' ? name.end + 2 : name.end + 1
  const body = index.nameAt(start)
  return body?.entity && body.kind !== 'person' ? { entity: body.entity, span: body.span, rule: 'positions/complement' } : null
}

/** The state of an office of states that stands alone ("President Traoré"): its holder's, else the one that its sentence names. */
function stateOf(
  { office, holder }: Finding,
  { entities, sentences, words }: Input,
  title: string,
  index: MentionIndex,
  { positions, agents }: Language,
): Owner | null {
  if (
    !positions.ofState.has(office.lemma.toLowerCase()) ||
    title
      .toLowerCase()
      .split(' ')
      .some(w => positions.belowState.has(w))
  )
    return null
  const countries = entities.filter(e => e.kind === 'country' && e.ref?.country)
  const code = entities.find(e => e.id === holder)?.ref?.country
  const own = code ? countries.find(e => e.ref?.country === code) : undefined
  const first = own?.mentions[0]
  if (code) return own && first ? { entity: own.id, span: first.span, rule: 'positions/of-holder' } : null
  const [from, to] = sentences[office.sentence]?.span ?? [0, 0]
  const here = countries.flatMap(e =>
    e.mentions.filter(m => m.span[0] >= from && m.span[1] <= to && m.as !== 'pronoun' && !isSomebodyElses(m)).map(m => ({ e, m })),
  )
  const one = here[0]
  if (!one || here.some(h => h.e.id !== one.e.id) || countries.some(e => e.mentions.length > one.e.mentions.length)) return null
  return { entity: one.e.id, span: one.m.span, rule: 'positions/of-report' }

  /** "The president met his Kenyan counterpart": of that country is the other one. */
  function isSomebodyElses({ as, span }: Entity['mentions'][number]): boolean {
    const noun = as === 'adjective' ? words[words[index.inside(...span)[0]?.head ?? -1]?.head ?? -1] : undefined
    return noun !== undefined && noun !== office && agents.of(noun.lemma.toLowerCase(), 'sing')?.person === true
  }
}

/** The name right behind the genitive of an unnamed body. */
function nameOfOwner(words: readonly Word[], body: Mention, index: MentionIndex, language: Language): Mention | null {
  for (let i = body.head + 1; i < body.head + 3; i++) {
    if (!language.mentions.genitives.has(words[i]?.lower ?? '')) continue
    const name = index.nameAt(i + 1) ?? index.nameAt(i + 2)
    if (name && name.kind !== 'person') return name
  }
  return null
}

/** Whose office it is: an adjective, name or possessive in front, else the noun behind it. */
function bodyOf({ words, dated }: Input, office: Word, index: MentionIndex, language: Language): Owner | null {
  const pick = (mention: Mention | null | undefined, rule: string) =>
    mention?.entity ? { entity: mention.entity, span: mention.span, rule } : null
  for (let i = titleStart(words, dated, office, index, language) - 1; i >= 0 && office.index - i < 9; i--) {
    const word = words[i] as Word
    if (word.sentence !== office.sentence || /^(?:VERB|PUNCT|ADP|CCONJ|SCONJ|AUX)$/.test(word.upos)) break
    const found = pick(index.at(i).find(m => m.as === 'adjective') ?? ownerEnding(i + 1, index), 'positions/modifier')
    if (found) return found
  }
  const behindOffice = officeEnd(words, office, language)
  const preposition = words[behindOffice]
  if (preposition?.upos === 'ADP') {
    const start = words[behindOffice + 1]?.upos === 'DET' || words[behindOffice + 1]?.upos === 'PRON' ? behindOffice + 2 : behindOffice + 1
    const told = namedBody(start, index) ?? index.startingAt(start) ?? index.startingAt(behindOffice + 1)
    // "Head of mission of Oxfam": a mission without a name is that of whose it is.
    const near = told && told.as !== 'name' ? (nameOfOwner(words, told, index, language) ?? told) : told
    const found = pick(near && near.kind !== 'person' ? near : null, 'positions/complement')
    if (found && (language.mentions.genitives.has(preposition.lower) || near?.as === 'name')) return found
  }
  const behind = childrenBy(words, office.index, 'nmod').find(
    n => n.index > office.index && childrenBy(words, n.index, 'case').some(c => language.mentions.genitives.has(c.lower)),
  )
  return behind
    ? pick(
        index.at(behind.index).find(m => m.entity && m.as !== 'adjective' && m.kind !== 'person'),
        'positions/complement',
      )
    : null
}

/** The name that begins here; where a place only tells which body is meant ("the Donetsk militia"), the body. */
function namedBody(first: number, index: MentionIndex): Mention | null {
  const name = index.nameAt(first)
  const around = index.startingAt(first)
  const isBody = around?.as === 'description' && (around.kind === 'organization' || around.kind === 'armed-group')
  return name && isBody && (name.kind === 'place' || name.kind === 'country') && around.head >= name.end ? around : name
}

/** A body, place or pronoun whose phrase ends here: "the PYD |official", "its |leader". */
function ownerEnding(end: number, index: MentionIndex): Mention | null {
  const found = index.endingAt(end)
  return found && found.kind !== 'person' ? found : null
}
