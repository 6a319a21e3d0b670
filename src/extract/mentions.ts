import type { Language } from '../document/language.ts'
import type { Layers, Mention, Name, Word } from '../document/layers.ts'
import { readsAs } from '../document/phrase.ts'
import { stage } from '../document/stage.ts'
import { childBy, relation, subtree } from '../document/tree.ts'
import type { EntityKind } from '../record/entity.ts'
import { withRepeated } from './repeated-names.ts'

/** How the mentions are found, for the rule catalogue. */
export const mentionRules = [
  { name: 'mentions/name', says: 'A proper name that the recogniser found.' },
  { name: 'mentions/demonym', says: 'An adjective of a country stands for the country: "Russian".' },
  {
    name: 'mentions/title-and-name',
    says: 'A name with its title, modifiers and the words in front of it is a description of the same person.',
  },
  { name: 'mentions/agent', says: 'A noun phrase whose head is a noun for people, bodies or places.' },
  { name: 'mentions/people-noun', says: 'A nationality used as a noun stands for people: "Syrians".' },
  { name: 'mentions/role', says: 'A noun phrase that does or undergoes something may be somebody, whatever its noun.' },
  { name: 'mentions/relative', says: 'A relative pronoun stands for the noun that its clause hangs on.' },
  { name: 'mentions/pronoun', says: 'A personal or possessive pronoun.' },
] as const

/** Finds everything that refers to a person, a body, a group or a place. */
export const mentionsStage = stage({
  name: 'mentions',
  needs: ['words', 'names', 'times'],
  gives: ['mentions'],
  run: (layers, language) => ({ mentions: findMentions(layers, language) }),
})

/** All mentions in reading order of their heads, the wider first; none has an entity yet. */
function findMentions(layers: Pick<Layers, 'words' | 'names' | 'times'>, language: Language): readonly Mention[] {
  const { words, times } = layers
  const names = withRepeated(layers.names, words, language).flatMap(n => withoutTitle(n, words, language))
  const out: Mention[] = []
  const inName = new Int32Array(words.length).fill(-1)
  const timeAt = new Uint8Array(words.length)
  for (const t of times) timeAt.fill(1, t.first, t.end)
  for (const [i, name] of names.entries()) if (name.label !== 'MISC') inName.fill(i, name.first, name.end)
  const inTitle = new Uint8Array(words.length)
  for (const name of names) {
    if (name.label === 'MISC') continue
    const title = name.label === 'PER' ? titleStart(words, name, inName, language) : name.first
    inTitle.fill(1, title, name.first)
    out.push(...ofName(words, name, title, language))
  }
  for (const word of words) {
    if (inName[word.index] !== -1) continue
    const found =
      ofPronoun(word, language) ?? ofDemonym(words, word, language) ?? (inTitle[word.index] ? null : ofNoun(words, word, inName, language))
    // "Threatened Monday to …": a date in the place of an argument is nobody.
    if (found && !(found.rule === 'mentions/role' && timeAt[found.head])) out.push(found)
  }
  return out.map(m => withoutTime(m, words, timeAt)).sort((a, b) => a.head - b.head || b.end - b.first - (a.end - a.first))
}

/** What the recogniser is less sure of than this may be something else: people are called Hill and Street, but then it is surer. */
const SURE = 0.8

/**
 * A person's name without an office that was taken into it: "Minister Yevkurov" is Yevkurov. So it is in what may be no place at all, where
 * the words in front of the office are one: "Sikkim Minister Lepcha".
 */
function withoutTitle(name: Name, words: readonly Word[], language: Language): readonly Name[] {
  const person = name.label === 'PER'
  if (!person && (name.label !== 'LOC' || name.confidence >= SURE || name.end - name.first < 3)) return [name]
  let office = -1
  for (let i = person ? name.first : name.first + 1; i < name.end - 1; i++)
    if (language.positions.offices.has((words[i] as Word).lower)) office = i
  if (office < 0) return [name]
  const part = (first: number, end: number, label: Name['label']): Name => {
    return { ...name, label, first, end, span: [(words[first] as Word).start, (words[end - 1] as Word).end] }
  }
  const holder = part(office + 1, name.end, 'PER')
  return person ? [holder] : [part(name.first, office, 'LOC'), holder]
}

