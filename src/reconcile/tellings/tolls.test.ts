import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from '../../lang/en/index.ts'
import { loadReader } from '../../read/index.ts'
import { loadTable } from '../../resource/table.ts'
import { sketchReport } from '../sketch-report.ts'

const reader = await loadReader()
const answers = english.reconcile as NonNullable<typeof english.reconcile>

for (const { text, killed, injured } of loadTable(new URL('./tolls.cases.tsv', import.meta.url), ['text', 'killed', 'injured']))
  test(text, async () => {
    const [main] = sketchReport(await reader.read({ text, published: '2024-05-07' }), answers).tellings
    const first = (measure: string) => {
      const toll = main?.tolls.find(one => one.measure === measure)
      return toll ? String(toll.best ?? toll.low) : '-'
    }
    assert.deepEqual([first('killed'), first('injured')], [killed, injured])
  })
