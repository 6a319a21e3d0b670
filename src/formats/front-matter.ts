/** What stands between the two lines of dashes at the head of a Markdown file. */
export interface FrontMatter {
  /** Keys in lower case; a value that is a list keeps its order. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Offset where the text begins. */
  readonly end: number
}

/**
 * Reads front matter as reports use it: one `key: value` a line, lists as `[a, b]` or as lines that begin with a dash. Anything deeper
 * is passed over. Null where the source has none.
 */
export function parseFrontMatter(source: string): FrontMatter | null {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  if (!block) return null
  const fields = new Map<string, string[]>()
  let list: string[] | null = null
  for (const line of (block[1] as string).split(/\r?\n/)) {
    const item = /^\s*-\s+(.*)$/.exec(line)
    const pair = /^([A-Za-z][\w -]{0,40}?)\s*:(?:\s+(.*))?$/.exec(line)
    if (item && list) list.push(...valuesOf(item[1] as string))
    else if (pair) {
      list = valuesOf(pair[2] ?? '')
      fields.set((pair[1] as string).toLowerCase(), list)
    }
  }
  return fields.size > 0 ? { fields, end: block[0].length } : null
}

function valuesOf(written: string): string[] {
  const value = written.replace(/\s+#.*$/, '').trim()
  const list = /^\[(.*)\]$/.exec(value)
  const values = list ? (list[1] as string).split(',') : [value]
  return values.map(unquote).filter(v => v !== '' && v !== 'null' && v !== '~')
}

function unquote(value: string): string {
  const trimmed = value.trim()
  const quoted = /^(["'])(.*)\1$/.exec(trimmed)
  return quoted ? (quoted[2] as string) : trimmed
}
