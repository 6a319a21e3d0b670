// Measures Griot beside other tools and keeps the figures in results.json:
//   npm run bench -- --data FOLDER [--accuracy | --speed] [--only SET,SET] [--date DATE]
// --data      folder of the gold data (it holds bench/run.mjs and corpus/)
// --accuracy  only accuracy; --only names sets (as bench/run.mjs has them, "merge": copies and incidents; "syria": turns of relations)
// --speed     only speed beside peers, time to load, memory, and whether outputs are the same byte for byte
// --date      the day to write beside the figures
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAccuracy } from './accuracy.ts'
import { loadBars, loadPeers } from './lists.ts'
import { measureMemory } from './memory.ts'
import { measureGenerated, measureMerge } from './merge.ts'
import { checkReproducible } from './reproducible.ts'
import { keepResults, type Row } from './results.ts'
import { measureSpeed } from './speed.ts'
import { measureStart } from './start.ts'
import { measureSyria } from './syria.ts'
import { formatTable, orderOf } from './table.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    accuracy: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    date: { type: 'string' },
  },
})
const data = values.data && resolve(values.data)
if (!data || !existsSync(join(data, 'bench/run.mjs')) || !existsSync(join(data, 'corpus'))) {
  console.error(
    data
      ? `bench: ${values.data} holds no gold data (bench/run.mjs and corpus/ were looked for). Name the folder that does: npm run bench -- --data FOLDER`
      : 'bench: the gold data is not part of this repository. Name the folder that holds it: npm run bench -- --data FOLDER',
  )
  process.exit(2)
}

const date = values.date ?? null
const all = !values.accuracy && !values.speed && !values.only
const bars = loadBars()
const fresh: Row[] = []
if (all || values.speed)
  fresh.push(
    ...(await measureSpeed(data, date)),
    ...measureStart(date),
    ...(await measureMemory(data, date)),
    ...checkReproducible(data, date),
  )
const named = values.only?.split(',')
const sets = named?.filter(set => set !== 'merge' && set !== 'syria')
if (sets ? sets.length > 0 : all || values.accuracy) fresh.push(...measureAccuracy(data, sets?.join(','), date))
if (named ? named.includes('merge') : all || values.accuracy)
  fresh.push(...(await measureMerge(data, date)), ...(await measureGenerated(date)))
if (named ? named.includes('syria') : all || values.accuracy) fresh.push(...(await measureSyria(data, date)))
keepResults(fresh, orderOf(bars))
console.log(formatTable(fresh, bars, loadPeers()))
