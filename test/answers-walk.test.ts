import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createWitnesses, type Witnesses } from '../src/answers/evidence.ts'
import { findNotices } from '../src/answers/notices/notices.ts'
import { show } from '../src/library/asking/show.ts'
import { getIncident } from '../src/library/incidents/list-incidents.ts'
import { type Library, openLibrary } from '../src/library/open.ts'
import { numbersIn, untraced } from './numbers-in.ts'
import { runGriot } from './run-griot.ts'

// Every row, number and mark of every answer opens to its words: what each command gives over the demo library is walked, as JSON and as text.
const demo = (name: string) => fileURLToPath(new URL(`../examples/demo/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'griot-walk-'))
const path = join(folder, 'demo.griot')
const griot = (args: readonly string[]) => runGriot(args, { GRIOT_LIBRARY: path })
let library: Library
let witness: Witnesses

before(async () => {
  const { code, err } = await griot(['add', demo('reports.jsonl'), '--jobs', '1'])
  assert.equal(code, 0, err)
  library = openLibrary(path, { for: 'read' })
  witness = createWitnesses(library)
})
after(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

const COUNTRIES = ['TGO', 'BEN', 'FRA', 'SDN', 'CAF', 'MOZ', 'TCD', 'TUR', 'RUS']
const PAIRS = ['FRA TGO', 'BEN TGO', 'TUR TGO', 'RUS TGO', 'ECOWAS TGO', 'FRA TCD', 'RWA MOZ']
const COMMANDS = [
  ...['positions', 'presence', 'missions', 'brief'].flatMap(name => COUNTRIES.map(country => `${name} ${country}`)),
  ...PAIRS.flatMap(pair => [`relations ${pair}`, ...(pair.startsWith('ECOWAS') ? [] : [`missions ${pair}`])]),
  ...['positions', 'positions TGO --on 2025-03-01', 'network', 'network --place TGO', 'missions FRA TGO --on 2025-03-01', 'neglect'],
  'diff --from 2025-01-01 --to 2025-06-30',
  `verify ${demo('claims.csv')} --cites ${demo('reports.jsonl')}`,
]

/** Numbers that are computed from records and stand in none: counts of records and reports, means on PLOVER's scale, days between two days, ranks. */
const COMPUTED = new Set(
  `reports origins publishers events sum mean scale cooperation conflict verbalCooperation materialCooperation verbalConflict materialConflict
  statements parts index rank ranks share affected politics mediations envoys visits resolutions summits conferences late days lat lon no attention
  political funding quad`.split(/\s+/),
)
/** What is asked for is no answer: the claim that is checked. */
const ASKED = new Set(['claim', 'because', 'cites'])
const RECORD = /^sha256:[0-9a-f]{64}\/[sefvp]\d+$/
const REPORT = /^sha256:[0-9a-f]{64}$/

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** All records that a value names, at any depth. */
function recordsIn(value: unknown): string[] {
  if (typeof value === 'string') return RECORD.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(recordsIn) : []
}

/** Walks a row: lists of evidence are not empty, ids open, quotations are words of their reports, numbers stand in the words behind them. */
function walk(value: unknown, key: string, behind: readonly string[]): void {
  if (Array.isArray(value)) {
    if (key === 'evidence') assert.ok(value.length > 0, 'a list of evidence is empty')
    for (const each of value) walk(each, key, behind)
  } else if (isRow(value)) {
    const own = recordsIn(value)
    if (typeof value.quote === 'string' && own[0]) assert.ok(textOf(own[0]).includes(oneLine(value.quote)), value.quote)
    for (const [name, inner] of Object.entries(value))
      if (!COMPUTED.has(name) && !ASKED.has(name)) walk(inner, name, own.length > 0 ? own : behind)
  } else if (typeof value === 'string') {
    if (RECORD.test(value)) assert.ok(witness(value).evidence.quote !== '', value)
    else if (REPORT.test(value)) assert.equal(show(library, value).kind, 'report')
  } else if (typeof value === 'number') {
    const said = behind.flatMap(id => [...numbersIn(witness(id).evidence.quote)])
    assert.ok(said.includes(value), `${key} ${value} stands in none of: ${behind.map(id => witness(id).evidence.quote).join(' | ')}`)
  }
}

function textOf(record: string): string {
  const shown = show(library, record)
  return shown.kind === 'record' ? oneLine(shown.reading.report.text) : ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

for (const command of COMMANDS)
  describe(`griot ${command.replaceAll(demo(''), '')}`, () => {
    const args = command.split(' ')

    test('JSON: every row names records that open, and its numbers are theirs', async () => {
      const { code, out, err } = await griot([...args, '--json'])
      assert.ok(code === 0 || code === 3, err)
      const rows = out
        .split('\n')
        .filter(line => line !== '')
        .map((line): Row => JSON.parse(line))
      for (const row of rows) {
        // A claim of which the cited text says nothing rests on nothing.
        const isSilent = row.verdict === 'absent' || (row.verdict !== undefined && typeof row.quote === 'string')
        assert.ok(isSilent || recordsIn(row).length > 0, `nothing stands behind ${JSON.stringify(row)}`)
        if (row.verdict === undefined || recordsIn(row).length > 0) walk(row, '', [])
        else if (typeof row.quote === 'string') assert.ok(show(library, row.report as string).kind === 'report')
      }
    })

    test('text: every id opens, and every day and number of what is told stands with one', async () => {
      const { code, out } = await griot(args)
      assert.ok(code === 0 || code === 3)
      for (const [id] of out.matchAll(/\b[0-9a-f]{12}(?:\/[sefvp]\d+)?\b/g)) show(library, id)
      if (['positions', 'presence', 'missions', 'diff'].includes(args[0] as string))
        for (const entry of entriesOf(out)) assert.match(entry, /\b[0-9a-f]{12}\/[sefvp]\d+/, entry)
    })
  })

/** What is told, an entry each with the lines that go on with it; tables have their ids in the last column. Heads, counts and the key to the signs are left out. */
function entriesOf(out: string): string[] {
  const entries: string[][] = []
  let depth = 0
  for (const line of out.split('\n')) {
    const indent = line.search(/\S/)
    const last = entries.at(-1)
    if (indent < 0) depth = 0
    else if (last && depth > 0 && indent > depth - 1 && !/\d{4}-\d\d-\d\d/.test(line.slice(0, indent + 12))) last.push(line.trim())
    else if (/^\S|\d/.test(line)) {
      entries.push([line])
      depth = indent + 1
    }
  }
  return entries.map(lines => lines.join(' ')).filter(entry => /\d{4}-\d\d-\d\d|\d \p{L}+ \d{4}/u.test(entry))
}

test('every notice of a saved search opens to its words, and its numbers are theirs', () => {
  for (const wanted of [{ place: 'Togo' }, { place: 'Sudan' }, { place: 'Mozambique' }, { words: 'Cinkassé' }, { actor: 'Türkiye' }])
    for (const upTo of [0, 10, 30, 55]) {
      const saved = { name: 'walk', wanted: JSON.stringify(wanted), silence: 14, savedAt: '2025-01-01T00:00:00.000Z', upTo }
      const { notices } = findNotices(library, saved, { upTo, silentSince: null }, '2025-07-15')
      assert.ok(notices.length > 0)
      for (const { says, evidence, kind } of notices) {
        assert.ok(evidence.length > 0, says)
        if (kind === 'silence') assert.equal(show(library, evidence[0] as string).kind, 'report')
        else {
          for (const id of evidence) if (id.startsWith('i:')) assert.ok(getIncident(library, id).tellings.length > 0)
          const quotes = evidence.filter(id => RECORD.test(id)).map(id => witness(id).evidence)
          const told = says.replace(/\d{4}-\d\d-\d\d|\d+ reports?/g, '')
          assert.deepEqual(untraced({ text: told, evidence: quotes }), [], says)
        }
      }
    }
})
