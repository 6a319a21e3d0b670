import type { Figure } from '../../document/layers.ts'

/** A small number may be told of two groups; from here on the same number of the same is the same. */
const TELLING = 10

/** Says of figures which earlier one they tell again: the same number of the same, with no other place or day. */
export function markRepeats(figures: readonly Figure[]): readonly Figure[] {
  const first = new Map<string, Figure>()
  return figures.map(figure => {
    const { value } = figure
    if (value?.best == null) return figure
    const key = `${figure.measure} ${figure.unit} ${figure.per} ${value.best}${value.best < TELLING ? ` ${figure.population}` : ''}`
    const earlier = first.get(key)
    if (!earlier) first.set(key, figure)
    if (!earlier || !mayBeSame(earlier, figure)) return figure
    return { ...figure, same: earlier.id, from: { ...figure.from, same: { rule: 'figures/told-before', spans: [earlier.span] } } }
  })
}

function mayBeSame(a: Figure, b: Figure): boolean {
  const days =
    a.time?.start && b.time?.start ? a.time.start <= (b.time.end ?? b.time.start) && b.time.start <= (a.time.end ?? a.time.start) : true
  return days && (a.partOf === null) === (b.partOf === null)
}
