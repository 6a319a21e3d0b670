// Reads the corpus of the folder given ten times, one report at a time, and prints the memory of this process: { peak, after: [MB behind each pass] }
import { loadReader } from '../src/read/index.ts'
import { loadCorpus } from './corpus.ts'

const reports = loadCorpus(process.argv[2] as string)
const reader = await loadReader({ languages: ['en'] })
const after: number[] = []
for (let pass = 0; pass < 10; pass++) {
  for (const report of reports) JSON.stringify(await reader.read(report))
  after.push(process.memoryUsage.rss() / 2 ** 20)
}
console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS / 1024, after }))
