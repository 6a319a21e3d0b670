// Shows what changed in the readings of the reports in examples/ since they were reviewed, and which expected records (expected.tsv)
// fail or may be closed. With --update the readings become the truth that tests hold; with names, only those of these reports.
import { findFault, loadExpected } from '../test/expected-records.ts'
import { findGolden, goldenPath, listExamples, readExample, writeGolden } from '../test/golden-readings.ts'
import { diffReadings } from '../test/record-diff.ts'

const names = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const isUpdate = process.argv.includes('--update')

for (const example of listExamples().filter(({ name }) => names.length === 0 || names.includes(name))) {
  const reading = await readExample(example)
  const golden = findGolden(example.name)
  const changes = golden ? diffReadings(golden, reading) : ['no golden reading yet']
  const lines = [...changes, ...describeExpected(example.name, reading)]
  if (isUpdate) writeGolden(example.name, reading)
  console.log([`${example.name}${changes.length === 0 ? ': reads as reviewed' : isUpdate ? ': updated' : ''}`, ...lines].join('\n    '))
}

function describeExpected(name: string, reading: Parameters<typeof findFault>[1]): string[] {
  const all = loadExpected(goldenPath(name, 'expected.tsv')).map(record => ({ ...record, fault: findFault(record, reading) }))
  return [
    ...all.filter(({ fault, isOpen }) => fault !== null && !isOpen).map(({ fault }) => `FAULT ${fault}`),
    ...all.filter(({ fault, isOpen }) => fault !== null && isOpen).map(({ fault }) => `open: ${fault}`),
    ...all.filter(({ fault, isOpen }) => fault === null && isOpen).map(({ words }) => `may be closed: “${words}”`),
  ]
}
