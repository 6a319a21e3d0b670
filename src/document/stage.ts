import type { Language } from './language.ts'
import type { LayerName, Layers } from './layers.ts'

/**
 * A step of a reading. `run` sees only the layers it needs and returns only those it gives (copies, never changes).
 * A stage may need and give the same layer: it then returns a fuller copy. It never throws on any text.
 */
export interface Stage<Needs extends LayerName = LayerName, Gives extends LayerName = LayerName> {
  readonly name: string
  readonly needs: readonly Needs[]
  readonly gives: readonly Gives[]
  run(layers: Pick<Layers, Needs>, language: Language): Pick<Layers, Gives>
}

/** Declares a stage; reading a layer that is not among `needs` does not compile. */
export function stage<const Needs extends LayerName, const Gives extends LayerName>(s: Stage<Needs, Gives>): Stage<Needs, Gives> {
  return s
}
