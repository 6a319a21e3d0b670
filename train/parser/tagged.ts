import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { fillKnowledge } from '../../src/annotate/knowledge.ts'
import { findFeatures, type TaggerModel, taggerOf, tagSentence } from '../../src/annotate/tag.ts'
import { describe, WIDTH } from '../../src/annotate/word-features.ts'
import type { AnnotateAnswers } from '../../src/document/answers/annotate.ts'
import { UPOS } from '../../src/document/layers.ts'
import { loadModel } from '../../src/resource/model.ts'
import type { GoldSentence } from '../conllu.ts'

/** Tags and features of words as a tagger finds them. */
export function tagWords(forms: readonly string[], tagger: TaggerModel): { upos: string[]; feats: string[] } {
  const info = new Int32Array(forms.length * WIDTH)
  for (const [i, form] of forms.entries()) {
    describe(form, 0, form.length, info, i * WIDTH)
    fillKnowledge(form, info, i * WIDTH, tagger.knowledge)
  }
  const tags = new Uint8Array(forms.length)
  tagSentence(info, 0, forms.length, tagger, tags)
  const feats = forms.map((_, i) => {
    const feature = findFeatures(info, 0, forms.length, i, tags, tagger.features)
    return tagger.features.strings[tags[i]!]?.[feature] ?? '_'
  })
  return { upos: [...tags].map(tag => UPOS[tag] as string), feats }
}

/**
 * Gives every sentence the tags that a tagger finds which has not learned from it, since that is how the parser will meet words: the
 * documents of each file are dealt out to `folds`, and a tagger is trained on all others. Taggers and tags are kept in the work folder.
 */
export function tagByOthers(
  files: Readonly<Record<string, string>>,
  gold: Readonly<Record<string, readonly GoldSentence[]>>,
  answers: Pick<AnnotateAnswers, 'model'>,
  { work, lang, folds }: { work: string; lang: string; folds: number },
): GoldSentence[] {
  const documents = Object.entries(files).flatMap(([name, file]) =>
    splitDocuments(file).map((text, i) => ({ name, text, fold: i % folds })),
  )
  const taggers = Array.from({ length: folds }, (_, fold) => {
    const folder = join(work, `fold${fold}`)
    if (!existsSync(join(folder, 'tagger.card.json'))) trainTagger(folder, lang, Object.keys(files), documents, fold)
    return taggerOf(loadModel(pathToFileURL(`${folder}/`), 'tagger'), answers)
  })
  return Object.entries(gold).flatMap(([name, sentences]) => {
    const owners = documents.filter(d => d.name === name).flatMap(d => Array<number>(countSentences(d.text)).fill(d.fold))
    return sentences.map((s, i) => ({ ...s, ...tagWords(s.forms, taggers[owners[i]!]!) }))
  })
}

interface Part {
  readonly name: string
  readonly text: string
  readonly fold: number
}

/** Trains a tagger on the documents outside a fold; those inside measure it. */
function trainTagger(folder: string, lang: string, names: readonly string[], documents: readonly Part[], fold: number): void {
  const data = join(folder, 'lang', lang)
  mkdirSync(data, { recursive: true })
  for (const name of names)
    for (const part of ['train', 'dev']) {
      const text = documents.filter(d => d.name === name && (d.fold === fold) === (part === 'dev')).map(d => d.text)
      writeFileSync(join(data, `${name}-${part}.conllu.gz`), gzipSync(text.join('')))
    }
  const program = fileURLToPath(new URL('../tagger.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, [program, '--data', folder, '--lang', lang, '--out', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`the tagger of fold ${fold} could not be trained`)
}

function splitDocuments(file: string): string[] {
  return gunzipSync(readFileSync(file))
    .toString()
    .split(/^(?=# newdoc)/m)
    .filter(text => text.trim() !== '')
}

function countSentences(text: string): number {
  return (text.match(/^# text = /gm) ?? []).length
}
