import { once } from 'node:events'
import { createWriteStream, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { madeUpName } from './families.ts'
import { type Watched, watchGriot } from './watch-griot.ts'

/** Reads so many reports, made of the paragraphs of our examples, with the command line on all cores. */
export async function measureMany(reports: number): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const input = join(folder, 'input.jsonl')
  await writeReports(input, reports)
  const watched = await watchGriot(['read', input, '--json', '--out', join(folder, 'readings.jsonl')])
  rmSync(folder, { recursive: true })
  return watched
}

/** Two paragraphs a report, of different examples, some 70 words, with numbers and names of its own: no two reports are alike. */
async function writeReports(file: string, count: number): Promise<void> {
  const paragraphs = globSync('examples/*/report.txt', { cwd: new URL('..', import.meta.url) })
    .sort()
    .flatMap(path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').split(/\n\s*\n/))
    .filter(paragraph => paragraph.length > 80)
  const out = createWriteStream(file)
  for (let i = 0; i < count; i++) {
    const text = [i, i * 31 + 1 + Math.floor(i / paragraphs.length)]
      .map(k => vary(paragraphs[k % paragraphs.length] as string, i))
      .join('\n\n')
    if (!out.write(`${JSON.stringify({ id: `r${i}`, text, published: '2024-03-05' })}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** Other numbers, years apart, and a made-up name for one in three words with a capital inside a sentence. */
function vary(text: string, i: number): string {
  return text
    .replace(/(?<![\d.,])\d{1,3}(?![\d.,]*\d)/g, digits => String(1 + ((Number(digits) + i * 37) % 10 ** digits.length)))
    .replace(/(?<=[a-z] )\p{Lu}\p{Ll}{3,}/gu, (word, at: number) => ((at + i) % 3 === 0 ? madeUpName(i * 17 + at) : word))
}
