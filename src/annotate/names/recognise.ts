import { type Attributes, createAttributes, describeSentence } from './attributes.ts'
import { describeName, MOST } from './features.ts'
import { BEGIN, KINDS, type Kind, LABELS, LAST } from './labels.ts'
import { createLattice, decode, type Lattice, probabilityOf, sum } from './lattice.ts'
import { type NameModel, scoreWord } from './model.ts'

/** A name: words `[first, end)`, counted from the first of its sentence or of the report. */
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

/** Describes the words of a sentence, given their parts of speech as numbers of UPOS, and scores their labels in `space.lattice.scores`. */
export function scoreSentence(forms: readonly string[], tags: Uint8Array, model: NameModel, space: Workspace): void {
  if (forms.length > space.lattice.room) {
    const room = 2 * forms.length
    space.attributes = createAttributes(room)
    space.lattice = createLattice(room)
    space.labels = new Uint8Array(room)
  }
  describeSentence(forms, tags, model.clusters, model.lists, space.attributes)
  for (let i = 0; i < forms.length; i++) {
    if (space.attributes.live[i] === 0) continue
    const count = describeName(space.attributes, i, space.features)
    scoreWord(model, space.features, count, space.lattice.scores, i * LABELS)
  }
}

/** The names of a sentence of `count` words whose scores stand in the lattice. */
export function readNames(count: number, model: NameModel, space: Workspace): Found[] {
  const out: Found[] = []
  for (let first = 0, end = 0; first < count; first = end) {
    end = stretchEnd(space.attributes.live, first, count)
    if (space.attributes.live[first] === 1) readStretch(first, end, model, space, out)
  }
  return out
}

/** Where the stretch of words that may be names, or of words that may not, ends. */
export function stretchEnd(live: Uint8Array, first: number, count: number): number {
  let end = first + 1
  while (end < count && live[end] === live[first]) end++
  return end
}

/** Appends the names among words `[start, stop)`, all of them live. */
export function readStretch(start: number, stop: number, model: NameModel, space: Workspace, out: Found[]): void {
  const { lattice, labels } = space
  decode(lattice, start, stop, model.steps, labels)
  let summed = false
  for (let first = start, end = start; first < stop; first = end) {
    end = first + 1
    const label = labels[first] as number
    if (label === 0) continue
    if (((label - 1) & 3) === BEGIN) while (end < stop && (((labels[end - 1] as number) - 1) & 3) !== LAST) end++
    if (!summed) sum(lattice, start, stop, model.factors, null)
    summed = true
    const probability = probabilityOf(lattice, model.factors, labels, first, end)
    out.push({ first, end, kind: KINDS[(label - 1) >> 2] as Kind, probability })
  }
}
