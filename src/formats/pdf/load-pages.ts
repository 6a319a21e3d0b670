import { getDocument, type PDFPageProxy, VerbosityLevel } from 'unpdf/pdfjs'
import { GriotError } from '../../util/error.ts'
import { checkStreams } from './check-streams.ts'

/** Words that stand together on a page; units are points, y grows downwards, (x, y) is where the base line begins. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of the letters. */
  readonly size: number
}

/** A page as its text layer gives it, upright. */
export interface Page {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

/** What the file says of itself. */
export interface PdfFacts {
  readonly title: string | null
  readonly author: string | null
  /** "D:20240305…" */
  readonly date: string | null
  readonly language: string | null
  readonly pages: number
}

/** Pages beyond this are left out; no report is so long. */
const MOST_PAGES = 3000
/** Pieces of text of one file, and of one page. */
const MOST_PIECES = 3_000_000
const MOST_ON_PAGE = 30_000

/** Opens a PDF and gives its facts, then page after page. Fails with a sentence where it is encrypted or damaged. */
export async function* loadPages(bytes: Uint8Array, name: string): AsyncGenerator<PdfFacts | Page> {
  checkStreams(bytes, name)
  // The library takes the bytes away from who gave them.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS - 1,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
  })
  try {
    const pdf = await task.promise.catch(error => {
      throw describe(error, name)
    })
    yield { ...(await findFacts(pdf)), pages: pdf.numPages }
    let total = 0
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && total < MOST_PIECES; number++) {
      const page = await loadPage(() => pdf.getPage(number), number)
      total += page.pieces.length
      yield page
    }
  } finally {
    await task.destroy()
  }
}

/** A page that is damaged counts as one without text. */
async function loadPage(open: () => Promise<PDFPageProxy>, number: number): Promise<Page> {
  try {
    const page = await open()
    const { transform, width, height } = page.getViewport({ scale: 1 })
    const pieces: (Piece & { turned: number })[] = []
    const reader = page.streamTextContent().getReader()
    for (let next = await reader.read(); !next.done && pieces.length < MOST_ON_PAGE; next = await reader.read()) {
      for (const item of next.value.items) if ('str' in item && item.str.trim() !== '') pieces.push(place(item, transform))
    }
    reader.cancel?.(new Error('read'))?.catch?.(() => {})
    page.cleanup()
    return upright({ number, width, height, pieces })
  } catch {
    return { number, width: 0, height: 0, pieces: [] }
  }
}

type Matrix = readonly number[]

/** From the space of the PDF to that of the page; `turned` counts quarter turns of the letters. */
function place(item: { str: string; transform: Matrix; width: number }, view: Matrix): Piece & { turned: number } {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform
  const [xx, xy] = [a * ta + c * tb, b * ta + d * tb]
  const [yx, yy] = [a * tc + c * td, b * tc + d * td]
  const size = Math.hypot(yx, yy) || Math.hypot(xx, xy) || 1
  const turned = Math.abs(xx) >= Math.abs(xy) ? (xx >= 0 ? 0 : 2) : xy >= 0 ? 1 : 3
  return { text: item.str, x: a * te + c * tf + e, y: b * te + d * tf + f, width: item.width, size, turned }
}

interface TurnedPage extends Omit<Page, 'pieces'> {
  readonly pieces: readonly (Piece & { turned: number })[]
}

/** The letters that stand the way most do, turned upright; the others are stamps and marks in the margin. */
function upright({ number, width, height, pieces }: TurnedPage): Page {
  const letters = [0, 0, 0, 0]
  for (const { turned, text } of pieces) letters[turned] = (letters[turned] ?? 0) + text.length
  const way = letters.indexOf(Math.max(...letters))
  const kept = pieces.filter(piece => piece.turned === way)
  const turn = ({ text, x, y, width: length, size }: Piece): Piece => {
    const [tx, ty] = way === 1 ? [y, width - x] : way === 2 ? [width - x, height - y] : way === 3 ? [height - y, x] : [x, y]
    return { text, x: tx, y: ty, width: length, size }
  }
  const isSide = way === 1 || way === 3
  return { number, width: isSide ? height : width, height: isSide ? width : height, pieces: way === 0 ? kept : kept.map(turn) }
}

interface PdfDocument {
  getMetadata(): Promise<{ info: object }>
}

async function findFacts(pdf: PdfDocument): Promise<Omit<PdfFacts, 'pages'>> {
  const info = await pdf.getMetadata().then(
    found => found.info as Record<string, unknown>,
    () => ({}) as Record<string, unknown>,
  )
  const get = (key: string) => (typeof info[key] === 'string' && info[key].trim() !== '' ? info[key].trim() : null)
  return { title: get('Title'), author: get('Author'), date: get('CreationDate') ?? get('ModDate'), language: get('Language') }
}

function describe(error: unknown, name: string): GriotError {
  if ((error as Error | null)?.name === 'PasswordException') {
    return new GriotError('file-encrypted', `${name} is encrypted`, { hint: 'Open it with its password and save it without one' })
  }
  return new GriotError('file-damaged', `${name} is damaged or cut off and cannot be read as a PDF`, { hint: 'Get a whole copy of it' })
}
