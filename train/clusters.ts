/**
 * Makes word clusters from raw text: skip-gram vectors, then spherical k-means into 64, 256 and 1,024 clusters.
 *   node train/clusters.ts --out data/en --work FOLDER [--epochs 5] TEXT.txt.gz…
 * A text is gzipped UTF-8, one paragraph a line. After every epoch the state is kept in the work folder; the same command
 * begun again goes on from there. The same texts give the same bytes.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { normalHash } from '../src/annotate/normalise.ts'
import { formatModel, parseModel, writeModel } from '../src/resource/model.ts'
import { clusterRows, scaleRows } from './clusters/k-means.ts'
import { createSkipGram, DIMENSIONS, type SkipGram, trainEpoch } from './clusters/skip-gram.ts'
import { type NumberedText, readText } from './clusters/text.ts'

const SEED = 20240305
const MINIMUM = 10
const ROUNDS = 12

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, work: { type: 'string' }, epochs: { type: 'string', default: '5' } },
})
if (!values.out || !values.work || files.length === 0)
  throw new Error('usage: clusters.ts --out FOLDER --work FOLDER [--epochs N] TEXT.txt.gz…')
const epochs = Number(values.epochs)
mkdirSync(values.work, { recursive: true })

const text = readText(files, MINIMUM)
say(`${text.words.length} words in ${text.tokens.length} tokens`)
const saved = join(values.work, 'clusters.state')
const model = resume(saved, text)
while (model.epoch < epochs) {
  trainEpoch(model, text, share => say(`epoch ${model.epoch + 1} of ${epochs}, ${Math.round(100 * share)} %`))
  keep(saved, model)
}
writeClusters(text, model)

/** Identifies a training, so that a state of other texts or settings is not taken up. */
function fingerprint({ words, tokens }: NumberedText): string {
  return createHash('sha256')
    .update(`${epochs} ${DIMENSIONS} ${SEED} ${words.join('\n')}`)
    .update(new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength))
    .digest('hex')
}

function resume(file: string, numbered: NumberedText): SkipGram {
  const fresh = createSkipGram(numbered, epochs, SEED)
  if (!existsSync(file)) return fresh
  const state = parseModel(readFileSync(file), file)
  if (state.head.of !== fingerprint(numbered)) return fresh
  fresh.inner.set(state.numbers('inner', 'f32'))
  fresh.outer.set(state.numbers('outer', 'f32'))
  fresh.epoch = Number(state.head.epoch)
  say(`going on after epoch ${fresh.epoch}`)
  return fresh
}

function keep(file: string, { epoch, inner, outer }: SkipGram): void {
  writeFileSync(`${file}.part`, formatModel({ of: fingerprint(text), epoch }, { inner, outer }))
  renameSync(`${file}.part`, file)
}

function writeClusters({ words, counts, casing, tokens }: NumberedText, { inner }: SkipGram): void {
  scaleRows(inner, DIMENSIONS)
  const numbers = [64, 256, 1024].map((k, i) => {
    say(`clustering into ${k}`)
    return clusterRows(inner, DIMENSIONS, k, ROUNDS, SEED + i)
  })
  const order = words.map((word, id) => ({ id, hash: normalHash(word) })).sort((a, b) => a.hash - b.hash)
  const sorted = (of: Uint16Array): Uint16Array<ArrayBuffer> => Uint16Array.from(order, ({ id }) => (of[id] as number) + 1)
  writeModel(
    new URL(`${pathToFileURL(resolve(values.out as string)).href}/`),
    { words: words.length },
    {
      hash: Uint32Array.from(order, o => o.hash),
      coarse: Uint8Array.from(sorted(numbers[0] as Uint16Array)),
      middle: sorted(numbers[1] as Uint16Array),
      fine: sorted(numbers[2] as Uint16Array),
      casing: Uint8Array.from(order, ({ id }) => casing[id] as number),
    },
    {
      name: 'clusters',
      what: 'Three cluster numbers (of 64, 256 and 1,024) for each of the commonest words, from skip-gram vectors of raw text, and how it is written inside a sentence.',
      sources: files.map(file => basename(file)),
      licence:
        'wikipedia-*: CC BY-SA 4.0, credit Wikipedia contributors; un-general-debate: CC0; cia-world-factbook, us-office-of-the-historian: public domain; travel-advisories: US public domain, Australia and Ireland CC BY 4.0, UK OGL 3.0; european-parliament-*: reuse with the source named. No text can be had back from the numbers; should they count as an adaptation of the Wikipedia texts all the same, this file is under CC BY-SA 4.0, apart from the code.',
      command: `node train/clusters.ts --out data/en --work FOLDER --epochs ${epochs} ${files.map(file => basename(file)).join(' ')}`,
      scores: {
        words: words.length,
        tokens: tokens.length,
        'tokens of words with ten occurrences': counts.reduce((a, b) => a + b, 0),
      },
    },
  )
  writeFileSync(join(values.work as string, 'vectors.tsv'), nearest(words, inner))
}

/** Words with their vectors, commonest first, for people who want to look at them. */
function nearest(words: readonly string[], inner: Float32Array): string {
  return words
    .map((word, id) => `${word}\t${[...inner.subarray(id * DIMENSIONS, (id + 1) * DIMENSIONS)].map(x => x.toFixed(3)).join(' ')}`)
    .join('\n')
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
