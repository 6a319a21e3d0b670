import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import type { Layers, Name } from '../document/layers.ts'
import { stage } from '../document/stage.ts'
import { createClusters } from './clusters.ts'
import { createNameModel, type NameModel } from './names/model.ts'
import { createWorkspace, readNames, scoreSentence } from './names/recognise.ts'

const prepared = new WeakMap<AnnotateAnswers, NameModel>()

/** Finds the proper names of the report. */
export const namesStage = stage({
  name: 'names',
  needs: ['sentences', 'words'],
  gives: ['names'],
  run: ({ sentences, words }, language) => ({ names: findNames({ sentences, words }, modelOf(language.annotate)) }),
})

/** Names in some sentences, in reading order, not overlapping. */
export function findNames({ sentences, words }: Pick<Layers, 'sentences' | 'words'>, model: NameModel): Name[] {
  const space = createWorkspace()
  const names: Name[] = []
  for (const sentence of sentences) {
    const forms: string[] = []
    for (let i = sentence.first; i < sentence.end; i++) forms.push((words[i] as { form: string }).form)
    scoreSentence(forms, model, space)
    for (const { first, end, kind, probability } of readNames(forms.length, model, space)) {
      const from = words[sentence.first + first]
      const to = words[sentence.first + end - 1]
      if (!from || !to) continue
      names.push({
        first: sentence.first + first,
        end: sentence.first + end,
        span: [from.start, to.end],
        label: kind,
        confidence: Math.round(probability * 100) / 100,
      })
    }
  }
  return names
}

function modelOf(answers: AnnotateAnswers): NameModel {
  const known = prepared.get(answers)
  if (known) return known
  const model = createNameModel(answers.model('names'), createClusters(answers.model('clusters')))
  prepared.set(answers, model)
  return model
}
