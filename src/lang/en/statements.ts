import type { SpeechNoun, SpeechVerb, StatementAnswers } from '../../document/answers/statements.ts'
import { SPEECH_ACTS, type SpeechAct } from '../../record/statement.ts'
import { loadTable } from '../../resource/table.ts'

const at = (name: string) => new URL(`./statements/${name}.tsv`, import.meta.url)

/** English verbs, nouns and phrases of saying, from the lists in `statements/`. */
export function loadStatementAnswers(): StatementAnswers {
  const verbs = loadTable(at('speech-verbs'), ['verb', 'act', 'takes', 'content', 'addressee', 'kind'])
  const nouns = loadTable(at('speech-nouns'), ['noun', 'act', 'content'])
  return {
    verbs: new Map(verbs.map(r => [r.verb, verb(r)])),
    phrasal: new Set(verbs.flatMap(({ verb }) => (verb.includes(' ') ? verb.slice(0, verb.indexOf(' ')) : []))),
    forms: new Map(verbs.filter(r => !r.verb.includes(' ')).flatMap(r => inflected(r.verb).map(form => [form, r.verb] as const))),
    nouns: new Map(nouns.map(r => [r.noun, { act: act(r.act), content: set(r.content, ','), infinitive: 'to' } satisfies SpeechNoun])),
    attributions: loadTable(at('attributions'), ['phrase']).map(r => r.phrase.split(' ')),
    standards: new Set([
      'need',
      'plan',
      'wish',
      'ability',
      'taste',
      'size',
      'custom',
      'tradition',
      'schedule',
      'age',
      'type',
      'rank',
      'kind',
      'principle',
    ]),
    complementizers: new Set(['that', 'whether', 'if']),
    predicatives: new Set(['as']),
    measured: new Set(['at']),
    remarks: new Set(['though', 'although', 'while', 'whereas', 'as', 'even', 'after', 'before', 'hours', 'days', 'weeks', 'minutes']),
    enacted: new Set([
      'state',
      'emergency',
      'war',
      'curfew',
      'holiday',
      'mourning',
      'lockdown',
      'independence',
      'amnesty',
      'ceasefire',
      'truce',
      'strike',
    ]),
    claimed: new Set(['responsibility', 'attack', 'bombing', 'assault', 'raid', 'ambush', 'killing', 'kidnapping', 'shooting']),
    documents: new Set([
      'statement',
      'communique',
      'communiqué',
      'declaration',
      'release',
      'letter',
      'note',
      'message',
      'post',
      'tweet',
      'report',
      'resolution',
      'petition',
      'appeal',
      'address',
      'speech',
      'video',
      'email',
    ]),
    issuing: new Set([
      'issue',
      'release',
      'publish',
      'post',
      'put',
      'send',
      'sign',
      'read',
      'write',
      'give',
      'make',
      'deliver',
      'circulate',
      'adopt',
      'pass',
      'broadcast',
      'submit',
      'file',
      'launch',
      'repeat',
      'renew',
      'reiterate',
      'voice',
      'join',
      'echo',
    ]),
    tails: new Set([
      'of',
      'by',
      'against',
      'over',
      'on',
      'between',
      'among',
      'since',
      'near',
      'across',
      'along',
      'around',
      'into',
      'towards',
      'toward',
    ]),
    infinitives: new Set(['to']),
    contrasts: new Set(['while', 'whereas']),
    conditions: new Set(['if', 'unless', 'whether']),
  }
}

function verb(r: { act: string; takes: string; content: string; addressee: string; kind: string }): SpeechVerb {
  return {
    act: act(r.act),
    takes: set(r.takes, ' ') as SpeechVerb['takes'],
    content: set(r.content, ','),
    addressee: set(r.addressee, ','),
    kind: r.kind === 'attitude' ? 'attitude' : 'speech',
  }
}

/** The verb and its regular forms: "stresses", "stressed", "stressing", and with the last letter doubled: "signalled". */
function inflected(verb: string): string[] {
  const stem = /[^aeiou]e$/.test(verb) ? verb.slice(0, -1) : verb
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  const doubled = /[aeiou][bdglmnprt]$/.test(verb) ? [`${verb}${verb.slice(-1)}ed`, `${verb}${verb.slice(-1)}ing`] : []
  return [verb, third, past, `${stem}ing`, ...doubled]
}

function set(cell: string, separator: string): ReadonlySet<string> {
  return new Set(cell.split(separator).filter(Boolean))
}

function act(word: string): SpeechAct {
  return (SPEECH_ACTS as readonly string[]).includes(word) ? (word as SpeechAct) : 'other'
}