/** The name itself and, where a title or a modifier comes with it, the phrase around it. */
function ofName(words: readonly Word[], name: Name, title: number, language: Language): Mention[] {
  const head = headOf(words, name.first, name.end)
  const written = words
    .slice(name.first, name.end)
    .map(w => w.form)
    .join(' ')
  const kind: EntityKind = isOfPlace(words, name, language)
    ? 'place'
    : name.label === 'PER'
      ? 'person'
      : name.label === 'ORG'
        ? 'organization'
        : language.countries.of(written)
          ? 'country'
          : 'place'
  const own: Mention = {
    ...blank(words, name.first, name.end, head),
    as: 'name',
    kind,
    number: 'sing',
    gender: kind === 'person' ? null : 'neut',
    rule: 'mentions/name',
  }
  if (kind !== 'person') return [own]
  const [left, end] = phrase(words, head, language)
  const first = Math.min(title, left)
  if (left > name.first || end < name.end || (first === name.first && end === name.end)) {
    return title < name.first
      ? [own, { ...own, ...blank(words, title, name.end, head), as: 'description', rule: 'mentions/title-and-name' }]
      : [own]
  }
  return [own, { ...own, ...blank(words, first, end, head), as: 'description', rule: 'mentions/title-and-name' }]
}

/**
 * What looks like a person's name is a place's in "the town of Wad Madani", a noun for a kind of place and "of" in front of it, and in
 * "Uhuru Highway", where such a noun ends a name that the recogniser is unsure of.
 */
function isOfPlace(words: readonly Word[], { first, end, label, confidence }: Name, { mentions }: Language): boolean {
  if (label !== 'PER') return false
  const last = end - first > 1 ? words[end - 1]?.lower : undefined
  if (confidence < SURE && last !== undefined && mentions.placeNouns.has(last)) return true
  const noun = words[first - 2]
  return (
    noun !== undefined &&
    noun.upos === 'NOUN' &&
    noun.sentence === words[first]?.sentence &&
    mentions.genitives.has(words[first - 1]?.lower ?? '') &&
    mentions.placeClasses.has(noun.lemma.toLowerCase()) &&
    noun.feats.includes('Number=Sing')
  )
}

/**
 * First word of the title in front of a person's name, whatever the tree says: a noun for people right before it, with the nouns and
 * adjectives before that. The name's own first word where there is none.
 */
function titleStart(words: readonly Word[], name: Name, inName: Int32Array, language: Language): number {
  const isTitle = (word: Word | undefined) =>
    word !== undefined &&
    inName[word.index] === -1 &&
    (word.upos === 'NOUN' || word.upos === 'PROPN') &&
    !word.feats.includes('Number=Plur') &&
    (/^\p{Lu}\p{L}{1,5}\.$/u.test(word.form) ||
      language.positions.offices.has(word.lemma.toLowerCase()) ||
      language.agents.of(word.lower, 'sing')?.person === true)
  const { sentence } = words[name.first] as Word
  if (!isTitle(words[name.first - 1]) || words[name.first - 1]?.sentence !== sentence) return name.first
  let first = name.first - 1
  while (
    first > 0 &&
    name.first - first < 8 &&
    words[first - 1]?.sentence === sentence &&
    /^(?:ADJ|NOUN|PROPN)$/.test((words[first - 1] as Word).upos) &&
    !(inName[first - 1] !== -1 && inName[first - 2] === inName[first - 1])
  )
    first--
  return first
}

function ofPronoun(word: Word, language: Language): Mention | null {
  if (isRelative(word)) return { ...pronounAt(word), person: 3, number: null, gender: null, kind: null, rule: 'mentions/relative' }
  const pronoun =
    word.upos === 'PRON' || word.upos === 'DET' || word.upos === 'PROPN' ? language.mentions.pronouns.get(word.lower) : undefined
  if (!pronoun || relation(word) === 'expl') return null
  const { person, number, gender } = pronoun
  return {
    ...pronounAt(word),
    kind: gender === 'masc' || gender === 'fem' ? 'person' : null,
    number,
    gender,
    person,
    rule: 'mentions/pronoun',
  }
}

/** "who", "which" as an argument of the clause that hangs on a noun. */
function isRelative(word: Word): boolean {
  return word.upos === 'PRON' && word.feats.includes('PronType=Rel') && /^(?:nsubj|obj)/.test(word.deprel)
}

function pronounAt(word: Word) {
  return {
    first: word.index,
    end: word.index + 1,
    head: word.index,
    span: [word.start, word.end] as const,
    as: 'pronoun' as const,
    entity: null,
  }
}

