import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import { hashFolded } from './atoms.ts'

/** Abbreviations of a language by the hash of their folded form → number of their kind, from 1. */
export function abbreviationsOf({ abbreviations }: Pick<AnnotateAnswers, 'abbreviations'>): Map<number, number> {
  const kinds: string[] = []
  const out = new Map<number, number>()
  for (const [form, kind] of abbreviations) {
    if (!kinds.includes(kind)) kinds.push(kind)
    out.set(hashFolded(form, 0, form.length), kinds.indexOf(kind) + 1)
  }
  return out
}
