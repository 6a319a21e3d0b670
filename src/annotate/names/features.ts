import { casing, coarse, fine, middle } from '../clusters.ts'
import { mix } from '../linear.ts'
import { type Attributes, LOWER, NORMAL } from './attributes.ts'
import { PHRASE_LISTS, WORD_LISTS } from './lists.ts'

/** Features that a word may have at most. */
export const MOST = 128

/**
 * Writes the features of word `i` of a sentence into `out` and returns how many. A feature is a hash of its template and the values in it.
 * `listed` false leaves the lists out (training does so now and then, that the recogniser does not lean on them alone).
 */
export function describeName(a: Attributes, i: number, out: Int32Array, listed = true): number {
  let n = 0
  const add = (template: number, x: number, y = 0): void => {
    out[n++] = mix(mix(template * 7919 + 1, x), y)
  }
  const { count, mode } = a
  const word = (k: number): number => (k < 0 ? 1 : k >= count ? 2 : (a.word[k] as number))
  const shape = (k: number): number => (k < 0 ? 1 : k >= count ? 2 : (a.shape[k] as number))
  const cluster = (k: number): number => (k < 0 || k >= count ? 0 : (a.clusters[k] as number))
  const written = a.case[i] as number
  const first = i === 0 || (i === 1 && a.case[0] === 0) ? 1 : 0
  const w = word(i)
  const left = word(i - 1)
  const right = word(i + 1)
  const how = mix(written, mode)
  const c = cluster(i)
  const cl = cluster(i - 1)
  const cr = cluster(i + 1)
  const habit = casing(c)

  add(0, 0)
  add(1, w)
  add(2, w, how)
  add(3, left)
  add(4, right)
  add(5, word(i - 2))
  add(6, word(i + 2))
  add(7, left, w)
  add(8, w, right)
  add(9, left, right)
  add(10, left, how)
  add(11, right, how)
  add(12, shape(i), mode)
  add(13, mix(shape(i - 1), shape(i)), mode)
  add(14, mix(shape(i), shape(i + 1)), mode)
  add(15, mix(shape(i - 1), shape(i)), mix(shape(i + 1), mode))
  add(16, mix(how, first), habit)
  add(17, mix(how, first), mix(habit, casing(cr)))
  add(18, mix(how, casing(cl)), habit)
  for (let k = 0; k < 4; k++) {
    if (k > 0) add(20 + k, a.prefixes[i * 4 + k] as number)
    if (k > 0) add(24 + k, a.suffixes[i * 4 + k] as number)
  }
  add(28, a.suffixes[i * 4 + 2] as number, how)
  if (i + 1 < count) add(29, a.suffixes[i * 4 + 6] as number)
  if (i > 0) add(30, a.suffixes[i * 4 - 2] as number)

  add(31, coarse(c), how)
  add(32, middle(c), how)
  add(33, fine(c))
  add(34, fine(c), how)
  add(35, coarse(cl))
  add(36, middle(cl))
  add(37, fine(cl))
  add(38, coarse(cr))
  add(39, middle(cr))
  add(40, fine(cr))
  add(41, middle(cluster(i - 2)), 1)
  add(42, middle(cluster(i + 2)), 1)
  add(43, middle(cl), middle(c))
  add(44, middle(c), middle(cr))
  add(45, middle(cl), mix(middle(cr), how))
  add(46, fine(cl), how)
  add(47, fine(cr), how)
  add(48, coarse(cl), mix(coarse(c), coarse(cr)))
  add(49, mix(coarse(cluster(i - 2)), coarse(cl)), how)
  add(50, mix(coarse(cr), coarse(cluster(i + 2))), how)

  if (listed) {
    n = describeLists(a, i, out, n, how)
  }
  if (mode === NORMAL && written > LOWER) {
    const begin = a.begins[i] as number
    const end = a.ends[i] as number
    const size = Math.min(end - begin, 6)
    const at = Math.min(i - begin, 3) * 8 + Math.min(end - 1 - i, 3)
    add(70, mix(size, at), begin === 0 ? 1 : 0)
    add(71, word(end - 1), at)
    add(72, middle(cluster(end - 1)), at)
    add(73, word(begin), at)
    add(74, word(begin - 1), size)
    add(75, word(end), size)
    add(76, middle(cluster(begin - 1)), at)
    add(77, middle(cluster(end)), at)
    const wideBegin = a.wideBegins[i] as number
    const wideEnd = a.wideEnds[i] as number
    if (wideBegin !== begin || wideEnd !== end) {
      add(78, word(wideEnd - 1), wideEnd === end ? 1 : 0)
      add(79, word(wideBegin), wideBegin === begin ? 1 : 0)
      add(80, middle(cluster(wideBegin)), middle(cluster(end)))
      add(81, word(end), middle(cluster(i)))
    }
  }
  return n
}

function describeLists(a: Attributes, i: number, out: Int32Array, start: number, how: number): number {
  let n = start
  const phrase = a.phrase[i] as number
  const place = a.place[i] as number
  if (phrase !== 0) {
    out[n++] = mix(mix(5501, phrase), mix(place, how))
    for (let bit = 0; bit < PHRASE_LISTS.length; bit++)
      if ((phrase >> bit) & 1) {
        out[n++] = mix(mix(5503, bit), place)
        out[n++] = mix(mix(5507, bit), mix(place, how))
      }
  }
  const lists = a.lists[i] as number
  if (lists !== 0) {
    out[n++] = mix(mix(5519, lists), how)
    for (let bit = 0; bit < WORD_LISTS.length; bit++) if ((lists >> bit) & 1) out[n++] = mix(mix(5521, bit), how)
  }
  if (i > 0) {
    const before = a.lists[i - 1] as number
    out[n++] = mix(mix(5527, mix(a.phrase[i - 1] as number, a.place[i - 1] as number)), mix(place, how))
    out[n++] = mix(mix(5531, before), mix(lists, how))
  }
  if (i + 1 < a.count) {
    const after = a.lists[i + 1] as number
    out[n++] = mix(mix(5557, mix(a.phrase[i + 1] as number, a.place[i + 1] as number)), mix(place, how))
    out[n++] = mix(mix(5563, after), mix(lists, how))
  }
  return n
}
