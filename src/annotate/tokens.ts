/** Words of a text as columns of numbers. Columns are longer than `count`; what stands behind it means nothing. */
export interface Tokens {
  count: number
  starts: Int32Array
  ends: Int32Array
  /** Index of the first word of the multiword token that the word belongs to, -1 where it stands alone. */
  groups: Int32Array
  /** Forms that are not the slice of text at their span: the parts of "du". */
  readonly forms: Map<number, string>
}

/** An empty list of words with room for some. */
export function createTokens(room: number): Tokens {
  return { count: 0, starts: new Int32Array(room), ends: new Int32Array(room), groups: new Int32Array(room), forms: new Map() }
}

/** Appends a word. */
export function pushToken(tokens: Tokens, start: number, end: number, group: number): void {
  if (tokens.count === tokens.starts.length) {
    tokens.starts = widen(tokens.starts)
    tokens.ends = widen(tokens.ends)
    tokens.groups = widen(tokens.groups)
  }
  tokens.starts[tokens.count] = start
  tokens.ends[tokens.count] = end
  tokens.groups[tokens.count] = group
  tokens.count++
}

/** The same numbers in an array twice as long. */
export function widen(column: Int32Array): Int32Array {
  const out = new Int32Array(Math.max(16, column.length * 2))
  out.set(column)
  return out
}
