import type { ReadingRecord } from '../../record/reading.ts'

export interface Index {
  readonly head: string
  add(reading: ReadingRecord): { name: string; item: string }
  foot(): string
}

export function createIndex(): Index {
  let count = 0
  return { head: '', add: () => ({ name: `${++count}.html`, item: '' }), foot: () => '' }
}
