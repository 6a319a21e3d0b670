import type { Mention, Word } from '../../document/layers.ts'
import type { MentionIndex } from '../../document/mentions.ts'

/**
 * The mention right in front of a verb, auxiliaries and adverbs aside, or in front of what two commas or dashes set off between them:
 * "the governor, Ann Lee, said", "Lee, who left in May, said".
 */
export function beforeVerb(words: readonly Word[], word: Word, index: MentionIndex): Mention | null {
  for (let end = word.index; end > word.index - 4 && end > 0; end--) {
    const found = endingAt(words, end, index)
    if (found?.rule === 'mentions/relative') return null
    if (found) return found
    const last = words[end - 1] as Word
    if (isAsideMark(last)) return beforeAside(words, last, index)
    if (last.upos !== 'ADV' && last.upos !== 'AUX') return null
  }
  return null
}

/** The mention that ends in front of a word, a bracket behind it aside. */
function endingAt(words: readonly Word[], end: number, index: MentionIndex): Mention | null {
  return index.endingAt(words[end - 1]?.form === ')' ? openingBracket(words, end - 1) : end)
}

function isAsideMark(word: Word): boolean {
  return word.form === ',' || /^[-–—―]+$/.test(word.form)
}

/** How many words may stand between a speaker and the verb, set off by marks. */
const ASIDE = 40

/** The mention in front of an aside that ends with a mark: an apposition, a relative or participle clause, an age. */
function beforeAside(words: readonly Word[], close: Word, index: MentionIndex): Mention | null {
  const whole = endingAt(words, close.index, index)
  if (whole && words.slice(whole.first, whole.end).some(w => w.form === close.form)) return whole
  let verbs = 0
  for (let i = close.index - 1; i > close.index - ASIDE && words[i]?.sentence === close.sentence; i--) {
    const at = words[i] as Word
    if (/^[;:"“”?!]$/.test(at.form)) return null
    if (at.feats.includes('VerbForm=Fin')) verbs++
    if (at.form !== close.form) continue
    const opens = opensClause(words, i + 1)
    if (verbs && !opens) return null
    const found = endingAt(words, i, index)
    if (found && found.rule !== 'mentions/relative' && (opens || i === close.index - 2)) return found
    if (opens) return null
  }
  return null
}

/** Does a relative or participle clause open here: "who left", "of whom", "speaking in Oslo", "named in May"? */
function opensClause(words: readonly Word[], at: number): boolean {
  const first = words[at]
  const relative = (w: Word | undefined) => w?.feats.includes('PronType=Rel') === true
  if (!first) return false
  return (
    relative(first) ||
    (first.upos === 'ADP' && relative(words[at + 1])) ||
    // Right behind the comma no verb has a subject: "Lee, |asked| about it in Oslo, said" is a participle, whatever the tagger reads.
    first.upos === 'VERB'
  )
}

/** The mention right behind a verb, its article aside. */
export function behindVerb(words: readonly Word[], word: Word, index: MentionIndex) {
  return index.startingAt(afterArticle(words, word.index + 1))
}

/** The word itself, or the one behind it where it is an article or a possessive, which are no part of a description. */
export function afterArticle(words: readonly Word[], first: number): number {
  return isArticle(words[first]) ? first + 1 : first
}

/** The word in front of a phrase, its article left out. */
export function frontOf(words: readonly Word[], first: number): number {
  return isArticle(words[first - 1]) ? first - 2 : first - 1
}

function isArticle(word: Word | undefined): boolean {
  return word?.upos === 'DET' || (word?.deprel === 'nmod:poss' && word.upos === 'PRON')
}

/** The bracket that a closing one belongs to, at most eight words before it; the closing one itself where there is none. */
function openingBracket(words: readonly Word[], close: number): number {
  for (let i = close; i > close - 8 && i >= 0; i--) if (words[i]?.form === '(') return i
  return close
}

/** Is the verb finite by its form or its auxiliary, or a past form with a subject of its own, which taggers take for a participle? */
export function isMarkedFinite(words: readonly Word[], word: Word): boolean {
  if (word.feats.includes('VerbForm=Fin')) return true
  let subject = false
  for (const c of word.children) {
    const child = words[c] as Word
    if (child.upos === 'AUX') return child.feats.includes('VerbForm=Fin')
    if (child.deprel === 'mark') return false
    if (child.deprel === 'nsubj' && c < word.index) subject = true
  }
  return subject && word.feats.includes('VerbForm=Part')
}

/** Is the verb finite, by itself or by its auxiliary? A bare form with neither auxiliary nor marker is read as one too: "residents |say|". */
export function isFiniteVerb(words: readonly Word[], word: Word): boolean {
  if (isMarkedFinite(words, word)) return true
  const before = words[word.index - 1]
  let bare = word.feats.includes('VerbForm=Inf') && before?.upos !== 'PART' && before?.upos !== 'AUX'
  for (const c of word.children) {
    if (words[c]?.upos === 'AUX' || words[c]?.upos === 'PART') bare = false
  }
  return bare
}
