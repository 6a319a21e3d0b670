/** A line of text on a page, in points from its lower left corner. */
export interface PdfLine {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

/** A PDF with these lines on its pages, in Helvetica (Latin letters only). */
export function buildPdf(
  pages: readonly (readonly PdfLine[])[],
  { info = '', trailer = '', stream }: { info?: string; trailer?: string; stream?: Uint8Array } = {},
): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
  ]
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`)
      .join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
    )
    objects.push(`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`)
  }
  // A packed stream that nothing leads to, as a bomb may hide.
  if (stream)
    objects.push(`<< /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${Buffer.from(stream).toString('latin1')}\nendstream`)
  let out = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [i, object] of objects.entries()) {
    offsets.push(out.length)
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${out.length}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

/** Text set in lines of at most so many letters, one under the other. */
export function setLines(text: string, { x, y, letters, size = 10 }: { x: number; y: number; letters: number; size?: number }): PdfLine[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string
    if (line.length + word.length + 1 > letters) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line, i) => ({ x, y: y - i * size * 1.2, text: line, size }))
}
