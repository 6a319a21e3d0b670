/** Text as it may stand in XML 1.0, which knows no other control characters than tab and line end; those are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** Words of a document, with the properties of a run ("<w:b/>") in front of them. */
export function wordsToXml(text: string, properties = ''): string {
  if (text === '') return ''
  const words = escapeXml(text.replace(/\s+/g, ' '))
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
}
