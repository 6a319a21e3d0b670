// Learns where words and sentences end:
//   node train/tokenizer.ts --data FOLDER --lang en --out data/en
import { hashFolded } from '../src/annotate/atoms.ts'
import { findParagraphs } from '../src/annotate/paragraphs.ts'
import { abbreviationsOf, createState, describeBoundary, reset, step } from '../src/annotate/sentences.ts'
import { GROUP, JOIN, SPLIT, walkJoints } from '../src/annotate/tokenize.ts'
import { createTokens, pushToken } from '../src/annotate/tokens.ts'
import { describeWords } from '../src/annotate/word-features.ts'
import type { AnnotateAnswers } from '../src/document/answers/annotate.ts'
import { readArguments } from './arguments.ts'
import { createPerceptron } from './perceptron.ts'
import { createRandom, shuffle } from './random.ts'
import { saveModel, treebanks } from './sources.ts'
import type { GoldDocument, GoldWord } from './treebank.ts'

const ROUNDS = 12

const { data, lang, out, language } = await readArguments()
const documents = [...treebanks(data, lang, 'train').values()].flat()
const expansions = collectExpansions(documents)
const joints = trainJoints(documents, language.annotate.clitics)
const boundaries = trainBoundaries(documents, language.annotate)
const text = expansions.map(parts => parts.join(' ')).join('\n')
saveModel(
  out,
  'tokenizer',
  lang,
  { joints, boundaries },
  { expansions: text },
  {
    what: 'Where words and sentences end',
    command: `node train/tokenizer.ts --data FOLDER --lang ${lang} --out data/${lang}`,
    scores: {},
  },
)

/** Words without a sign inside that are mostly written for several words ("cannot", "du"), as their parts. */
function collectExpansions(of: readonly GoldDocument[]): string[][] {
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
        if (word.token !== i) continue
        const parts = words.filter(w => w.token === i)
        const form = document.text.slice(word.start, (parts.at(-1) as GoldWord).end)
        if (!/^\p{L}+$/u.test(form)) continue
        const key = parts.map(w => w.form.toLowerCase()).join(' ')
        const counts = entry(form).parts
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  const kept: string[][] = []
  for (const [form, { whole, parts }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [key, count] of parts)
      if (count > whole && count * 2 > [...parts.values()].reduce((a, b) => a + b)) kept.push([form, ...key.split(' ')])
  return kept
}

function trainJoints(of: readonly GoldDocument[], clitics: readonly string[]) {
  const known = new Set(expansions.map(parts => hashFolded(parts[0] as string, 0, (parts[0] as string).length)))
  const examples: { features: Int32Array; answer: number }[] = []
  for (const document of of) {
    const answers = jointAnswers(document, known)
    for (const paragraph of findParagraphs(document.text))
      walkJoints(
        document.text,
        paragraph,
        clitics,
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
      if (inside) {
        const last = words.findLast(w => w.token === word.token) as GoldWord
        const first = words[word.token as number] as GoldWord
        if (known.has(hashFolded(document.text, first.start, last.end))) continue
      }
      answers.set(word.end, inside ? GROUP : SPLIT)
    }
  return answers
}

function trainBoundaries(of: readonly GoldDocument[], answers: AnnotateAnswers) {
  const model = { abbreviations: abbreviationsOf(answers) }
  const features = new Int32Array(64)
  const examples: { features: Int32Array; answer: number }[] = []
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
        const count = describeBoundary(document.text, tokens, info, i, first, end, start, state, model, features)
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

function learn(examples: readonly { features: Int32Array; answer: number }[], labels: number, name: string) {
  const perceptron = createPerceptron(labels)
  const scores = new Float64Array(labels)
  const order = examples.map((_, i) => i)
  const random = createRandom(1)
  for (let round = 1; round <= ROUNDS; round++) {
    shuffle(order, random)
    let wrong = 0
    for (const i of order) {
      const { features, answer } = examples[i] as { features: Int32Array; answer: number }
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
  return perceptron.finish()
}
