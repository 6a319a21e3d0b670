import type { Language } from '../document/language.ts'
import type { LayerName, Layers } from '../document/layers.ts'
import type { Step } from './stages.ts'

/** Fails where a stage needs a layer that no earlier one gives; the report itself is always there. */
export function checkOrder(stages: readonly Step[]): void {
  const given = new Set<LayerName>(['report'])
  for (const [place, stage] of stages.entries()) {
    for (const layer of stage.needs) if (!given.has(layer)) throw new Error(describeGap(stages, place, stage, layer))
    for (const layer of stage.gives) given.add(layer)
  }
}

function describeGap(stages: readonly Step[], place: number, stage: Step, layer: LayerName): string {
  const giver = stages.slice(place).find(later => later.gives.includes(layer))
  const mend = giver && giver !== stage ? `put "${giver.name}", which gives it, before it` : `put a stage that gives it before it`
  return `The stage "${stage.name}" needs the layer "${layer}", which no earlier stage gives: ${mend} in src/read/stages.ts.`
}

/**
 * Runs the stages over the layers; each sees only what it needs. No stage may change a layer that it was given: tests freeze what each
 * `gives`; a frozen array is several times slower to read, so that reading itself does not.
 */
export function runStages(
  stages: readonly Step[],
  report: Layers['report'],
  language: Language,
  keep: (layer: unknown) => unknown = layer => layer,
): Partial<Layers> {
  const layers: Record<string, unknown> = { report }
  for (const stage of stages) {
    const seen: Record<string, unknown> = {}
    for (const name of stage.needs) seen[name] = layers[name]
    const given: Record<string, unknown> = stage.run(seen, language)
    for (const name of stage.gives) layers[name] = keep(given[name])
  }
  return layers
}