function ofDemonym(words: readonly Word[], word: Word, language: Language): Mention | null {
  if (word.upos !== 'ADJ' && word.upos !== 'PROPN' && word.upos !== 'NOUN') return null
  const demonym = language.demonyms.of(word.form)
  if (!demonym) return null
  // "Thousands of Georgians" are people.
  const counted = word.deprel === 'nmod' && childBy(words, word.index, 'case') !== null
  const modifies = !counted && ['amod', 'compound', 'nmod:desc', 'flat', 'nmod'].includes(word.deprel) && word.upos !== 'NOUN'
  if (word.upos === 'ADJ' || modifies)
    return {
      ...blank(words, word.index, word.index + 1, word.index),
      as: 'adjective',
      kind: 'country',
      number: 'sing',
      gender: 'neut',
      rule: 'mentions/demonym',
    }
  const [first, end] = phrase(words, word.index, language)
  return {
    ...blank(words, first, end, word.index),
    as: 'description',
    kind: 'population',
    number: numberOf(word),
    gender: null,
    rule: 'mentions/people-noun',
  }
}

const ROLES = new Set(['nsubj', 'obl', 'obj', 'iobj', 'appos', 'nmod:poss', 'nmod', 'root', 'vocative'])

function ofNoun(words: readonly Word[], word: Word, inName: Int32Array, language: Language): Mention | null {
  const subject = word.upos === 'ADJ' && /^(?:nsubj|obl:agent)/.test(word.deprel) && language.agents.of(word.lower, 'sing')?.person === true
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN' && !subject) return null
  if (word.deprel === 'compound' || word.deprel === 'flat' || word.deprel === 'goeswith' || word.deprel === 'fixed') return null
  // A title in front of a name is part of the name's own phrase.
  if (word.deprel === 'nmod:desc' && inName[word.head] !== -1) return null
  const kind = kindOf(words, word, language)
  const role = playsRole(word) || (word.deprel === 'conj' && words[word.head] !== undefined && playsRole(words[word.head] as Word))
  if (kind === null && !role) return null
  const [first, end] = phrase(words, word.index, language)
  return {
    ...blank(words, first, end, word.index),
    as: 'description',
    kind,
    number: numberOf(word),
    gender: kind === 'person' || kind === null ? null : 'neut',
    rule: kind === null ? 'mentions/role' : 'mentions/agent',
  }
}

function playsRole(word: Word): boolean {
  return ROLES.has(word.deprel) || ROLES.has(relation(word))
}

/** The kind of what a noun phrase stands for, from its head noun, or from what it counts ("hundreds of civilians"). */
function kindOf(words: readonly Word[], word: Word, language: Language): EntityKind | null {
  const { mentions, agents } = language
  const front = word.children
    .map(c => words[c] as Word)
    .filter(c => c.index < word.index && (c.deprel === 'compound' || c.deprel === 'amod'))
  const agent =
    agents.of([...front.map(w => w.lower), word.lower].join(' '), numberOf(word)) ?? agents.of(word.lemma.toLowerCase(), numberOf(word))
  if (mentions.partitives.has(word.lemma.toLowerCase())) {
    const whole = word.children
      .map(c => words[c] as Word)
      .find(c => relation(c) === 'nmod' && c.children.some(k => mentions.genitives.has((words[k] as Word).lower)))
    const inner = whole && whole.upos !== 'PROPN' ? kindOf(words, whole, language) : null
    if (inner) return inner === 'person' ? 'population' : inner
  }
  // A "state of emergency" and a "country of origin" are conditions of something.
  if (agent) return agent.kind === 'country' && hasBareGenitive(words, word, language) ? null : agent.kind
  const anaphor = mentions.anaphors.get(word.lemma.toLowerCase())
  if (anaphor) return anaphor[0] ?? null
  return mentions.placeNouns.has(word.lemma.toLowerCase()) ? 'place' : null
}

function hasBareGenitive(words: readonly Word[], word: Word, { mentions }: Language): boolean {
  return word.children.some(c => {
    const whole = words[c] as Word
    const marks = whole.children.map(k => words[k] as Word)
    return (
      relation(whole) === 'nmod' &&
      whole.upos === 'NOUN' &&
      !/^\p{Lu}/u.test(whole.form) &&
      marks.some(k => mentions.genitives.has(k.lower)) &&
      !marks.some(k => relation(k) === 'det' || k.deprel === 'nmod:poss')
    )
  })
}

function numberOf(word: Word): 'sing' | 'plur' | null {
  return word.feats.includes('Number=Plur') ? 'plur' : word.feats.includes('Number=Sing') ? 'sing' : null
}

/** Word of a range whose head lies outside it; the first where the tree is odd. */
function headOf(words: readonly Word[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const head = words[i]?.head ?? -1
    if (head < first || head >= end) return i
  }
  return first
}

