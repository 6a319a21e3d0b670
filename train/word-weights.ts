// Learns how much a word tells about which happening a text is of: the rarer in pieces of text of a report's length, the more.
//   node train/word-weights.ts --data FOLDER --lang en --out data/en
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { writeModel } from '../src/resource/model.ts'
import { STEPS } from '../src/resource/word-weights.ts'
import { splitWords } from '../src/util/split-words.ts'
import { readArguments } from './arguments.ts'

/** Words read of each file, so that one kind of text does not outweigh the others. */
const MOST = 2_500_000
/** Words of a piece: about a report. */
const PIECE = 300
/** Words that stand in fewer pieces are left out: they weigh as much as a word never seen. */
const LEAST = 4

const { data, lang, out } = await readArguments()
const folder = join(data, 'text', lang)
const files = readdirSync(folder)
  .filter(file => file.endsWith('.txt.gz'))
  .sort()
const pieces = new Map<number, number>()
let total = 0
for (const file of files) countFile(gunzipSync(readFileSync(join(folder, file))).toString())

const known = [...pieces].filter(([, count]) => count >= LEAST).sort(([a], [b]) => a - b)
writeModel(
  out,
  { most: Math.round(STEPS * Math.log(total / (LEAST - 1))) },
  {
    hashes: Uint32Array.from(known, ([hash]) => hash),
    weights: Uint8Array.from(known, ([, count]) => Math.min(255, Math.round(STEPS * Math.log(total / count)))),
  },
  {
    name: 'word-weights',
    what: 'For each common word the logarithm of how rare it is: in how many pieces of text of 300 words it stands',
    sources: files,
    licence: 'Parts of the text are from Wikipedia (CC BY-SA 4.0, credit: Wikipedia contributors); only counts are kept',
    command: `node train/word-weights.ts --data FOLDER --lang ${lang} --out data/${lang}`,
    scores: { pieces: total, words: known.length },
  },
)

function countFile(text: string): void {
  let read = 0
  let piece = new Set<number>()
  let length = 0
  for (const line of text.split('\n')) {
    if (read > MOST) return
    for (const { hash } of splitWords(line)) {
      piece.add(hash)
      length++
      read++
    }
    if (length < PIECE && (line !== '' || length < PIECE / 3)) continue
    total++
    for (const hash of piece) pieces.set(hash, (pieces.get(hash) ?? 0) + 1)
    piece = new Set()
    length = 0
  }
}
