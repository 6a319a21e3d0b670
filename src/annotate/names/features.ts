import { casing, coarse, fine, middle } from '../clusters.ts'
import { mix } from '../linear.ts'
import { type Attributes, LOWER, NORMAL } from './attributes.ts'
import { PHRASE_LISTS, WORD_LISTS } from './lists.ts'
import { sharesOf } from './usage.ts'

/** Features that a word may have at most. */
export const MOST = 128

/**
 * Writes the features of word `i` of a sentence into `out` and returns how many. A feature is a hash of its template and the values in it.
 * `listed` false leaves the lists out, `used` false how raw text uses words (training does so now and then, that the recogniser does not
 * lean on them alone).
 */
export function describeName(a: Attributes, i: number, out: Int32Array, listed = true, used = true): number {
  let n = 0
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

  out[n++] = feature(0, 0)
  out[n++] = feature(1, w)
  out[n++] = feature(2, w, how)
  out[n++] = feature(3, left)
  out[n++] = feature(4, right)
  out[n++] = feature(5, word(i - 2))
  out[n++] = feature(6, word(i + 2))
  out[n++] = feature(7, left, w)
  out[n++] = feature(8, w, right)
  out[n++] = feature(9, left, right)
  out[n++] = feature(10, left, how)
  out[n++] = feature(11, right, how)
  out[n++] = feature(12, shape(i), mode)
  out[n++] = feature(13, mix(shape(i - 1), shape(i)), mode)
  out[n++] = feature(14, mix(shape(i), shape(i + 1)), mode)
  out[n++] = feature(15, mix(shape(i - 1), shape(i)), mix(shape(i + 1), mode))
  out[n++] = feature(16, mix(how, first), habit)
  out[n++] = feature(17, mix(how, first), mix(habit, casing(cr)))
  out[n++] = feature(18, mix(how, casing(cl)), habit)
  for (let k = 0; k < 4; k++) {
    if (k > 0) out[n++] = feature(20 + k, a.prefixes[i * 4 + k] as number)
    if (k > 0) out[n++] = feature(24 + k, a.suffixes[i * 4 + k] as number)
  }
  out[n++] = feature(28, a.suffixes[i * 4 + 2] as number, how)
  if (i + 1 < count) out[n++] = feature(29, a.suffixes[i * 4 + 6] as number)
  if (i > 0) out[n++] = feature(30, a.suffixes[i * 4 - 2] as number)

  out[n++] = feature(31, coarse(c), how)
  out[n++] = feature(32, middle(c), how)
  out[n++] = feature(33, fine(c))
  out[n++] = feature(34, fine(c), how)
  out[n++] = feature(35, coarse(cl))
  out[n++] = feature(36, middle(cl))
  out[n++] = feature(37, fine(cl))
  out[n++] = feature(38, coarse(cr))
  out[n++] = feature(39, middle(cr))
  out[n++] = feature(40, fine(cr))
  out[n++] = feature(41, middle(cluster(i - 2)), 1)
  out[n++] = feature(42, middle(cluster(i + 2)), 1)
  out[n++] = feature(43, middle(cl), middle(c))
  out[n++] = feature(44, middle(c), middle(cr))
  out[n++] = feature(45, middle(cl), mix(middle(cr), how))
  out[n++] = feature(46, fine(cl), how)
  out[n++] = feature(47, fine(cr), how)
  out[n++] = feature(48, coarse(cl), mix(coarse(c), coarse(cr)))
  out[n++] = feature(49, mix(coarse(cluster(i - 2)), coarse(cl)), how)
  out[n++] = feature(50, mix(coarse(cr), coarse(cluster(i + 2))), how)

  n = describeTags(a, i, out, n, how)
  if (used) n = describeUses(a, i, out, n, how)
  if (listed) n = describeLists(a, i, out, n, how)
  if (mode === NORMAL && written > LOWER) {
    const begin = a.begins[i] as number
    const end = a.ends[i] as number
    const size = Math.min(end - begin, 6)
    const at = Math.min(i - begin, 3) * 8 + Math.min(end - 1 - i, 3)
    out[n++] = feature(70, mix(size, at), begin === 0 ? 1 : 0)
    out[n++] = feature(71, word(end - 1), at)
    out[n++] = feature(72, middle(cluster(end - 1)), at)
    out[n++] = feature(73, word(begin), at)
    out[n++] = feature(74, word(begin - 1), size)
    out[n++] = feature(75, word(end), size)
    out[n++] = feature(76, middle(cluster(begin - 1)), at)
    out[n++] = feature(77, middle(cluster(end)), at)
    const wideBegin = a.wideBegins[i] as number
    const wideEnd = a.wideEnds[i] as number
    if (wideBegin !== begin || wideEnd !== end) {
      out[n++] = feature(78, word(wideEnd - 1), wideEnd === end ? 1 : 0)
      out[n++] = feature(79, word(wideBegin), wideBegin === begin ? 1 : 0)
      out[n++] = feature(80, middle(cluster(wideBegin)), middle(cluster(end)))
      out[n++] = feature(81, word(end), middle(cluster(i)))
    }
  }
  return n
}

/** What features rest on; each hashes apart from the others. */
const [WORDS, TAGS, USES] = [1, 3, 5]

function feature(template: number, x: number, y = 0, on = WORDS): number {
  return mix(mix(template * 7919 + on, x), y)
}

function describeTags(a: Attributes, i: number, out: Int32Array, start: number, how: number): number {
  let n = start
  const t = tagAt(a, i)
  const left = tagAt(a, i - 1)
  const right = tagAt(a, i + 1)
  out[n++] = feature(90, t, how, TAGS)
  out[n++] = feature(91, left, t, TAGS)
  out[n++] = feature(92, t, right, TAGS)
  out[n++] = feature(93, mix(left, t), mix(right, how), TAGS)
  out[n++] = feature(94, left, mix(tagAt(a, i - 2), t), TAGS)
  out[n++] = feature(95, right, mix(tagAt(a, i + 2), t), TAGS)
  out[n++] = feature(96, t, middle(a.clusters[i] as number), TAGS)
  out[n++] = feature(97, t, a.word[i] as number, TAGS)
  return n
}

function tagAt(a: Attributes, i: number): number {
  return i < 0 ? 101 : i >= a.count ? 102 : (a.tag[i] as number)
}

function describeUses(a: Attributes, i: number, out: Int32Array, start: number, how: number): number {
  let n = start
  const code = a.uses[i] as number
  const own = sharesOf(code)
  if (code !== 0) {
    out[n++] = feature(110, code, how, USES)
    out[n++] = feature(111, own, how, USES)
    out[n++] = feature(112, code >> 8, own, USES)
    for (let kind = 0; kind < 4; kind++) out[n++] = feature(113 + kind, (own >> (2 * kind)) & 3, how, USES)
  }
  out[n++] = feature(117, sharesAt(a, i - 1), mix(own, how), USES)
  out[n++] = feature(118, sharesAt(a, i + 1), mix(own, how), USES)
  const begin = a.begins[i] as number
  const end = a.ends[i] as number
  if (a.mode === NORMAL && end - begin > 1) {
    const at = Math.min(i - begin, 3) * 8 + Math.min(end - 1 - i, 3)
    out[n++] = feature(119, sharesAt(a, begin), at, USES)
    out[n++] = feature(120, sharesAt(a, end - 1), at, USES)
  }
  return n
}

function sharesAt(a: Attributes, i: number): number {
  return i < 0 || i >= a.count ? 0 : sharesOf(a.uses[i] as number)
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
