import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBrief } from '../src/answers/brief/brief.ts'
import { briefToPaper } from '../src/answers/brief/paper.ts'
import { diffLibrary } from '../src/answers/diff/diff.ts'
import { answerPositions } from '../src/answers/positions/positions.ts'
import { answerRelations } from '../src/answers/relations/relations.ts'
import { paperToDocx } from '../src/formats/paper/to-docx.ts'
import { paperToHtml } from '../src/formats/paper/to-html.ts'
import { type Library, openLibrary } from '../src/library/open.ts'
import { generate } from './generate.ts'
import type { Row } from './results.ts'
import { watchGriot } from './watch-griot.ts'

const COUNTRY = { name: 'Nigeria', code: 'NGA' }
/** Times that each question is asked; the slowest counts, with all that is loaded once. */
const TIMES = 3

/** What an analyst asks of a country of which there is very much. */
const QUESTIONS: Readonly<Record<string, (library: Library) => unknown>> = {
  brief: library => {
    const paper = briefToPaper(writeBrief(library, { country: COUNTRY.code, language: 'en' }))
    return [paperToHtml(paper), paperToDocx(paper)]
  },
  'brief of what is new': library => writeBrief(library, { country: COUNTRY.code, language: 'en', since: '2024-06-30' }),
  diff: library => diffLibrary(library, { from: '2024-06-01', to: '2024-06-30' }),
  relations: library => answerRelations(library, [COUNTRY.code, 'FRA'], {}),
  positions: library => answerPositions(library, { country: COUNTRY.code }),
}

/** How long answers about one country take that has so many generated reports, as rows. A library that was made before may be named. */
export async function measureAnswers(reports: number, made: string | null, date: string | null): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const path = made ?? (await makeLibrary(folder, reports))
    const library = openLibrary(path, { for: 'read' })
    const rows = Object.entries(QUESTIONS).map(([name, ask]) => ({
      ...{ set: `country of ${reports}`, metric: `${name}, processor ms`, value: slowest(() => ask(library)), date },
      command: `npm run bench:scale -- --answers --reports ${reports}`,
      data: `${reports} reports of bench/generate.ts about ${COUNTRY.name}`,
    }))
    library.close()
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function makeLibrary(folder: string, reports: number): Promise<string> {
  const [input, path] = [join(folder, 'input.jsonl'), join(folder, 'library.griot')]
  const lines = [...generate(reports, 1, COUNTRY.name)].map(({ truth: _, ...told }) => JSON.stringify(told))
  writeFileSync(input, `${lines.join('\n')}\n`)
  await watchGriot(['add', input, '--library', path])
  return path
}

/** Milliseconds of a processor: a clock would measure what else the machine does. */
function slowest(ask: () => unknown): number {
  const times = Array.from({ length: TIMES }, () => {
    const start = process.cpuUsage()
    ask()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.round(Math.max(...times))
}
