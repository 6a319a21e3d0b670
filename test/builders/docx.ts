import { buildZip } from './zip.ts'

/** A Word document whose body is this WordprocessingML. */
export function buildDocx(body: string, core = ''): Buffer {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return buildZip([
    { name: '[Content_Types].xml', content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    {
      name: 'word/document.xml',
      content: `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    { name: 'docProps/core.xml', content: `${xml}<cp:coreProperties>${core}</cp:coreProperties>` },
  ])
}

/** A paragraph of a Word document. */
export function paragraph(text: string, style = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
}
