import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** What reading many reports took. */
export interface ManyReports {
  readonly reports: number
  readonly perSecond: number
  /** The most memory that the process had, in MB; null where the system does not tell. */
  readonly peak: number | null
}

/** Reads so many reports, made of the paragraphs of our examples, with the command line on all cores. */
export async function measureMany(reports: number): Promise<ManyReports> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const input = join(folder, 'input.jsonl')
  await writeReports(input, reports)
  const griot = fileURLToPath(new URL('../griot', import.meta.url))
  const start = performance.now()
  const child = spawn(griot, ['read', input, '--json', '--out', join(folder, 'readings.jsonl')], { stdio: ['ignore', 'ignore', 'inherit'] })
  const done = new Promise<number | null>(resolve => child.on('close', resolve))
  let status: number | null | undefined
  done.then(code => {
    status = code
  })
  let peak: number | null = null
  while (status === undefined) {
    peak = peakOf(child.pid) ?? peak
    await Promise.race([done, sleep(200)])
  }
  const seconds = (performance.now() - start) / 1000
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(`griot read ended with status ${status}`)
  return { reports, perSecond: Math.round((10 * reports) / seconds) / 10, peak }
}

/** Three paragraphs a report, of different examples, so that no two reports are alike for long. */
async function writeReports(file: string, count: number): Promise<void> {
  const paragraphs = globSync('examples/*/report.txt', { cwd: new URL('..', import.meta.url) })
    .sort()
    .flatMap(path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').split(/\n\s*\n/))
    .filter(paragraph => paragraph.length > 80)
  const out = createWriteStream(file)
  for (let i = 0; i < count; i++) {
    const text = [i, i * 7 + 1, i * 31 + Math.floor(i / paragraphs.length)].map(k => paragraphs[k % paragraphs.length]).join('\n\n')
    if (!out.write(`${JSON.stringify({ id: `r${i}`, text, published: '2024-03-05' })}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
  } catch {
    return null
  }
}
