import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { annotate } from '../../src/annotate/annotate.ts'
import { KINDS, LABELS, labelIn } from '../../src/annotate/names/labels.ts'
import { sum } from '../../src/annotate/names/lattice.ts'
import { PHRASE_LISTS } from '../../src/annotate/names/lists.ts'
import type { NameModel } from '../../src/annotate/names/model.ts'
import { createWorkspace, readNames, scoreSentence, stretchEnd, type Workspace } from '../../src/annotate/names/recognise.ts'
import { UPOS } from '../../src/document/layers.ts'
import { english } from '../../src/lang/en/index.ts'
import { hasCapital, OPEN, OUTSIDE, type Sample } from './samples.ts'

/** A name is taken over from the first model where it is at least this sure; a word is outside where it is this sure of that. */
const SURE = 0.9
const MIN_WORDS = 8

/**
 * Sentences of unlabelled text, labelled by a model trained before and by the lists (distant supervision, Mintz et al. 2009): what both
 * leave unsure stays open. Takes every `step`th paragraph.
 */
export function readRaw(file: string, step: number, model: NameModel): Sample[] {
  const space = createWorkspace()
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  const out: Sample[] = []
  for (let i = 0; i < lines.length; i += step) {
    const { sentences, words } = annotate(lines[i] as string, english)
    for (const { first, end } of sentences) {
      if (end - first < MIN_WORDS) continue
      const own = words.slice(first, end)
      const forms = own.map(word => word.form)
      const tags = Uint8Array.from(own, word => UPOS.indexOf(word.upos))
      out.push({ doc: file, forms, allowed: labelRaw(forms, tags, model, space) })
    }
  }
  return out
}

function labelRaw(forms: readonly string[], tags: Uint8Array, model: NameModel, space: Workspace): Int32Array {
  scoreSentence(forms, tags, model, space)
  const { lattice, attributes } = space
  const names = readNames(forms.length, model, space)
  for (let first = 0, end = 0; first < forms.length; first = end) {
    end = stretchEnd(attributes.live, first, forms.length)
    if (attributes.live[first] === 1) sum(lattice, first, end, model.factors, null)
  }
  const allowed = Int32Array.from(forms, (form, i) => {
    if (attributes.live[i] === 0) return OUTSIDE
    const outside = (lattice.forward[i * LABELS] as number) * (lattice.backward[i * LABELS] as number)
    return outside >= SURE || !hasCapital(form) ? OUTSIDE : OPEN
  })
  for (const { first, end, kind, probability } of names)
    for (let i = first; i < end; i++) allowed[i] = probability >= SURE ? 1 << labelIn(KINDS.indexOf(kind), i - first, end - first) : OPEN
  for (let i = 0; i < forms.length; i++) {
    if (attributes.place[i] !== 1) continue
    let end = i + 1
    while (end < forms.length && attributes.place[end] === 2) end++
    if (attributes.place[end] === 3) markListed(forms, i, end + 1, attributes.phrase[i] as number, allowed)
  }
  return allowed
}

const ORGANISATIONS = maskOf('organisation', 'group', 'capitals')
const PLACES = maskOf('country', 'region', 'city', 'town')

function maskOf(...lists: (typeof PHRASE_LISTS)[number][]): number {
  return lists.reduce((mask, list) => mask | (1 << PHRASE_LISTS.indexOf(list)), 0)
}

/** A listed phrase of several words, its first and last capitalised, is a name of its kind where the lists name one kind only. */
function markListed(forms: readonly string[], first: number, end: number, bits: number, allowed: Int32Array): void {
  if (!hasCapital(forms[first] as string) || !hasCapital(forms[end - 1] as string)) return
  const kind = (bits & ~ORGANISATIONS) === 0 ? 'ORG' : (bits & ~PLACES) === 0 ? 'LOC' : null
  // A listed phrase inside a longer run of capitals may be a part of another name.
  if (kind === null || hasCapital(forms[first - 1] ?? '') || hasCapital(forms[end] ?? '')) return
  for (let i = first; i < end; i++) allowed[i] = 1 << labelIn(KINDS.indexOf(kind), i - first, end - first)
}
