import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { compress, expand } from './bytes.ts'
import { namesCalled } from './calls.ts'
import { Database } from './database.ts'
import { parseMatch } from './match.ts'
import { checkVersion, MIGRATIONS, migrate } from './migrate.ts'
import { insertParties, NameNumbers } from './names.ts'
import { recordNumber, splitRecordNumber } from './records.ts'

const folder = mkdtempSync(join(tmpdir(), 'griot-store-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

test('an older library is brought up to date after a copy was made; a newer one is refused', () => {
  const db = new Database(at('old.griot'))
  assert.equal(migrate(db), null)
  db.run("INSERT INTO refusal (name, reason, at, code) VALUES ('a', '1', '', '')")
  const steps = [...MIGRATIONS, "ALTER TABLE refusal ADD COLUMN more TEXT; UPDATE refusal SET more = 'x'"]
  const copy = migrate(db, steps)
  assert.equal(copy, `${at('old.griot')}.version-${MIGRATIONS.length}`)
  assert.equal(db.get<{ more: string }>('SELECT more FROM refusal')?.more, 'x')
  const before = new Database(copy as string)
  assert.equal(checkVersion(before), 'current')
  assert.equal(before.all('SELECT * FROM refusal').length, 1)
  before.close()
  assert.throws(
    () => checkVersion(db),
    new RegExp(`was made by a newer Griot \\(version ${MIGRATIONS.length + 1}; this one knows ${MIGRATIONS.length}\\)`),
  )
  assert.equal(migrate(db, steps), null)
  db.close()
})

test('a step that fails leaves the library as it was', () => {
  const db = new Database(at('failing.griot'))
  migrate(db)
  assert.throws(() => migrate(db, [...MIGRATIONS, 'CREATE TABLE half (x); SELECT * FROM nowhere']))
  assert.equal(checkVersion(db), 'current')
  assert.equal(db.get("SELECT 1 FROM sqlite_schema WHERE name = 'half'"), null)
  db.close()
})

test('a database of others is not touched', () => {
  const db = new Database(at('other.db'))
  db.exec('CREATE TABLE birds (name TEXT)')
  assert.throws(() => migrate(db), /is a database, but no library of Griot/)
  assert.equal(db.get("SELECT 1 FROM sqlite_schema WHERE name = 'refusal'"), null)
  db.close()
})

test('a second writer waits, says so once, and gives up with a sentence', () => {
  const first = new Database(at('busy.griot'))
  migrate(first)
  let waits = 0
  const second = new Database(at('busy.griot'), { patience: 300, onWait: () => waits++ })
  first.write(() => {
    first.run("INSERT INTO refusal (name, reason, at, code) VALUES ('a', '1', '', '')")
    assert.throws(() => second.write(() => {}), /is being written by another process/)
    assert.equal(second.all('SELECT * FROM refusal').length, 0)
  })
  assert.equal(waits, 1)
  second.write(() => second.run("INSERT INTO refusal (name, reason, at, code) VALUES ('b', '2', '', '')"))
  assert.equal(first.all('SELECT * FROM refusal').length, 2)
  first.close()
  second.close()
})

test('what fails inside a write leaves nothing of it', () => {
  const db = new Database(':memory:')
  migrate(db)
  assert.throws(() =>
    db.write(() => {
      db.run("INSERT INTO refusal (name, reason, at, code) VALUES ('a', '1', '', '')")
      throw new Error('stop')
    }),
  )
  assert.equal(db.all('SELECT * FROM refusal').length, 0)
})

test('a damaged file, one that may not be written and a missing folder are said in sentences', () => {
  const db = new Database(at('hurt.griot'))
  migrate(db)
  db.close()
  const whole = readFileSync(at('hurt.griot'))
  writeFileSync(at('copy.griot'), whole)
  truncateSync(at('hurt.griot'), 5000)
  assert.throws(() => {
    const hurt = new Database(at('hurt.griot'))
    hurt.all('SELECT * FROM report')
  }, /is damaged or is no library/)
  assert.throws(() => new Database(at('nowhere/x.griot')), /cannot be opened/)
  const readOnly = new Database(at('copy.griot'), { readOnly: true })
  assert.throws(() => readOnly.run("INSERT INTO refusal (name, reason, at, code) VALUES ('a', '1', '', '')"), /may not be written/)
  readOnly.close()
  assert.throws(() => new Database(at('none.griot'), { readOnly: true }), /There is no library at/)
})

test('a full disk is said in a sentence, and what was stored stays', () => {
  const db = new Database(at('full.griot'))
  migrate(db)
  db.run("INSERT INTO refusal (name, reason, at, code) VALUES ('a', '1', '', '')")
  db.exec('PRAGMA max_page_count = 1')
  assert.throws(
    () => db.write(() => db.run('INSERT INTO refusal (name, reason, at, code) VALUES (?, ?, 1, 1)', 'b', 'x'.repeat(5_000_000))),
    /does not fit the disk any more/,
  )
  assert.equal(db.all('SELECT * FROM refusal').length, 1)
  db.close()
})

test('a library in a folder that may not be written can be read', { skip: process.getuid?.() === 0 && 'root may write everywhere' }, () => {
  const db = new Database(at('copy.griot'))
  db.close()
  chmodSync(folder, 0o555)
  const readOnly = new Database(at('copy.griot'), { readOnly: true })
  assert.equal(readOnly.all('SELECT * FROM report').length, 0)
  readOnly.close()
  chmodSync(folder, 0o755)
  assert.ok(existsSync(at('copy.griot')))
})

test('somebody is found by name, key, country, and other names of the same key; not by a part where the whole is somebody', () => {
  const db = new Database(':memory:')
  migrate(db)
  const names = new NameNumbers(db)
  const add = (key: string, name: string) => names.get({ key, name, kind: 'organization' })
  const [jnim, full] = [add('ucdp:7', 'JNIM'), add('ucdp:7', 'Jamaat Nusrat al-Islam')]
  const [sudan, south, army] = [add('country:SDN', 'Sudan'), add('country:SSD', 'South Sudan'), add('SDN/MIL', 'Sudanese army')]
  const front = add('name:harmattan front', 'Harmattan Front')
  insertParties(
    db,
    [jnim, full, sudan, south, army, front].map(who => [recordNumber(1, 1), 'event.actor', who]),
  )
  assert.deepEqual(namesCalled(db, 'jnim').sort(), [jnim, full].sort())
  assert.deepEqual(namesCalled(db, 'ucdp:7').sort(), [jnim, full].sort())
  assert.deepEqual(namesCalled(db, 'Sudan').sort(), [sudan, army].sort())
  assert.deepEqual(namesCalled(db, 'SSD'), [south])
  assert.deepEqual(namesCalled(db, 'harmattan'), [front])
  assert.deepEqual(namesCalled(db, '"*'), [])
})

test('words of a question are quoted one by one', () => {
  assert.deepEqual(parseMatch('aid "camp at Dori" NOT x*'), {
    match: '"aid" "camp at Dori" "NOT" "x"',
    terms: ['aid', 'camp at Dori', 'NOT', 'x'],
  })
  assert.equal(parseMatch(' "" *()'), null)
})

test('numbers of records tell the report and the record; bytes come back as they were', () => {
  assert.deepEqual(splitRecordNumber(recordNumber(123_456, 78)), { report: 123_456, ordinal: 78 })
  assert.equal(expand(compress('a text, a text')).toString(), 'a text, a text')
})
