import type { AnnotateAnswers } from '../../document/answers/annotate.ts'
import { modelsIn } from '../../resource/model.ts'
import { loadTable } from '../../resource/table.ts'

/** English words and sentences: models of the language, clitics, abbreviations. */
export const annotate: AnnotateAnswers = {
  model: modelsIn(new URL('../../../data/en/', import.meta.url)),
  clitics: ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"],
  whole: new Set(['its', 'your']),
  abbreviations: new Map(
    loadTable(new URL('abbreviations.tsv', import.meta.url), ['abbreviation', 'kind']).map(row => [row.abbreviation, row.kind]),
  ),
  irregular: new Map(
    loadTable(new URL('irregular-forms.tsv', import.meta.url), ['form', 'tag', 'feature', 'lemma']).map(({ form, tag, feature, lemma }) => [
      form,
      { lemma, upos: tag, feature },
    ]),
  ),
}
