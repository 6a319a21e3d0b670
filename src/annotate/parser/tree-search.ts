/**
 * Heads from scores: every word takes its best head; then one root is chosen and cycles are opened where that costs least.
 * `scores[i * stride + j]` is how well word i hangs on j, j = 0 the root and j = k + 1 word k. Gives heads counted from 0, -1 for the root.
 */
export function findTree(scores: Float32Array, stride: number, length: number): Int32Array {
  const heads = new Int32Array(length)
  for (let i = 0; i < length; i++) heads[i] = bestHead(scores, i * stride, length, 0) - 1
  chooseRoot(scores, stride, heads)
  openCycles(scores, stride, heads)
  return heads
}

/** The best j from `first` on in a row of scores. */
function bestHead(scores: Float32Array, row: number, length: number, first: number): number {
  let found = first
  for (let j = first + 1; j <= length; j++) if (scores[row + j]! > scores[row + found]!) found = j
  return found
}

/** Keeps as root the word that would lose most by another head; makes one where there is none. */
function chooseRoot(scores: Float32Array, stride: number, heads: Int32Array): void {
  let roots = 0
  for (const head of heads) if (head < 0) roots++
  if (roots === 1) return
  let root = 0
  let most = -Infinity
  for (let i = 0; i < heads.length; i++) {
    const other = bestHead(scores, i * stride, heads.length, 1)
    if (heads[i] === -1) heads[i] = other - 1
    const gain = scores[i * stride]! - scores[i * stride + other]!
    if (gain > most) {
      most = gain
      root = i
    }
  }
  if (heads.length) heads[root] = -1
}

/** Hangs one word of every cycle on a word outside of all that hangs on the cycle; each turn leaves a cycle less. */
function openCycles(scores: Float32Array, stride: number, heads: Int32Array): void {
  // 0 not seen, 1 leads to the root, above: the number of the walk that met it
  const seen = new Int32Array(heads.length)
  let walk = 1
  for (let start = 0; start < heads.length; start++) {
    if (seen[start]) continue
    walk++
    let at = start
    while (at >= 0 && !seen[at]) {
      seen[at] = walk
      at = heads[at]!
    }
    if (at >= 0 && seen[at] === walk) {
      openCycle(scores, stride, heads, at)
    }
    for (at = start; at >= 0 && seen[at] === walk; at = heads[at]!) seen[at] = 1
  }
}

function openCycle(scores: Float32Array, stride: number, heads: Int32Array, member: number): void {
  const cut = reaches(heads, member)
  let word = member
  let head = -1
  let least = Infinity
  let i = member
  do {
    const now = scores[i * stride + heads[i]! + 1]!
    for (let j = 0; j < heads.length; j++) {
      if (cut[j]) continue
      const loss = now - scores[i * stride + j + 1]!
      if (loss < least || head < 0) {
        least = loss
        word = i
        head = j
      }
    }
    i = heads[i]!
  } while (i !== member)
  heads[word] = head
}

/** Marks the words from which one comes to the cycle of `member` by going from head to head. */
function reaches(heads: Int32Array, member: number): Uint8Array {
  const marks = new Uint8Array(heads.length)
  let i = member
  do {
    marks[i] = 1
    i = heads[i]!
  } while (i !== member)
  // 2: does not come there
  for (let start = 0; start < heads.length; start++) {
    let end = start
    const path: number[] = []
    while (end >= 0 && !marks[end] && path.length <= heads.length) {
      path.push(end)
      end = heads[end]!
    }
    const mark = end >= 0 && marks[end] === 1 ? 1 : 2
    for (const p of path) marks[p] = mark
  }
  for (let k = 0; k < marks.length; k++) if (marks[k] === 2) marks[k] = 0
  return marks
}
