import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { bodyToXml } from './docx/body.ts'
import { createLinks } from './docx/links.ts'
import { createNotes } from './docx/notes.ts'
import { escapeXml, wordsToXml } from './docx/xml.ts'
import type { Paper } from './paper.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const NAMESPACES = [
  ['w', `${OFFICE}/wordprocessingml/2006/main`],
  ['r', `${OFFICE}/officeDocument/2006/relationships`],
  ['wp', `${OFFICE}/drawingml/2006/wordprocessingDrawing`],
  ['a', `${OFFICE}/drawingml/2006/main`],
  ['mc', `${OFFICE}/markup-compatibility/2006`],
  ['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
]
  .map(([name, address]) => `xmlns:${name}="${address}"`)
  .join(' ')

/** The parts that the document needs beside itself, in the order of their ids: part1, part2 … */
const PARTS = [
  ['styles', 'styles.xml'],
  ['numbering', 'numbering.xml'],
  ['settings', 'settings.xml'],
  ['footnotes', 'footnotes.xml'],
  ['footer', 'footer.xml'],
] as const

/**
 * A paper as a Word document (Office Open XML, ECMA-376): its notes are footnotes, its drawings are shapes. It holds no time and no name, so that the
 * same paper makes the same bytes.
 */
export function paperToDocx(paper: Paper): Uint8Array {
  const notes = createNotes(paper.notes)
  const links = createLinks(PARTS)
  // The body comes before the notes: it says in which order they are referred to.
  const body = bodyToXml(paper, notes, links, NAMESPACES)
  const written = notes.toXml(NAMESPACES)
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': RELATIONS,
    'docProps/core.xml': coreOf(paper),
    'word/document.xml': HEAD + body,
    'word/_rels/document.xml.rels': links.toXml(),
    'word/footnotes.xml': HEAD + written.notes,
    'word/_rels/footnotes.xml.rels': written.links.toXml(),
    'word/footer.xml': HEAD + footerOf(paper),
    'word/styles.xml': loadPart('styles').replace('{language}', paper.language === 'fr' ? 'fr-FR' : 'en-GB'),
    'word/numbering.xml': loadPart('numbering'),
    'word/settings.xml': loadPart('settings'),
  }
  const bytes = new TextEncoder()
  // The first day that ZIP knows, wherever the clock stands.
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytes.encode(text)])), { mtime, level: 6 })
}

function loadPart(name: string): string {
  return readFileSync(new URL(`docx/${name}.xml`, import.meta.url), 'utf8')
}

const RELATIONS = `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="document" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${OFFICE}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

function contentTypes(): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`
  const own = PARTS.map(([kind, name]) => part(`/word/${name}`, `${WORD}.${kind}+xml`))
  return `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/word/document.xml', `${WORD}.document.main+xml`)}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${own.join('')}</Types>`
}

function coreOf({ title, language }: Paper): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Griot</dc:creator><dc:language>${language}</dc:language></cp:coreProperties>`
}

/** The title on the left, the number of the page on the right. */
function footerOf({ title }: Paper): string {
  return `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${wordsToXml(title)}<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE ">${wordsToXml('1')}</w:fldSimple></w:p></w:ftr>`
}
