import type { Note } from '../paper.ts'
import { createLinks, type Links } from './links.ts'
import { wordsToXml } from './xml.ts'

/** Word numbers footnotes itself, by the first place that refers to each; later places refer to its number. */
export interface Notes {
  /** References to notes by their numbers in the paper. */
  referTo(numbers: readonly number[]): string
  /** The bookmark where a note is first referred to. */
  bookmarkOf(number: number): string
  /** The part of the document that holds them, in the order of their numbers, and its links. */
  toXml(namespaces: string): { readonly notes: string; readonly links: Links }
}

const MARK = '<w:rStyle w:val="FootnoteReference"/>'

export function createNotes(notes: readonly Note[]): Notes {
  const ids = new Map<number, number>()
  const bookmarkOf = (number: number) => `note_${number}`
  const referOnce = (number: number) => {
    const known = ids.get(number)
    // A number that stands in another place already: a field, which Word renews.
    if (known !== undefined)
      return `<w:fldSimple w:instr=" NOTEREF ${bookmarkOf(number)} \\f \\h ">${wordsToXml(String(known), MARK)}</w:fldSimple>`
    const id = ids.size + 1
    ids.set(number, id)
    const reference = `<w:r><w:rPr>${MARK}</w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
    return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkOf(number)}"/>${reference}<w:bookmarkEnd w:id="${id}"/>`
  }
  return {
    referTo: numbers => numbers.map(referOnce).join(wordsToXml(' ', MARK)),
    bookmarkOf,
    toXml(namespaces) {
      const links = createLinks([])
      const byNumber = new Map(notes.map(note => [note.number, note]))
      const own = [...ids].map(([number, id]) => noteToXml(id, byNumber.get(number) as Note, links))
      return { links, notes: `<w:footnotes ${namespaces}>${SEPARATORS}${own.join('')}</w:footnotes>` }
    },
  }
}

const SEPARATORS = ['separator', 'continuationSeparator']
  .map(
    (type, i) =>
      `<w:footnote w:type="${type}" w:id="${i - 1}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  )
  .join('')

function noteToXml(id: number, { records, source, url, quote }: Note, links: Links): string {
  const address = addressOf(url)
  const name = wordsToXml(source, address === null ? '' : '<w:rStyle w:val="Hyperlink"/>')
  const link = address === null ? name : `<w:hyperlink r:id="${links.idOf(address)}">${name}</w:hyperlink>`
  const words = `<w:r><w:rPr>${MARK}</w:rPr><w:footnoteRef/></w:r>${wordsToXml(` “${quote.replace(/\s+/g, ' ').trim()}” `)}`
  return `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>${words}${link}${wordsToXml(` ${records.join(' ')}`, '<w:rStyle w:val="Record"/>')}</w:p></w:footnote>`
}

/** An address of the web, written as a URI, for Word takes a document with another one for broken; null where it is none. */
function addressOf(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? (URL.parse(url)?.href ?? null) : null
}
