/**
 * Fits the calibration of confidences on the annotated texts, and measures it on texts that it was not fitted on.
 *   node train/calibration.ts --out data/en [--lang en] [--page docs] [--data REPORTS]
 * REPORTS holds reports with gold (folders of report.txt, meta.json, gold.json): they are measured, never fitted on. With --page the
 * page calibration.md and its diagrams are written into that folder.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '../src/document/language.ts'
import type { Layers } from '../src/document/layers.ts'
import { sourceReport } from '../src/formats/source.ts'
import { loadLanguage } from '../src/lang/index.ts'
import { calibrateStage, traitsOf } from '../src/read/calibrate.ts'
import { prepareReport } from '../src/read/prepare.ts'
import { readReport } from '../src/read/read.ts'
import { stages } from '../src/read/stages.ts'
import { CALIBRATED, type CalibratedKind, type Calibration, calibrate } from '../src/resource/calibration.ts'
import { drawReliability } from './calibration/diagram.ts'
import { binsOf, crossValidate, expectedError, fitKind, type Outcome, type Sample } from './calibration/fit.ts'
import { type GoldText, readAnnotations, readReports } from './calibration/gold.ts'
import { judge } from './calibration/judge.ts'
import { type Measured, writePage } from './calibration/page.ts'

const FOLDS = 10

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    page: { type: 'string' },
    data: { type: 'string' },
  },
})
if (!values.out) throw new Error('usage: calibration.ts --out FOLDER [--lang en] [--page FOLDER] [--data REPORTS]')
const language = await loadLanguage(values.lang)
if (!language) throw new Error(`Griot does not read "${values.lang}"`)

const raw = stages.filter(step => step !== calibrateStage)
const texts = readAnnotations(join(import.meta.dirname, 'annotations', values.lang))
const samples = samplesOf(texts, language)
const reports = values.data ? samplesOf(readReports(values.data), language) : null
const table = Object.fromEntries(CALIBRATED.map(kind => [kind, fitKind(samples[kind])])) as Calibration

const measured = CALIBRATED.map((kind): Measured => {
  const gold = texts.flatMap(t => t.records).filter(r => r.kind === kind)
  return {
    kind,
    annotated: gold.length,
    optional: gold.filter(r => r.optional).length,
    before: binsOf(samples[kind].map(s => ({ sure: s.raw, right: s.right }))),
    after: binsOf(crossValidate(samples[kind], FOLDS)),
    reports: reports && binsOf(outcomesOf(kind, reports[kind])),
  }
})
for (const { kind, before, after, reports: there } of measured)
  console.log(
    `${kind.padEnd(11)} ${samples[kind].length} records  error raw ${expectedError(before).toFixed(3)}  out of fold ${expectedError(after).toFixed(3)}`,
    there ? ` reports ${expectedError(there).toFixed(3)} of ${there.reduce((n, b) => n + b.count, 0)}` : '',
  )
writeTable()
if (values.page) {
  mkdirSync(join(values.page, 'calibration'), { recursive: true })
  for (const m of measured) writeFileSync(join(values.page, 'calibration', `${m.kind}.svg`), drawReliability(m))
  writeFileSync(join(values.page, 'calibration.md'), writePage(measured, texts.length, FOLDS))
}

/** Reads texts with raw confidences and judges what was found; open records are left out. */
function samplesOf(gold: readonly GoldText[], reader: Language): Record<CalibratedKind, Sample[]> {
  const out: Record<CalibratedKind, Sample[]> = { statements: [], events: [], figures: [], positions: [] }
  for (const { id, text, published, records } of gold) {
    const source = sourceReport({ text, ...(published && { published }) })
    const reading = readReport(prepareReport(source, { language: reader.code }), reader, raw)
    for (const kind of CALIBRATED) {
      const verdicts = judge(kind, reading, records)
      for (const [i, record] of reading[kind].entries()) {
        const traits = traitsOf(kind, record as Layers[typeof kind][number])
        if (verdicts[i] !== 'open') out[kind].push({ text: id, raw: record.confidence, traits, right: verdicts[i] === 'right' })
      }
    }
  }
  return out
}

function outcomesOf(kind: CalibratedKind, list: readonly Sample[]): Outcome[] {
  return list.map(s => ({ sure: Math.round(100 * calibrate(table[kind], s.raw, s.traits)) / 100, right: s.right }))
}

function writeTable(): void {
  const json = `${JSON.stringify(table, null, 1)}\n`
  const scores: Record<string, number> = { texts: texts.length }
  for (const { kind, after } of measured) {
    scores[`${kind} judged`] = samples[kind].length
    scores[`${kind} calibration error`] = Math.round(1000 * expectedError(after)) / 1000
  }
  const card = {
    name: 'calibration',
    what: 'How often records are right, by the confidence that their extractor gives, their rule and their sort',
    sources: [`train/annotations/${values.lang}`],
    licence: 'Texts and annotations of the project',
    command: `node train/calibration.ts --out data/${values.lang}`,
    bytes: Buffer.byteLength(json),
    sha256: createHash('sha256').update(json).digest('hex'),
    scores,
  }
  writeFileSync(join(values.out as string, 'calibration.json'), json)
  writeFileSync(join(values.out as string, 'calibration.card.json'), `${JSON.stringify(card, null, 2)}\n`)
}
