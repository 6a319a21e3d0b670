// Learns where words and sentences end:
//   node train/tokenizer.ts --data FOLDER --lang en --out data/en
import { abbreviationsOf } from '../src/annotate/abbreviations.ts'
import { hashFolded } from '../src/annotate/atoms.ts'
import { describeDoubt, hashWords } from '../src/annotate/expand.ts'
import { findParagraphs } from '../src/annotate/paragraphs.ts'
import { createState, describeBoundary, isEnumerator, mustGoOn, reset, step } from '../src/annotate/sentences.ts'
import { GROUP, JOIN, SPLIT, walkJoints } from '../src/annotate/tokenize.ts'
import { createTokens, pushToken } from '../src/annotate/tokens.ts'
import { describeWords } from '../src/annotate/word-features.ts'
import { readArguments } from './arguments.ts'
import { createPerceptron } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import { saveModel, treebanks } from './sources.ts'
import type { GoldDocument, GoldWord } from './treebank.ts'

const ROUNDS = 12

const { data, lang, out, language } = await readArguments()
const documents = [...treebanks(data, lang, 'train').values()].flat()
const lists = { clitics: language.annotate.clitics, abbreviations: abbreviationsOf(language.annotate) }
const expansions = collectExpansions(documents)
const joints = trainJoints(documents)
const doubts = trainDoubts(documents)
const boundaries = trainBoundaries(documents)
const text = expansions.map(({ form, parts, sure }) => `${sure ? 'sure' : 'doubt'} ${form} ${parts}`).join('\n')
saveModel(
  out,
  'tokenizer',
  lang,
  { joints, doubts, boundaries },
  { expansions: text },
  {
    what: 'Where words and sentences end',
    command: `node train/tokenizer.ts --data FOLDER --lang ${lang} --out data/${lang}`,
    scores: {},
  },
)

/** A form of letters alone that may stand for several words, with its parts a space apart. */
interface Contraction {
  readonly form: string
  readonly parts: string
  readonly sure: boolean
}

