import { GriotError } from '../util/error.ts'
import { readDocumentXml, readNotesXml } from './docx/document-text.ts'
import { type Found, sourceReport } from './source.ts'
import { readZip } from './zip/read-zip.ts'

/** Bytes of a part of the document, unpacked. */
const LONGEST_PART = 64 << 20

/**
 * A Word document (DOCX): paragraphs parted by a blank line, tables as rows, then the notes; without running heads, deleted words and comments.
 * Title, author and date come from its properties. The map is that of the text itself, since the file is packed.
 */
export async function fromDocx(bytes: Uint8Array, name: string): Promise<Found> {
  const parts = await findParts(bytes, name)
  const main = parts.get('word/document.xml')
  if (!main) {
    throw new GriotError('file-not-docx', `${name} is no Word document: it holds no word/document.xml`, {
      hint: 'Save it as DOCX, text or HTML',
    })
  }
  const { text, title, hasChanges } = readDocumentXml(main, name)
  const footnotes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap(part => readNotesXml(parts.get(part) ?? [], name))
  const core = (parts.get('docProps/core.xml') ?? []).join('')
  const author = property(core, 'dc:creator')
  const report = sourceReport({
    text: [text, ...footnotes].filter(block => block !== '').join('\n\n'),
    title: title ?? property(core, 'dc:title'),
    authors: author === null ? [] : author.split(/\s*;\s*/).filter(each => each !== ''),
    published: property(core, 'dcterms:modified') ?? property(core, 'dcterms:created'),
    language: property(core, 'dc:language'),
    notes: hasChanges ? ['The document holds changes that nobody has accepted; it is read as if all were.'] : [],
  })
  return { report, map: [[0, 0]] }
}

const WANTED = new Set(['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'docProps/core.xml'])

async function findParts(bytes: Uint8Array, name: string): Promise<Map<string, string[]>> {
  const parts = new Map<string, string[]>()
  for await (const entry of readZip(bytes, name)) {
    if (!WANTED.has(entry.name) || parts.has(entry.name)) continue
    const decoder = new TextDecoder()
    const pieces: string[] = []
    let length = 0
    for await (const piece of entry.content()) {
      length += piece.length
      if (length > LONGEST_PART)
        throw new GriotError('file-too-large', `${name} holds more than ${LONGEST_PART >> 20} MB of text`, {
          hint: 'Split it into its reports',
        })
      pieces.push(decoder.decode(piece, { stream: true }))
    }
    parts.set(entry.name, pieces)
  }
  return parts
}

function property(xml: string, tag: string): string | null {
  const value = new RegExp(`<${tag}(?:\\s[^<>]{0,200})?>([^<>]{1,2000})</${tag}>`).exec(xml)?.[1]
  return value?.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: keyof typeof ENTITIES) => ENTITIES[entity]).trim() || null
}

const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const
