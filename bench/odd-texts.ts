import { readBytes } from '../src/formats/index.ts'
import { loadReader, type Reader } from '../src/read/index.ts'
import { FAMILIES, type Family } from './families.ts'

/** Time for n characters and for ten times as many, in seconds of user CPU. */
export interface Growth {
  readonly family: string
  readonly seconds: readonly [number, number]
  readonly ratio: number
}

/** The longer text has this many characters, as many as are read at all. */
const LONG = 1_000_000
/** Times are compared above this; below it what the text needs of memory, and not what is done with it, decides. */
const LEAST = 0.01

/** Reads every family (or those whose name holds `only`) at both lengths; tells each as it is measured. */
export async function measureGrowth(only: string, tell: (growth: Growth) => void): Promise<Growth[]> {
  const reader = await loadReader({ languages: ['en'] })
  await readOnce(
    reader,
    { name: '', format: 'text', make: () => 'Twelve people were killed in Gao on Monday, the army said. '.repeat(500) },
    1,
  )
  const out: Growth[] = []
  for (const family of FAMILIES.filter(f => `${f.format} ${f.name}`.includes(only))) {
    const short = await readOften(reader, family, LONG / 10)
    const long = await readOften(reader, family, LONG)
    const growth = { family: `${family.format}: ${family.name}`, seconds: [short, long] as const, ratio: long / Math.max(short, LEAST) }
    tell(growth)
    out.push(growth)
  }
  return out
}

/** Seconds that are spent on a text, and how often it is read at most: what takes milliseconds is soon doubled by a sweep of the memory. */
const ENOUGH = 0.2
const MOST = 12

/** The least that reading the text took, of several times where that is little. */
async function readOften(reader: Reader, family: Family, length: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let times = 0, spent = 0; times < 2 || (spent < ENOUGH && times < MOST); times++) {
    const seconds = await readOnce(reader, family, length)
    least = Math.min(least, seconds)
    spent += seconds
    if (seconds > 1) break
  }
  return least
}

async function readOnce(reader: Reader, family: Family, length: number): Promise<number> {
  const bytes = Buffer.from(family.make(length))
  const start = process.cpuUsage()
  const { report } = await readBytes(bytes, family.name, family.format)
  await reader.readPrepared(reader.prepare(report, { language: 'en', published: '2024-03-05' }))
  return process.cpuUsage(start).user / 1e6
}
