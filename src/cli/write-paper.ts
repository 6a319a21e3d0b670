import type { Paper } from '../formats/paper/paper.ts'
import { fileSink } from './sink.ts'
import type { World } from './world.ts'

/** The files that a document is written to. */
export interface PaperFiles {
  readonly html?: string | undefined
  readonly docx?: string | undefined
}

/** Writes a document to the files that are named, or as Markdown to standard output where none is. */
export async function writePaper(paper: Paper, { html, docx }: PaperFiles, world: World): Promise<void> {
  if (html !== undefined) {
    const { paperToHtml } = await import('../formats/paper/to-html.ts')
    await writeFile(html, paperToHtml(paper))
  }
  if (docx !== undefined) {
    const { paperToDocx } = await import('../formats/paper/to-docx.ts')
    await writeFile(docx, paperToDocx(paper))
  }
  if (html !== undefined || docx !== undefined) return
  const { paperToMarkdown } = await import('../formats/paper/to-markdown.ts')
  world.stdout.write(paperToMarkdown(paper))
}

async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  const sink = fileSink(path, false)
  await sink.write(content)
  sink.close()
}
