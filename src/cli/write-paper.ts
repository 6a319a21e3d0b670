import type { Paper } from '../formats/paper/paper.ts'
import { fileSink } from './sink.ts'
import type { World } from './world.ts'

/** Writes a document to the files that are named, or as Markdown to standard output where none is. */
export async function writePaper(paper: Paper, { html }: { readonly html?: string | undefined }, world: World): Promise<void> {
  if (html !== undefined) {
    const { paperToHtml } = await import('../formats/paper/to-html.ts')
    await writeFile(html, paperToHtml(paper))
  }
  if (html !== undefined) return
  const { paperToMarkdown } = await import('../formats/paper/to-markdown.ts')
  world.stdout.write(paperToMarkdown(paper))
}

async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  const sink = fileSink(path, false)
  await sink.write(content)
  sink.close()
}