const OUTSIDE = new Set([
  'acl:relcl',
  'acl',
  'advcl',
  'parataxis',
  'conj',
  'cc',
  'appos',
  'case',
  'mark',
  'advmod',
  'orphan',
  'dep',
  'list',
  'discourse',
  'vocative',
  'nsubj',
  'cop',
  'aux',
  'ccomp',
  'nsubj:outer',
  'cc:preconj',
])

/** What is in no phrase around it, however deep. */
const NEVER = new Set(['appos', 'acl:relcl', 'parataxis'])

/**
 * Word range of the noun phrase of a head: modifiers and what "of" adds, without articles, clauses, appositions and
 * further conjuncts. At most 40 words, so that a broken tree cannot give a page.
 */
export function phrase(words: readonly Word[], head: number, language: Language): [first: number, end: number] {
  const charge = chargeOn(words, head, language)
  const skips = (child: Word) => NEVER.has(child.deprel) || child.index === charge || (child.head === head && OUTSIDE.has(child.deprel))
  const inside = (words[head] as Word).children.length === 0 ? [head] : subtree(words, head, skips)
  const at = inside.indexOf(head)
  let first = head
  while (inside[at - (head - first) - 1] === first - 1 && head - first < 40 && !isMark(words[first - 1] as Word)) first--
  let end = head + 1
  while (inside[at + (end - head)] === end && end - head < 40 && !isMark(words[end] as Word)) end++
  first = Math.min(head, behindQuantifier(words, first, language))
  while (
    first < head &&
    (language.mentions.determiners.has((words[first] as Word).lower) || /^(?:PUNCT|ADP|SCONJ|CCONJ)$/.test((words[first] as Word).upos))
  )
    first++
  while (end > head + 1 && (words[end - 1] as Word).upos === 'PUNCT' && !/[)\]”"]$/.test((words[end - 1] as Word).form)) end--
  // A bracket that opens in front of the phrase is none of its own.
  if (words[end - 1]?.form === ')' && end > head + 1 && !words.slice(first, end).some(w => w.form === '(')) end--
  return [first, end]
}

/** "Accused the soldiers |of treason|": what a verb such as "accuse" brings behind its object is no part of who is accused. */
function chargeOn(words: readonly Word[], head: number, { statements, mentions }: Language): number | null {
  const word = words[head] as Word
  const verb =
    word.deprel === 'obj' && word.head >= 0 && word.head < head ? statements?.verbs.get((words[word.head] as Word).lemma) : undefined
  if (!verb || verb.act !== 'accuse' || !verb.takes.has('prep')) return null
  const last = word.children
    .map(c => words[c] as Word)
    .filter(c => relation(c) === 'nmod' && c.index > head)
    .at(-1)
  if (!last || last.upos === 'PROPN') return null
  const marks = last.children.map(c => words[c] as Word)
  const brings = marks.some(m => m.deprel === 'case' && verb.content.has(m.lower) && mentions.genitives.has(m.lower))
  return brings && !marks.some(m => m.deprel === 'det' || m.deprel === 'nmod:poss') ? last.index : null
}

/** "At least 34 civilians" are 34 civilians: the first word behind what says how exact a number is. */
function behindQuantifier(words: readonly Word[], first: number, { figures }: Language): number {
  for (const { words: phrase, after } of figures.quantifiers)
    if (!after && readsAs(words, first, phrase)) {
      const next = words[first + phrase.length]
      if (next && (next.upos === 'NUM' || figures.numbers.has(next.lower))) return next.index
    }
  return first
}

/** A date that the tree hung on a noun is no part of the phrase: "officials on Tuesday". */
function withoutTime(m: Mention, words: readonly Word[], timeAt: Uint8Array): Mention {
  if (m.as !== 'description') return m
  let end = m.head + 1
  while (end < m.end && !timeAt[end]) end++
  if (end === m.end) return m
  while (end > m.head + 1 && (words[end - 1]?.upos === 'ADP' || words[end - 1]?.upos === 'PUNCT' || words[end - 1]?.upos === 'DET')) end--
  return { ...m, end, span: [m.span[0], (words[end - 1] as Word).end] }
}

/** A quotation mark: what is said and who says it are two phrases. */
function isMark({ form }: Word): boolean {
  return form.length === 1 && '"“”„«»;'.includes(form)
}

function blank(words: readonly Word[], first: number, end: number, head: number) {
  const span = [(words[first] as Word).start, (words[end - 1] as Word).end] as const
  return { first, end, head, span, person: 3 as const, entity: null }
}
