import type { Figure, Word } from '../../document/layers.ts'
import { childrenBy, relation, subjectOf } from '../../document/tree.ts'
import { buildFigure } from './build.ts'
import type { FigureContext } from './context.ts'
import type { NumberExpression } from './numbers.ts'
import { tollOf } from './tolls.ts'

type Change = NonNullable<Figure['change']>

/** "Deaths doubled": a change of what the subject counts, told by the verb alone. */
export function findChanges(context: FigureContext): Figure[] {
  const { words, language } = context
  const out: Figure[] = []
  for (const verb of words) {
    const factor = verb.upos === 'VERB' ? language.figures.changes.get(verb.lemma.toLowerCase())?.factor : null
    if (!factor) continue
    const at = { first: verb.index, end: verb.index + 1, head: verb.index }
    const number = { ...at, value: NOTHING, money: null, percent: false, quantifierWords: [] }
    const figure = changeOf(context, `c${verb.index}`, number, verb, { factor })
    if (figure) out.push(figure)
  }
  return out
}

/** "Deaths rose by 20 per cent", "fell by 300": the change that a number tells; null where it tells none. */
export function changeBy(context: FigureContext, number: NumberExpression): { readonly figure: Figure | null } | null {
  const { words, language } = context
  const node = changeNode(words, number)
  const verb = node && words[node.head]
  const known = verb ? language.figures.changes.get(verb.lemma.toLowerCase()) : undefined
  const { best } = number.value
  if (!node || !verb || !known || known.factor !== null || best === null) return null
  const by = childrenBy(words, node.index, 'case').some(mark => language.figures.by.has(mark.lower))
  if (!by && !(number.percent && childrenBy(words, node.index, 'case').length === 0)) return null
  const change: Change = number.percent ? { factor: Math.round(100 + known.direction * best) / 100 } : { by: known.direction * best }
  return { figure: changeOf(context, `c${number.first}`, { ...number, percent: false }, verb, change) }
}

/** The word of the number, its percent sign or its noun that hangs on a verb. */
function changeNode(words: readonly Word[], number: NumberExpression): Word | null {
  let node = words[number.head]
  for (let steps = 0; node && steps < 3 && relation(node) !== 'obl'; steps++) node = words[node.head]
  return node && relation(node) === 'obl' ? node : null
}

const NOTHING: NumberExpression['value'] = { low: null, best: null, high: null, quantifier: 'exact' }

function changeOf(context: FigureContext, id: string, number: NumberExpression, verb: Word, change: Change): Figure | null {
  const { words, language } = context
  const subject = subjectOf(words, verb.index)
  const measured = subject && tollOf(words, subject, language.figures)
  if (!measured || measured.term.measure === 'other') return null
  const figure = buildFigure(context, id, number, { ...measured, predicate: verb.index, rule: 'figures/change' }, null)
  const { value, ...from } = figure.from
  return {
    ...figure,
    // "rose by 300": so many more; a fall counts nobody.
    value: 'by' in change && change.by > 0 ? number.value : null,
    change,
    population: null,
    from: { ...from, ...('by' in change && change.by > 0 && value && { value }), change: { rule: 'figures/change', spans: [figure.span] } },
  }
}
