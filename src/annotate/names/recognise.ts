import { type Attributes, createAttributes, describeSentence } from './attributes.ts'
import { describeName, MOST } from './features.ts'
import { BEGIN, KINDS, type Kind, LABELS, LAST } from './labels.ts'
import { createLattice, decode, type Lattice, probabilityOf, sum } from './lattice.ts'
import { type NameModel, scoreWord } from './model.ts'

/** A name in one sentence: words `[first, end)`, counted from the sentence's first. */
export interface Found {
  readonly first: number
  readonly end: number
  readonly kind: Kind
  /** 0..1 */
  readonly probability: number
}

/** Working space that sentences share. */
export interface Workspace {
  attributes: Attributes
  lattice: Lattice
  labels: Uint8Array
  readonly features: Int32Array
}

/** An empty working space; it grows with the longest sentence. */
export function createWorkspace(): Workspace {
  return { attributes: createAttributes(64), lattice: createLattice(64), labels: new Uint8Array(64), features: new Int32Array(MOST) }
}

/** Describes the words of a sentence and scores their labels in `space.lattice.scores`. */
export function scoreSentence(forms: readonly string[], model: NameModel, space: Workspace): void {
  if (forms.length > space.lattice.room) {
    const room = 2 * forms.length
    space.attributes = createAttributes(room)
    space.lattice = createLattice(room)
    space.labels = new Uint8Array(room)
  }
  describeSentence(forms, model.clusters, model.lists, space.attributes)
  for (let i = 0; i < forms.length; i++) {
    const count = describeName(space.attributes, i, space.features)
    scoreWord(model, space.features, count, space.lattice.scores, i * LABELS)
  }
}

/** The names of a sentence of `count` words whose scores stand in the lattice. */
export function readNames(count: number, model: NameModel, space: Workspace): Found[] {
  const { lattice, labels } = space
  decode(lattice, count, model.steps, labels)
  const out: Found[] = []
  let summed = false
  for (let i = 0; i < count; ) {
    const label = labels[i] as number
    if (label === 0) {
      i++
      continue
    }
    if (!summed) {
      sum(lattice, count, model.factors, null)
      summed = true
    }
    let end = i + 1
    if (((label - 1) & 3) === BEGIN) while (end < count && ((labels[end - 1] as number) - 1) % 4 !== LAST) end++
    out.push({
      first: i,
      end,
      kind: KINDS[(label - 1) >> 2] as Kind,
      probability: probabilityOf(lattice, model.factors, labels, i, end),
    })
    i = end
  }
  return out
}
