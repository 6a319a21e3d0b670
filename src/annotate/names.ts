import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import { type Name, UPOS, type Word } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { createClusters } from './clusters.ts'
import { applyVotes, countVotes, createFirstPass, type FirstPass, keepSentence, type Votes } from './names/consistency.ts'
import { LABELS } from './names/labels.ts'
import { createNameModel, type NameModel } from './names/model.ts'
import { createWorkspace, type Found, readNames, readStretch, scoreSentence, stretchEnd, type Workspace } from './names/recognise.ts'

const prepared = new WeakMap<AnnotateAnswers, NameModel>()

/** Working space that reports share, one after the other. */
const space = createWorkspace()

/** Finds the proper names of the report. */
export const namesStage = stage({
  name: 'names',
  needs: ['sentences', 'words'],
  gives: ['names'],
  run: ({ sentences, words }, language) => ({ names: findNames({ sentences, words }, modelOf(language.annotate)) }),
})

const NUMBERS: ReadonlyMap<string, number> = new Map(UPOS.map((tag, i) => [tag, i]))

/** As much of the sentences and words of a report as names rest on; see `Sentence` and `Word`. */
export interface PlainText {
  readonly sentences: readonly { readonly first: number; readonly end: number }[]
  readonly words: readonly Pick<Word, 'form' | 'start' | 'end' | 'upos'>[]
}

/** Names in some sentences, in reading order, not overlapping: each sentence alone first, then in the light of all. */
export function findNames({ sentences, words }: PlainText, model: NameModel): Name[] {
  const wordAt = (i: number) => words[i] as PlainText['words'][number]
  const pass = createFirstPass(words.length)
  const found: Found[] = []
  for (const { first, end } of sentences) {
    const forms: string[] = []
    const tags = new Uint8Array(end - first)
    for (let i = first; i < end; i++) {
      const { form, upos } = wordAt(i)
      tags[forms.length] = NUMBERS.get(upos) as number
      forms.push(form)
    }
    scoreSentence(forms, tags, model, space)
    keepSentence(pass, first, space.attributes, space.lattice.scores)
    for (const name of readNames(forms.length, model, space)) found.push({ ...name, first: first + name.first, end: first + name.end })
  }
  const votes = countVotes(pass, found, i => wordAt(i).form)
  return weighAgain(sentences, pass, votes, found, model, space).map(({ first, end, kind, probability }) => ({
    first,
    end,
    span: [wordAt(first).start, wordAt(end - 1).end],
    label: kind,
    confidence: Math.round(probability * 100) / 100,
  }))
}

function weighAgain(
  sentences: PlainText['sentences'],
  pass: FirstPass,
  votes: Votes,
  found: readonly Found[],
  model: NameModel,
  space: Workspace,
): Found[] {
  const { scores } = space.lattice
  const out: Found[] = []
  let next = 0
  for (const sentence of sentences) {
    for (let first = sentence.first, end = first; first < sentence.end; first = end) {
      end = stretchEnd(pass.live, first, sentence.end)
      if (pass.live[first] === 0) continue
      const own: Found[] = []
      while (next < found.length && (found[next] as Found).first < end) own.push(found[next++] as Found)
      const row = (pass.row[first] as number) * LABELS
      for (let i = 0; i < (end - first) * LABELS; i++) scores[i] = pass.scores[row + i] as number
      if (!applyVotes(pass, votes, first, end, own, scores)) {
        out.push(...own)
        continue
      }
      const again: Found[] = []
      readStretch(0, end - first, model, space, again)
      for (const name of again) out.push({ ...name, first: first + name.first, end: first + name.end })
    }
  }
  return out
}

function modelOf(answers: AnnotateAnswers): NameModel {
  const known = prepared.get(answers)
  if (known) return known
  const model = createNameModel(answers.model('names'), createClusters(answers.model('clusters')))
  prepared.set(answers, model)
  return model
}
