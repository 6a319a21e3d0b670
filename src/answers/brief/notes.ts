import type { Note } from '../../formats/paper/paper.ts'
import { shortId } from '../../library/find-report.ts'
import type { Evidence } from '../evidence.ts'
import type { BriefLanguage } from './templates.ts'
import { dayIn } from './values.ts'

/** The notes of a brief, by number. */
export interface Notes {
  readonly list: readonly Note[]
  /** The numbers of the notes of some records, each once. */
  numbersOf(evidence: readonly Evidence[]): number[]
}

/** Gives the words of a sentence of a report one note, whichever record and whichever sentence of the brief rests on them. */
export function createNotes(language: BriefLanguage): Notes {
  const numbers = new Map<string, number>()
  const list: { -readonly [Key in keyof Note]: Note[Key] }[] = []
  const numberOf = ({ record, publisher, title, published, url, quote }: Evidence): number => {
    const [report = '', local = ''] = record.split('/')
    const id = `${shortId(report)}/${local}`
    const key = `${report}\n${quote}`
    const known = numbers.get(key)
    const note = known === undefined ? undefined : list[known - 1]
    if (note) {
      if (!note.records.includes(id)) note.records = [...note.records, id]
      return note.number
    }
    const source = [publisher, title, published && dayIn(language, published)].filter(Boolean).join(', ')
    const number = list.push({ number: list.length + 1, records: [id], source, url, quote })
    numbers.set(key, number)
    return number
  }
  return { list, numbersOf: evidence => [...new Set(evidence.map(numberOf))] }
}
