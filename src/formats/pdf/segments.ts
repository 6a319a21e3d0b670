import type { Page, Piece } from './load-pages.ts'

/** Words on one base line without a wide gap between them: a line of a column, or a cell of a table. */
export interface Segment {
  text: string
  readonly x: number
  /** Where it ends. */
  right: number
  readonly y: number
  /** Of most of its letters. */
  readonly size: number
}

/** A gap this wide, in sizes of the letters, parts columns and cells; a space is about a quarter, in justified lines up to one. */
const WIDE = 1.1
/** A gap this wide is a space. */
const SPACE = 0.16

/** Joins the pieces of a page into segments, from top to bottom and left to right. */
export function findSegments({ pieces }: Page): Segment[] {
  const segments: Segment[] = []
  for (const row of findRows(pieces)) {
    const start = segments.length
    let last: Segment | null = null
    for (const piece of row) {
      const gap: number = last ? piece.x - last.right : 0
      if (last && isDouble(last, piece)) continue
      if (last && (gap < WIDE * Math.max(last.size, piece.size) || isMark(last.text))) {
        const space = gap > SPACE * piece.size && !/\s$/.test(last.text) && !/^\s/.test(piece.text)
        last.text += (space ? ' ' : '') + piece.text
        last.right = Math.max(last.right, piece.x + piece.width)
      } else {
        last = { text: piece.text, x: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size }
        segments.push(last)
      }
    }
    segments.push(...joinJustified(segments.splice(start)))
  }
  for (const segment of segments) segment.text = segment.text.replace(/\s+/g, ' ').trim()
  return segments.filter(({ text }) => text !== '')
}

/** Single words at the same distances from each other are a line that was stretched to the width of its column. */
function joinJustified(row: readonly Segment[]): Segment[] {
  const joined: Segment[] = []
  for (let i = 0; i < row.length; ) {
    const first = row[i] as Segment
    const gap = (row[i + 1]?.x ?? 0) - first.right
    let end = i + 1
    while (
      end < row.length &&
      isWord(row[end - 1]) &&
      isWord(row[end]) &&
      Math.abs((row[end] as Segment).x - (row[end - 1] as Segment).right - gap) < SAME * first.size
    )
      end++
    const words = row.slice(i, end)
    if (words.length > 2)
      joined.push({ ...first, text: words.map(({ text }) => text.trim()).join(' '), right: (words.at(-1) as Segment).right })
    else joined.push(first)
    i = words.length > 2 ? end : i + 1
  }
  return joined
}

/** Distances that differ by less, in sizes of the letters, are the same. */
const SAME = 0.08

function isWord(segment: Segment | undefined): boolean {
  return segment !== undefined && /\p{L}/u.test(segment.text) && !/\s/.test(segment.text.trim())
}

/** Pieces on one base line, sorted by x; raised and lowered letters belong to the line that they stand at. */
function findRows(pieces: readonly Piece[]): Piece[][] {
  const sorted = pieces.map((piece, i) => ({ piece, i })).sort((a, b) => a.piece.y - b.piece.y || a.i - b.i)
  const rows: { y: number; size: number; pieces: Piece[] }[] = []
  for (const { piece } of sorted) {
    const row = rows.at(-1)
    if (row && piece.y - row.y < 0.45 * Math.min(row.size, 1.6 * piece.size)) {
      row.pieces.push(piece)
      if (piece.size > row.size) row.size = piece.size
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  return rows.map(row => row.pieces.sort((a, b) => a.x - b.x))
}

/** Letters printed twice for boldness. */
function isDouble(last: Segment, piece: Piece): boolean {
  return (
    Math.abs(piece.x + piece.width - last.right) < 0.15 * piece.size &&
    piece.x < last.right - 0.5 * piece.width &&
    last.text.endsWith(piece.text.trim())
  )
}

/** The dot or number of an item in a list stands away from its words. */
export function isMark(text: string): boolean {
  return /^\s*(?:[•▪▫■□●○◦‣⁃∙·–—*►➢➤✓✔-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*$/i.test(text)
}
