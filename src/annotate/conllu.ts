import type { Sentence, Word } from '../document/layers.ts'

/** A word as a treebank gives it. `head` is the index in its sentence, -1 for the root; `token` as in {@link Word}, within the sentence. */
export interface TreebankWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly head: number
  readonly deprel: string
  readonly misc: string
  /** Index in the sentence of the first word of its multiword token, or null. */
  readonly token: number | null
}

/** A sentence of a treebank, with the form of its multiword tokens by the index of their first word. */
export interface TreebankSentence {
  readonly comments: readonly string[]
  readonly text: string
  readonly newParagraph: boolean
  readonly newDocument: boolean
  readonly words: readonly TreebankWord[]
  readonly tokens: ReadonlyMap<number, string>
}

/** Reads CoNLL-U (universaldependencies.org/format.html); empty nodes are left out. */
export function parseConllu(conllu: string): TreebankSentence[] {
  const out: TreebankSentence[] = []
  let lines: string[] = []
  for (const line of conllu.split('\n')) {
    if (line.trim() !== '') lines.push(line.replace(/\r$/, ''))
    else if (lines.length) {
      out.push(parseSentence(lines))
      lines = []
    }
  }
  if (lines.length) out.push(parseSentence(lines))
  return out
}

function parseSentence(lines: readonly string[]): TreebankSentence {
  const comments = lines.filter(line => line.startsWith('#'))
  const words: TreebankWord[] = []
  const tokens = new Map<number, string>()
  let first = 0
  let last = -1
  for (const line of lines) {
    if (line.startsWith('#')) continue
    const [id = '', form = '', lemma = '', upos = '', xpos = '', feats = '', head = '', deprel = '', , misc = ''] = line.split('\t')
    if (id.includes('.')) continue
    if (id.includes('-')) {
      const [from = 0, to = 0] = id.split('-').map(Number)
      first = from - 1
      last = to - 1
      tokens.set(first, form)
      continue
    }
    const token = words.length <= last ? first : null
    words.push({ form, lemma, upos, xpos, feats, head: Number(head) - 1, deprel, misc, token })
  }
  return {
    comments,
    text: comments.find(c => c.startsWith('# text = '))?.slice(9) ?? '',
    newParagraph: comments.some(c => /^# new(?:par|doc)\b/.test(c)),
    newDocument: comments.some(c => /^# newdoc\b/.test(c)),
    words,
    tokens,
  }
}

/** Words and sentences of a text as CoNLL-U. */
export function formatConllu(text: string, sentences: readonly Sentence[], words: readonly Word[]): string {
  let out = ''
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) out += '# newpar\n'
    paragraph = sentence.paragraph
    out += `# sent_id = ${sentence.index + 1}\n# text = ${text.slice(...sentence.span).replace(/\s+/g, ' ')}\n`
    for (let i = sentence.first; i < sentence.end; i++) out += formatWord(text, words, i, sentence)
    out += '\n'
  }
  return out
}

function formatWord(text: string, words: readonly Word[], index: number, sentence: Sentence): string {
  const word = words[index] as Word
  const id = (i: number) => i - sentence.first + 1
  let out = ''
  let last = index
  if (word.token === index) {
    while (words[last + 1]?.token === index) last++
    const end = (words[last] as Word).end
    out += `${id(index)}-${id(last)}\t${text.slice(word.start, end)}${'\t_'.repeat(7)}\t${spaceAfter(text, end, words[last + 1])}\n`
  }
  const head = word.head < 0 ? 0 : id(word.head)
  const misc = word.token === null ? spaceAfter(text, word.end, words[index + 1]) : '_'
  return `${out}${id(index)}\t${word.form}\t${word.lemma}\t${word.upos}\t_\t${word.feats}\t${head}\t${word.deprel}\t_\t${misc}\n`
}

function spaceAfter(_text: string, end: number, next: Word | undefined): string {
  return next && next.start === end ? 'SpaceAfter=No' : '_'
}
