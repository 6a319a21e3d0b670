import { loadTable } from '../resource/table.ts'

/** What the words of a text say about its language. */
export interface DetectedLanguage {
  /** ISO 639-1 (639-2 where there is none); "und" where it cannot be told. */
  readonly code: string
  /** In English: "French"; null with "und". */
  readonly name: string | null
}

/** Words looked at: enough to tell any language, and no more with a long text. */
const WORDS = 3000
/** Share of English function words below which a text of `ENOUGH` words is not taken for English on the mere absence of others. */
const FEW = 0.1
const ENOUGH = 30

/**
 * Tells the language of a text by its script and its function words (Grefenstette 1995). A short text in plain letters is English unless
 * another language's words or letters speak against it.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const counts = countWords(text)
  const script = findScript(counts)
  if (script) return script
  if (counts.latin === 0) return ENGLISH
  const { best, share, second } = scoreLatin(counts.words)
  const english = share.get('en') ?? 0
  const enough = counts.latin >= ENOUGH
  if (best && best.code !== 'en' && best.share > english * 1.1 && (enough || isSupported(best.code, counts)))
    return { code: best.code, name: best.name }
  if (best && english > 0 && (english >= FEW || !enough) && english >= second * 0.8) return ENGLISH
  if (!enough && counts.foreign * 4 <= counts.latin) return ENGLISH
  return { code: 'und', name: null }
}

/** Does a short text hold two words of the language that English has not (initials such as "A." are none), or one and letters that English has not? */
function isSupported(code: string, { words, foreign }: Counts): boolean {
  let found = 0
  for (const word of words.keys()) {
    const owners = OWNERS.get(word)
    if (/..|[^a-z]/.test(word) && owners?.includes(code) && !owners.includes('en')) found++
  }
  return found >= 2 || (found === 1 && foreign > 0)
}

const ENGLISH: DetectedLanguage = { code: 'en', name: 'English' }

interface Counts {
  /** Words in Latin letters: lower case → how often. */
  readonly words: Map<string, number>
  latin: number
  /** Words in small letters with a letter that English has not. */
  foreign: number
  /** Words by other script, and the letters met in them. */
  readonly scripts: Map<string, { count: number; letters: Set<string> }>
}

function countWords(text: string): Counts {
  const counts: Counts = { words: new Map(), latin: 0, foreign: 0, scripts: new Map() }
  let seen = 0
  for (const stretch of samples(text))
    for (let at = 0; at < stretch.length; ) {
      const end = wordEnd(stretch, at)
      if (end > at) {
        if (++seen > WORDS) return counts
        const word = stretch.slice(at, end)
        if (/^[a-z]/i.test(word) || /\p{Script=Latin}/u.test(word)) countLatin(counts, word)
        else countOther(counts, word)
        at = end
      } else at += (stretch.codePointAt(at) as number) > 0xffff ? 2 : 1
    }
  return counts
}

/** Letters, with an apostrophe behind them; a longer run is cut. */
const LONGEST = 40
const WORD = new RegExp(`[\\p{L}\\p{M}]{1,${LONGEST}}['’]?`, 'uy')

/** Where the word that begins at a place ends; the place itself where none begins. Plain letters are looked at without the expression. */
function wordEnd(text: string, at: number): number {
  let end = at
  while (end < at + LONGEST && isPlainLetter(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  if (next === 0x27) return end > at ? end + 1 : at
  if (!(next >= 0x80)) return end
  WORD.lastIndex = at
  return WORD.test(text) ? WORD.lastIndex : at
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

/** The beginning and, of a long text, a stretch from its middle: a head in another language does not decide. */
function samples(text: string): string[] {
  const size = 12_000
  if (text.length <= 2 * size) return [text]
  const middle = text.length >> 1
  return [text.slice(0, size), text.slice(middle, middle + size)]
}

function countLatin(counts: Counts, word: string): void {
  const small = word.toLowerCase()
  counts.latin++
  const plain = /^[a-z']*$/.test(small)
  const lower = plain ? small : small.replace('’', "'").normalize('NFC')
  if (!plain && /[^a-z']/.test(lower) && word.slice(0, -1) === lower.slice(0, -1)) counts.foreign++
  counts.words.set(lower, (counts.words.get(lower) ?? 0) + 1)
}

function countOther(counts: Counts, word: string): void {
  const script = SCRIPTS.find(s => s.pattern.test(word))?.script
  if (!script) return
  const known = counts.scripts.get(script) ?? { count: 0, letters: new Set<string>() }
  // A script without spaces makes one "word" of many: count its letters as words of two.
  known.count += Math.ceil(word.length / 4)
  for (const letter of word.toLowerCase()) known.letters.add(letter)
  counts.scripts.set(script, known)
}

/** The language of a script other than Latin that most of the words are in, or null. */
function findScript({ scripts, latin }: Counts): DetectedLanguage | null {
  let top: string | null = null
  let count = 0
  for (const [script, found] of scripts)
    if (found.count > count) {
      top = script
      count = found.count
    }
  if (!top || count <= latin) return null
  // Japanese is written with Han letters too.
  if (top === 'Han' && (scripts.has('Hiragana') || scripts.has('Katakana'))) top = 'Hiragana'
  const letters = scripts.get(top)?.letters ?? new Set()
  const row = WRITING.find(r => r.script === top && (r.letters === '' || [...r.letters].some(letter => letters.has(letter))))
  return row ? { code: row.code, name: row.name } : null
}

/** The share of words that each language knows; a word that several know counts a part for each. */
function scoreLatin(words: Map<string, number>) {
  const share = new Map<string, number>()
  let total = 0
  for (const [word, count] of words) {
    total += count
    const owners = OWNERS.get(word) ?? (word.endsWith("'") ? OWNERS.get(word.slice(0, -1)) : undefined)
    if (owners) for (const code of owners) share.set(code, (share.get(code) ?? 0) + count / Math.sqrt(owners.length))
  }
  let best: { code: string; name: string; share: number } | null = null
  let second = 0
  for (const { code, name } of LATIN) {
    const value = (share.get(code) ?? 0) / total
    share.set(code, value)
    if (value > (best?.share ?? 0)) {
      if (best) second = Math.max(second, best.share)
      best = { code, name, share: value }
    } else second = Math.max(second, value)
  }
  return { best, share, second: best?.code === 'en' ? second : (best?.share ?? 0) }
}

const LATIN = loadTable(new URL('./function-words.tsv', import.meta.url), ['code', 'name', 'words'])
const WRITING = loadTable(new URL('./writing-systems.tsv', import.meta.url), ['script', 'letters', 'code', 'name'])
const SCRIPTS = [...new Set(WRITING.map(row => row.script))].map(script => ({
  script,
  pattern: new RegExp(`\\p{Script=${script}}`, 'u'),
}))
const OWNERS = new Map<string, string[]>()
for (const { code, words } of LATIN)
  for (const word of new Set(words.split(' '))) {
    const owners = OWNERS.get(word)
    if (owners) owners.push(code)
    else OWNERS.set(word, [code])
  }

/** "French" for "fr"; the code itself where Griot knows no name. */
export function languageName(code: string): string {
  return LATIN.find(row => row.code === code)?.name ?? WRITING.find(row => row.code === code)?.name ?? code
}
