import type { Figure } from '../../document/layers.ts'
import { subjectOf } from '../../document/tree.ts'
import { buildFigure } from './build.ts'
import type { FigureContext } from './context.ts'
import { measureOf } from './measures.ts'
import type { NumberExpression } from './numbers.ts'

/** "Deaths doubled": a change of what the subject counts. */
export function findChanges(context: FigureContext): Figure[] {
  const { words, language } = context
  const out: Figure[] = []
  for (const verb of words) {
    const factor = verb.upos === 'VERB' ? language.figures.changes.get(verb.lemma.toLowerCase())?.factor : null
    const subject = factor ? subjectOf(words, verb.index) : null
    const measured = subject && measureOf(words, { first: subject.index, end: subject.index + 1, head: subject.index }, language.figures)
    if (!factor || !measured || measured.term.measure === 'other') continue
    const number: NumberExpression = {
      first: verb.index,
      end: verb.index + 1,
      head: verb.index,
      value: { low: null, best: null, high: null, quantifier: 'exact' },
      money: null,
      percent: false,
      quantifierWords: [],
    }
    const figure = buildFigure(context, `c${verb.index}`, number, { ...measured, predicate: verb.index, rule: 'figures/change' }, null)
    const { value: _, ...from } = figure.from
    out.push({
      ...figure,
      value: null,
      change: { factor },
      population: null,
      from: { ...from, change: { rule: 'figures/change', spans: [figure.span] } },
    })
  }
  return out
}
