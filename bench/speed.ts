import { loadReader } from '../src/read/index.ts'
import { round } from './accuracy.ts'
import { countWords, loadCorpus } from './corpus.ts'
import { loadPeers } from './peers.ts'
import type { Row } from './results.ts'

/** Reports that one tool reads before the next takes its turn. */
const TURN = 8

/**
 * Words a second of user CPU of the whole process, one thread each, over the same texts: the tools take turns every few reports, so
 * that what else the machine does falls on all alike. A first pass, unmeasured, warms all up.
 */
export async function measureSpeed(data: string, date: string | null, passes = 2): Promise<Row[]> {
  const reader = await loadReader({ languages: ['en'] })
  const tools = [{ name: 'griot', read: (text: string): unknown => reader.read({ text }) }, ...(await loadPeers())]
  const texts = loadCorpus(data).map(report => report.text)
  const seconds = tools.map(() => 0)
  for (let pass = 0; pass <= passes; pass++) {
    for (let from = 0; from < texts.length; from += TURN) {
      for (const [tool, { read }] of tools.entries()) {
        const start = process.cpuUsage()
        for (const text of texts.slice(from, from + TURN)) await read(text)
        if (pass > 0) seconds[tool] = (seconds[tool] as number) + process.cpuUsage(start).user / 1e6
      }
    }
  }
  const words = passes * texts.reduce((sum, text) => sum + countWords(text), 0)
  const speeds = seconds.map(s => words / s)
  const row = (metric: string, value: number): Row => ({
    set: 'speed',
    metric,
    value: round(value),
    command: 'npm run bench -- --data FOLDER --speed',
    data: `${texts.length} English reports of the corpus, user CPU, one thread each, taking turns`,
    date,
  })
  return [
    ...tools.map(({ name }, i) => row(`words a second, ${name}`, Math.round(speeds[i] as number))),
    ...tools.slice(1).map(({ name }, i) => row(`words a second beside ${name}`, (speeds[0] as number) / (speeds[i + 1] as number))),
  ]
}
