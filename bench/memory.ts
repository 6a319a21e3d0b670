import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from './results.ts'
import { watchGriot } from './watch-griot.ts'

/** Memory of the command line that reads the corpus ten times over, with one job and with one a core: the peak, and whether it grows. */
export async function measureMemory(data: string, date: string | null): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const rows: Row[] = []
  for (const [jobs, says] of [
    [['--jobs', '1'], ''],
    [[], ', all cores'],
  ] as const) {
    const { peak, growth } = await watchGriot([
      'read',
      ...Array(10).fill(join(data, 'corpus')),
      '--json',
      '--out',
      join(folder, 'out'),
      ...jobs,
    ])
    const row = (metric: string, value: number | null): Row[] =>
      value === null
        ? []
        : [
            {
              set: 'memory',
              metric: metric + says,
              value,
              command: 'npm run bench -- --data FOLDER --speed',
              data: 'the corpus, ten passes',
              date,
            },
          ]
    rows.push(...row('peak MB over the corpus', peak), ...row('last of ten passes beside the third', growth))
  }
  rmSync(folder, { recursive: true })
  return rows
}
