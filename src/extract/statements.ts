import type { Language } from '../document/language.ts'
import type { Statement, Word } from '../document/layers.ts'
import { indexMentions, type MentionIndex } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import type { Span } from '../record/span.ts'
import { besideQuotation } from './statements/beside-quotation.ts'
import { isFiniteVerb } from './statements/beside-verb.ts'
import { cover } from './statements/content.ts'
import { type Cue, type StatementInput, startOf } from './statements/cue.ts'
import { findCues } from './statements/cues.ts'
import { freeQuotations } from './statements/free-quotations.ts'
import { fromCue } from './statements/from-cue.ts'
import { withoutLeadingTime } from './statements/leading-time.ts'
import { settleNeighbours } from './statements/neighbours.ts'
import { nest } from './statements/nest.ts'
import { withTail } from './statements/phrase-tail.ts'
import { findQuotations, near, type Quotation } from './statements/quotations.ts'
import { afterColon, contentOf } from './statements/quoted-content.ts'
import { sayingOf } from './statements/saying.ts'

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
  { name: 'statements/number-told', says: 'What is said is a number that somebody counts or puts something at: "put the toll at 40".' },
  { name: 'statements/feeling-voiced', says: 'What is said is what a voiced feeling is about: "expressed concern over the arrests".' },
  {
    name: 'statements/said-of-somebody',
    says: 'Thanks and praise without a reason are said of whom they are given: "thanked the volunteers".',
  },
  { name: 'statements/after-colon', says: 'A verb of saying before a colon at the end of its paragraph introduces the next one.' },
  { name: 'statements/evaluation', says: 'What is said is what something is called or described as: "called the vote a farce".' },
  { name: 'statements/noun-of-saying', says: 'A noun of saying with its content: "the announcement that …".' },
  { name: 'statements/source-phrase', says: '"According to" and its like name the source of the clause.' },
  { name: 'statements/quotation-beside-verb', says: 'A quotation beside a verb of saying is what is said.' },
  { name: 'statements/quotation-goes-on', says: 'A quotation of its own goes on with the speaker of the one before.' },
  { name: 'statements/signed-quotation', says: 'A name behind a dash after a quotation is who said it.' },
  { name: 'statements/speaker-label', says: 'A name and a colon at the start of a quotation, as in a transcript, are who says it.' },
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

/** Statements in reading order. */
function findStatements(input: StatementInput, language: Language): readonly Statement[] {
  const { report, sentences } = input
  const index = indexMentions(input.mentions)
  const quotations = findQuotations(report.text, sentences)
  const taken = new Set<Quotation>()
  const drafts: Statement[] = []
  const times = new Map(input.times.map(t => [t.first, t]))
  const cues = settleNeighbours(findCues(input, index, language), input.words, index)
    .filter(c => !isOwnSpeech(c, input.words, index, near(quotations, startOf(c, input.words)), language))
    .map(c => withTail(withoutLeadingTime(c, input.words, times), input.words, times, language))
    .map(c => besideQuotation(c, report.text, input.words, index, near(quotations, startOf(c, input.words))))
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

/**
 * "“I ask you to stay,” he said", "“They think it is over,” she said": what somebody quoted says there and then, thinks of others or
 * imagines is what is quoted, no statement more. Only what he reports of somebody whom he names is one: "“The army told us to leave,” he said".
 */
function isOwnSpeech(cue: Cue, words: readonly Word[], index: MentionIndex, quotations: readonly Quotation[], language: Language): boolean {
  const verb = words[cue.words[0] as number]
  if (!verb || !quotations.some(q => q.inner[0] <= verb.start && verb.end <= q.inner[1])) return false
  if (sayingOf(words, verb, language)?.verb.kind === 'attitude') return true
  if (verb.upos === 'VERB' && !isFiniteVerb(words, verb)) return true
  if (cue.speaker === null) return true
  return !index.at(cue.speaker).some(m => (m.as === 'name' || m.as === 'description') && m.kind !== null)
}