/** Forms that are written for several words ("cannot", "du"); one-off slips of the pen ("horses" for "horse's") are left out. */
function collectExpansions(of: readonly GoldDocument[]): Contraction[] {
  const seen = new Map<string, { whole: number; parts: Map<string, number> }>()
  const entry = (form: string) => {
    const key = form.toLowerCase()
    const found = seen.get(key) ?? { whole: 0, parts: new Map<string, number>() }
    seen.set(key, found)
    return found
  }
  for (const document of of)
    for (const { words } of document.sentences)
      for (let i = 0; i < words.length; i++) {
        const word = words[i] as GoldWord
        if (word.token === null) entry(word.form).whole++
        if (word.token !== i || ['NOUN', 'PROPN', 'ADJ'].includes(word.upos)) continue
        const parts = words.filter(w => w.token === i)
        const form = document.text.slice(word.start, (parts.at(-1) as GoldWord).end)
        if (!/^\p{L}+$/u.test(form)) continue
        const key = parts.map(w => w.form.toLowerCase()).join(' ')
        const counts = entry(form).parts
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  const kept: Contraction[] = []
  for (const [form, { whole, parts }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [best, count] = [...parts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
    if (count >= 3 || count > whole) kept.push({ form, parts: best, sure: whole * 20 <= count })
  }
  return kept
}

function trainJoints(of: readonly GoldDocument[]) {
  const known = new Set(expansions.map(({ form }) => hashFolded(form, 0, form.length)))
  const examples: Example[] = []
  for (const document of of) {
    const answers = jointAnswers(document, known)
    for (const paragraph of findParagraphs(document.text))
      walkJoints(
        document.text,
        paragraph,
        lists,
        (features, count, joint) => {
          const answer = answers.get(joint) ?? JOIN
          examples.push({ features: features.slice(0, count), answer })
          return answer
        },
        () => {},
      )
  }
  return learn(examples, 3, 'joints')
}

/** Where words end directly before another word, and how. */
function jointAnswers(document: GoldDocument, known: ReadonlySet<number>): Map<number, number> {
  const answers = new Map<number, number>()
  for (const { words } of document.sentences)
    for (const [i, word] of words.entries()) {
      const inside = word.token !== null && words[i + 1]?.token === word.token
      if (inside && known.has(hashFolded(document.text, ...tokenSpan(words, i)))) continue
      answers.set(word.end, inside ? GROUP : SPLIT)
    }
  return answers
}

function tokenSpan(words: readonly GoldWord[], i: number): [number, number] {
  const { token } = words[i] as GoldWord
  const last = words.findLast(w => w.token === token) as GoldWord
  return [(words[token as number] as GoldWord).start, last.end]
}

/** Learns from every place where a doubtful form stands. */
function trainDoubts(of: readonly GoldDocument[]) {
  const doubtful = new Set(expansions.filter(e => !e.sure).map(({ form }) => hashFolded(form, 0, form.length)))
  const features = new Int32Array(16)
  const examples: Example[] = []
  for (const { text, sentences } of of) {
    const words = createTokens(1024)
    const expanded: boolean[] = []
    for (const sentence of sentences)
      for (const [i, word] of sentence.words.entries()) {
        const isToken = word.token !== null && /^\p{L}+$/u.test(text.slice(...tokenSpan(sentence.words, i)))
        if (isToken && word.token !== i) continue
        expanded.push(isToken)
        pushToken(words, ...(isToken ? tokenSpan(sentence.words, i) : ([word.start, word.end] as const)), -1)
      }
    const hashes = hashWords(text, words)
    for (let i = 0; i < words.count; i++) {
      if (!doubtful.has(hashes[i] as number)) continue
      const count = describeDoubt(text, words, hashes, i, features)
      examples.push({ features: features.slice(0, count), answer: expanded[i] ? 1 : 0 })
    }
  }
  return learn(examples, 2, 'doubts')
}

function trainBoundaries(of: readonly GoldDocument[]) {
  const features = new Int32Array(64)
  const examples: Example[] = []
  for (const document of of) {
    const tokens = createTokens(1024)
    const ends = new Set<number>()
    for (const { words } of document.sentences) {
      const base = tokens.count
      for (const word of words) pushToken(tokens, word.start, word.end, word.token === null ? -1 : base + word.token)
      ends.add(tokens.count)
    }
    let first = 0
    for (const [, limit] of findParagraphs(document.text)) {
      let end = first
      while (end < tokens.count && (tokens.ends[end] as number) <= limit) end++
      const info = describeWords(document.text, tokens, first, end)
      const state = createState()
      let start = first
      for (let i = first; i + 1 < end; i++) {
        step(document.text, tokens, info, i, first, state)
        if ((tokens.groups[i + 1] as number) >= 0 && tokens.groups[i + 1] !== i + 1) continue
        if (isEnumerator(document.text, tokens, start, i)) continue
        if (mustGoOn(document.text, tokens, info, i, first, lists.abbreviations)) continue
        const count = describeBoundary(document.text, tokens, info, i, first, end, start, state, lists, features)
        const answer = ends.has(i + 1) ? 1 : 0
        examples.push({ features: features.slice(0, count), answer })
        if (answer === 0) continue
        start = i + 1
        reset(state)
      }
      first = end
    }
  }
  return learn(examples, 2, 'boundaries')
}

interface Example {
  readonly features: Int32Array
  readonly answer: number
}

function learn(examples: readonly Example[], labels: number, name: string) {
  const perceptron = createPerceptron(labels)
  const scores = new Float64Array(labels)
  const order = examples.map((_, i) => i)
  const random = createRandom(1)
  for (let round = 1; round <= ROUNDS; round++) {
    shuffle(order, random)
    let wrong = 0
    for (const i of order) {
      const { features, answer } = examples[i] as Example
      perceptron.scores(features, features.length, scores)
      const guess = scores.indexOf(Math.max(...scores))
      if (guess === answer) perceptron.pass()
      else {
        perceptron.update(features, features.length, answer, guess)
        wrong++
      }
    }
    console.error(`${name}, round ${round}: ${wrong} of ${examples.length} wrong`)
  }
  // What one correction has taught may be what all others rest on: nothing is left out.
  return perceptron.finish(1)
}
