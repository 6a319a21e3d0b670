import type { AnnotateAnswers } from '../document/answers/annotate.ts'
import { hashFolded } from './atoms.ts'

/** Abbreviations of a language by the hash of their folded form → number of their kind, from 1. */
export type Abbreviations = ReadonlyMap<number, number>

/** Kinds after which no sentence ends; see the answers of the language. Others are numbered after them as they come. */
const KINDS = ['title', 'number', 'month', 'lead']

/** The abbreviations that a language lists. */
export function abbreviationsOf({ abbreviations }: Pick<AnnotateAnswers, 'abbreviations'>): Abbreviations {
  const kinds = [...KINDS]
  const out = new Map<number, number>()
  for (const [form, kind] of abbreviations) {
    if (!kinds.includes(kind)) kinds.push(kind)
    out.set(hashFolded(form, 0, form.length), kinds.indexOf(kind) + 1)
  }
  return out
}

/** Must a sentence go on after an abbreviation of that kind, before a word with a capital or a figure? */
export function goesOn(kind: number, capital: boolean, figure: boolean): boolean {
  return kind === 1 ? capital : kind === 2 || kind === 3 ? figure : kind === 4
}
