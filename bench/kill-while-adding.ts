// Kills `griot add` again and again at random moments, lets it go on each time, and looks whether every report is there, once:
//   node bench/kill-while-adding.ts [--kills 30] [--reports 2000]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkLibrary } from '../src/library/care/check.ts'
import { openLibrary } from '../src/library/open.ts'

/** What came of it; `opened` counts the kills after which the library opened and was whole. */
export interface KillResult {
  readonly kills: number
  readonly opened: number
  readonly lost: number
  readonly doubled: number
}

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

/** Adds `reports` reports, killing the run `kills` times on the way, at moments that are chosen by chance within `longest` milliseconds. */
export async function killWhileAdding(kills: number, reports: number, longest: number, jobs = 2): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'griot-kill-'))
  const [input, library] = [join(folder, 'reports.jsonl'), join(folder, 'l.griot')]
  const ids = Array.from({ length: reports }, (_, i) => `k${i}`)
  writeFileSync(input, ids.map((id, i) => `${JSON.stringify({ id, text: textOf(i), published: '2024-03-05' })}\n`).join(''))
  const add = () => {
    const args = [main, 'add', input, '--library', library, '--jobs', String(jobs)]
    return spawn(process.execPath, args, { stdio: 'ignore' })
  }
  let opened = 0
  let killed = 0
  try {
    while (killed < kills) {
      const child = add()
      const ended = once(child, 'exit')
      await Promise.race([ended, setTimeout(Math.random() * longest)])
      if (child.exitCode === null) child.kill('SIGKILL')
      await ended
      killed++
      if (isWhole(library)) opened++
    }
    const [code] = await once(add(), 'exit')
    if (code !== 0) throw new Error(`griot add ended with ${code}`)
    const after = openLibrary(library, { for: 'read' })
    const found = [...after.reports()].map(({ report }) => report.sourceId)
    after.close()
    return { kills, opened, lost: reports - new Set(found).size, doubled: found.length - new Set(found).size }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A run that was killed before it made the library leaves none, and that is no harm. */
function isWhole(path: string): boolean {
  try {
    const library = openLibrary(path, { for: 'create' })
    const { problems } = checkLibrary(library)
    library.close()
    return problems.length === 0
  } catch {
    return false
  }
}

function textOf(i: number): string {
  return `Gunmen killed ${(i % 40) + 2} people in Djibo, Burkina Faso, on Monday, report ${i} says. The governor said 300 families had fled to Dori.`
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '30' }, reports: { type: 'string', default: '2000' } } })
  console.log(JSON.stringify(await killWhileAdding(Number(values.kills), Number(values.reports), 8000)))
}
