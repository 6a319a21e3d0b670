import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** What a run of the command line took. */
export interface Watched {
  readonly seconds: number
  /** Seconds of all processors together, until shortly before its end; null where the system does not tell. Others on the machine do not lengthen it. */
  readonly processor: number | null
  /** The most memory that the process had, in MB; null where the system does not tell. */
  readonly peak: number | null
  /** The memory of the last tenth of the time beside that of the third tenth, medians; null where the system does not tell. */
  readonly growth: number | null
}

/** Seconds between two lines about a long run. */
const SAID_EVERY = 30

/** Runs `./griot` as a user does, its launcher with it, and watches its memory. */
export async function watchGriot(args: readonly string[]): Promise<Watched> {
  const start = performance.now()
  const passed = () => (performance.now() - start) / 1000
  const child = spawn(fileURLToPath(new URL('../griot', import.meta.url)), args, { stdio: ['ignore', 'ignore', 'ignore'] })
  const done = new Promise<number | null>(resolve => child.on('close', resolve))
  let status: number | null | undefined
  done.then(code => {
    status = code
  })
  let [peak, processor]: [number | null, number | null] = [null, null]
  const held: number[] = []
  for (let said = SAID_EVERY; status === undefined; ) {
    // The launcher becomes Griot: one process, one number.
    peak = memoryOf(child.pid, 'VmHWM') ?? peak
    processor = processorOf(child.pid) ?? processor
    const now = memoryOf(child.pid, 'VmRSS')
    if (now !== null) held.push(now)
    if (passed() > said) {
      console.log(`${Math.round(passed())} s, ${now} MB`)
      said += SAID_EVERY
    }
    await Promise.race([done, sleep(200)])
  }
  if (status !== 0) throw new Error(`griot ${args.slice(0, 2).join(' ')} … ended with status ${status}`)
  return { seconds: passed(), processor, peak, growth: growthOf(held) }
}

function growthOf(held: readonly number[]): number | null {
  const tenth = (n: number) => held.slice((held.length * n) / 10, (held.length * (n + 1)) / 10).sort((a, b) => a - b)
  const median = (list: readonly number[]) => list[list.length >> 1]
  const [early, late] = [median(tenth(2)), median(tenth(9))]
  return early && late ? Math.round((100 * late) / early) / 100 : null
}

/** Ticks of the clock a second in /proc, on every Linux that Node runs on. */
const TICKS = 100

/** What all threads of a process took, in its own code and in the system's (proc(5), fields 14 and 15). */
function processorOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return null
  }
}

function memoryOf(pid: number | undefined, what: 'VmHWM' | 'VmRSS'): number | null {
  try {
    const kilobytes = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
  } catch {
    return null
  }
}
