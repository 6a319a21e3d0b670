import { annotate } from '../../src/annotate/annotate.ts'
import type { NameModel } from '../../src/annotate/names/model.ts'
import { findNames } from '../../src/annotate/names.ts'
import { english } from '../../src/lang/en/index.ts'
import { type NamedText, readLines } from './samples.ts'

const LABELS: ReadonlySet<string> = new Set(['PER', 'LOC', 'ORG'])

/** F1 of names of people, places and organisations with the exact words and label, over all records of a file. */
export function scoreFile(file: string, model: NameModel): number {
  let right = 0
  let found = 0
  let gold = 0
  for (const record of readLines<NamedText>(file)) {
    const names = findNames(annotate(record.text, english), model).filter(name => LABELS.has(name.label))
    const keys = new Set(names.map(({ span, label }) => `${span[0]} ${span[1]} ${label}`))
    const wanted = record.entities.filter(entity => LABELS.has(entity.label))
    found += keys.size
    gold += wanted.length
    right += wanted.filter(({ start, end, label }) => keys.has(`${start} ${end} ${label}`)).length
  }
  return (2 * right) / (found + gold)
}
