/** A fenced block of a Markdown page; `next` is the block that follows it directly, as the output that it prints. */
export interface Block {
  readonly code: string
  readonly next: string | null
}

/** The fenced blocks of a page that carry the given language, in order. */
export function findBlocks(markdown: string, language: string): Block[] {
  const blocks = markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```$)?/gm)
  return [...blocks].filter(([, name]) => name === language).map(([, , code, next]) => ({ code: String(code), next: next ?? null }))
}
