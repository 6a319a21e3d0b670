import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseConllu, type TreebankSentence, type TreebankWord } from '../src/annotate/conllu.ts'

/** A word of a treebank with its place in the text of its document. */
export interface GoldWord extends TreebankWord {
  readonly start: number
  readonly end: number
}

export interface GoldSentence {
  readonly words: readonly GoldWord[]
}

/** A document of a treebank as running text: sentences a space apart, paragraphs a blank line apart. */
export interface GoldDocument {
  readonly text: string
  readonly sentences: readonly GoldSentence[]
}

/** Reads a gzipped CoNLL-U file. */
export function loadTreebank(file: string): GoldDocument[] {
  const documents: GoldDocument[] = []
  let sentences: TreebankSentence[] = []
  for (const sentence of parseConllu(gunzipSync(readFileSync(file)).toString())) {
    if (sentence.newDocument && sentences.length) {
      documents.push(toDocument(sentences))
      sentences = []
    }
    sentences.push(sentence)
  }
  if (sentences.length) documents.push(toDocument(sentences))
  return documents
}

function toDocument(sentences: readonly TreebankSentence[]): GoldDocument {
  let text = ''
  const out: GoldSentence[] = []
  for (const sentence of sentences) {
    if (text) text += sentence.newParagraph ? '\n\n' : ' '
    let at = text.length
    text += sentence.text
    const words = sentence.words.map((word, i): GoldWord => {
      if (word.token !== null && word.token !== i && !text.startsWith(word.form, at)) {
        // A multiword token whose parts cannot be cut ("du"): all share its span, which the first part set.
        return { ...word, start: at, end: at }
      }
      while (/\s/.test(text[at] ?? '')) at++
      const start = at
      for (const char of word.form) {
        while (/\s/.test(text[at] ?? '') && text[at] !== char) at++
        at += char.length
      }
      return { ...word, start, end: at }
    })
    out.push({ words })
  }
  return { text, sentences: out }
}
