import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { VERDICTS } from '../src/answers/verify/finding.ts'
import { verifyRows } from './verify-rows.ts'

// Sets of claims over reports of ours, with their true verdicts: sentences, fields, and prose.
const pathOf = (name: string) => fileURLToPath(new URL(`claims/${name}`, import.meta.url))
const [OURS, DEMO] = ['reports.jsonl', '../../examples/demo/reports.jsonl'] as const
const SETS = { first: OURS, second: OURS, third: OURS, fourth: OURS, fifth: DEMO, sixth: DEMO }
const readTable = (name: string) =>
  parse(readFileSync(pathOf(name)), { columns: true, delimiter: '\t', quote: null }) as Record<string, string>[]

interface Pair {
  readonly truth: string
  readonly given: string | null
}

/** Of a verdict that is given, and of one that is true, this share is right. */
const BAR = 0.9

/** Why too much is said to be absent. */
const PARAPHRASED = 'what a text says in quite other words, or counts up, is not found'

const pairs = checkAll()

async function checkAll(): Promise<Pair[]> {
  const out: Pair[] = []
  for (const [set, reports] of Object.entries(SETS)) {
    const cites = ['--cites', pathOf(reports)]
    const { rows } = await verifyRows(pathOf(`${set}.tsv`), ...cites)
    const truth = readTable(`${set}.tsv`)
    out.push(...rows.map(({ no, verdict }) => ({ truth: truth[no - 1]?.verdict ?? '', given: verdict })))
    const { rows: sentences } = await verifyRows('--text', pathOf(`${set}-answer.md`), ...cites)
    for (const { starts = '', verdict = '' } of readTable(`${set}-answer.tsv`))
      out.push({ truth: verdict, given: sentences.find(({ claim }) => claim.startsWith(starts))?.verdict ?? null })
  }
  return out
}

for (const verdict of VERDICTS)
  test(`claims that are ${verdict}: precision and recall of ${BAR} or more`, {
    todo: verdict === 'absent' ? PARAPHRASED : false,
  }, async () => {
    const all = await pairs
    const given = all.filter(pair => pair.given === verdict)
    const wanted = all.filter(pair => pair.truth === verdict)
    const right = given.filter(pair => pair.truth === verdict).length
    assert.ok(right >= given.length * BAR, `${right} of ${given.length} given are right`)
    assert.ok(right >= wanted.length * BAR, `${right} of ${wanted.length} are found`)
  })
