import type { Database, Value } from './database.ts'
import { deleteParties, insertParties, type Named, type NameNumbers, PARTY_ROLES, type PartyRole } from './names.ts'
import { insertRows } from './rows.ts'

/**
 * Records as rows, so that questions need not open every reading: derived from the newest reading and the decisions on it, and made anew at
 * will. `no` is `recordNumber`: the report and the number in the record's id, so that the rows of a report lie side by side. Names stand in
 * `named`. Days are ISO 8601; `dayStart` and `dayEnd` are those that a record is looked up by: its own, else those on which its report was
 * published. `country` is ISO 3166-1 alpha-3. `triggerText` and `objectText` are the words of these spans, as far as a question looks at them;
 * `sentence` is where the evidence begins in the text.
 */
export const RECORD_TABLES = `
CREATE TABLE event (
  no INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  acled TEXT,
  timeStart TEXT,
  timeEnd TEXT,
  timePrecision TEXT,
  dayStart TEXT,
  dayEnd TEXT,
  place INTEGER,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  placePrecision TEXT,
  saidIn INTEGER,
  same INTEGER,
  triggerText TEXT,
  objectText TEXT,
  sentence INTEGER,
  confidence REAL NOT NULL,
  review TEXT
);
CREATE INDEX event_type ON event (type, dayStart);
CREATE INDEX event_country ON event (country, dayStart);
CREATE INDEX event_day ON event (dayStart);
CREATE INDEX event_span ON event (dayEnd) WHERE dayEnd > dayStart;
CREATE TABLE figure (
  no INTEGER PRIMARY KEY,
  measure TEXT NOT NULL,
  kind TEXT,
  unit TEXT NOT NULL,
  per TEXT,
  population TEXT,
  low REAL,
  best REAL,
  high REAL,
  quantifier TEXT,
  factor REAL,
  change REAL,
  timeStart TEXT,
  timeEnd TEXT,
  timePrecision TEXT,
  dayStart TEXT,
  dayEnd TEXT,
  asOfStart TEXT,
  asOfEnd TEXT,
  place INTEGER,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  placePrecision TEXT,
  origin INTEGER,
  destination INTEGER,
  source INTEGER,
  saidIn INTEGER,
  partOf INTEGER,
  same INTEGER,
  event INTEGER,
  sentence INTEGER,
  confidence REAL NOT NULL,
  review TEXT
);
CREATE INDEX figure_measure ON figure (measure, dayStart);
CREATE INDEX figure_day ON figure (dayStart);
CREATE INDEX figure_span ON figure (dayEnd) WHERE dayEnd > dayStart;
CREATE INDEX figure_country ON figure (country, dayStart);
CREATE TABLE statement (
  no INTEGER PRIMARY KEY,
  speaker INTEGER,
  act TEXT NOT NULL,
  form TEXT NOT NULL,
  timeStart TEXT,
  timeEnd TEXT,
  timePrecision TEXT,
  dayStart TEXT,
  dayEnd TEXT,
  place INTEGER,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  placePrecision TEXT,
  within INTEGER,
  confidence REAL NOT NULL,
  review TEXT
);
CREATE INDEX statement_day ON statement (dayStart);
CREATE INDEX statement_span ON statement (dayEnd) WHERE dayEnd > dayStart;
CREATE TABLE position (
  no INTEGER PRIMARY KEY,
  holder INTEGER,
  title TEXT NOT NULL,
  ofWhom INTEGER,
  status TEXT NOT NULL,
  timeStart TEXT,
  timeEnd TEXT,
  timePrecision TEXT,
  dayStart TEXT,
  dayEnd TEXT,
  saidIn INTEGER,
  confidence REAL NOT NULL,
  review TEXT
);
CREATE INDEX position_day ON position (dayStart);
CREATE INDEX position_span ON position (dayEnd) WHERE dayEnd > dayStart;
`

/** Places of statements were looked up by going through all of them. */
export const RECORD_INDEXES = `
CREATE INDEX statement_country ON statement (country, dayStart);
`

const TIME = ['timeStart', 'timeEnd', 'timePrecision', 'dayStart', 'dayEnd'] as const
const PLACE = ['place', 'country', 'admin1', 'lat', 'lon', 'placePrecision'] as const
const LAST = ['confidence', 'review'] as const

/** The columns of each table, without its number. */
export const RECORD_COLUMNS = {
  event: ['type', 'mode', 'status', 'acled', ...TIME, ...PLACE, 'saidIn', 'same', 'triggerText', 'objectText', 'sentence', ...LAST],
  figure: [
    ...['measure', 'kind', 'unit', 'per', 'population', 'low', 'best', 'high', 'quantifier', 'factor', 'change'],
    ...[
      ...TIME,
      'asOfStart',
      'asOfEnd',
      ...PLACE,
      'origin',
      'destination',
      'source',
      'saidIn',
      'partOf',
      'same',
      'event',
      'sentence',
      ...LAST,
    ],
  ],
  statement: ['speaker', 'act', 'form', ...TIME, ...PLACE, 'within', ...LAST],
  position: ['holder', 'title', 'ofWhom', 'status', ...TIME, 'saidIn', ...LAST],
} as const

export type RecordTable = keyof typeof RECORD_COLUMNS
export const RECORD_TABLE_NAMES = Object.keys(RECORD_COLUMNS) as readonly RecordTable[]
/** Columns that hold the place of a name in `named`. */
const NAME_COLUMNS: ReadonlySet<string> = new Set(['place', 'origin', 'destination', 'source', 'speaker', 'holder', 'ofWhom'])

/** A record as a row: values in the order of RECORD_COLUMNS; names are places in `RecordRows.named`. */
export interface RecordRow {
  readonly table: RecordTable
  /** The number in the id of the record: 3 of "v3". */
  readonly ordinal: number
  readonly values: readonly (string | number | null)[]
  readonly parties: readonly (readonly [role: PartyRole, who: number])[]
}

/** The rows of one report. */
export interface RecordRows {
  readonly named: readonly Named[]
  readonly rows: readonly RecordRow[]
}

/** Records of a kind that a report may have at the most; a text of a million characters has fewer. */
const MOST_RECORDS = 65_536

/** The number of a record: that of its report, and that in its own id. */
export function recordNumber(report: number, ordinal: number): number {
  return report * MOST_RECORDS + ordinal
}

/** The report and the number in the id of a record that has this number. */
export function splitRecordNumber(no: number): { report: number; ordinal: number } {
  return { report: Math.floor(no / MOST_RECORDS), ordinal: no % MOST_RECORDS }
}

/** Puts in the rows of a report. */
export function insertRecords(db: Database, report: number, { named, rows }: RecordRows, names: NameNumbers): void {
  const numbers: number[] = named.map(each => names.get(each))
  const parties: [number, PartyRole, number][] = []
  for (const table of RECORD_TABLE_NAMES) {
    const columns: readonly string[] = RECORD_COLUMNS[table]
    const isName = columns.map(column => NAME_COLUMNS.has(column))
    const ofTable = rows.filter(row => row.table === table)
    const values = ofTable.map(row => [
      recordNumber(report, row.ordinal),
      ...row.values.map((value, i) => (value !== null && isName[i] ? (numbers[value as number] as number) : value)),
    ])
    insertRows(db, table, ['no', ...columns], values)
    for (const { ordinal, parties: own } of ofTable)
      for (const [role, who] of own) parties.push([recordNumber(report, ordinal), role, numbers[who] as number])
  }
  insertParties(db, parties)
}

/** Takes away the rows of a report. */
export function deleteRecords(db: Database, report: number, names: NameNumbers): void {
  const [from, to] = [recordNumber(report, 0), recordNumber(report, MOST_RECORDS - 1)]
  for (const table of RECORD_TABLE_NAMES) db.run(`DELETE FROM ${table} WHERE no BETWEEN ? AND ?`, from, to)
  deleteParties(db, from, to, names)
}

export function countRecords(db: Database, table: RecordTable): number {
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0
}

/** How many rows of a table a report has. */
export function countRecordsOf(db: Database, table: RecordTable, report: number): number {
  const sql = `SELECT count(*) AS count FROM ${table} WHERE no BETWEEN ? AND ?`
  return db.get<{ count: number }>(sql, recordNumber(report, 0), recordNumber(report, MOST_RECORDS - 1))?.count ?? 0
}

/** How many records of a report nobody has accepted, corrected or added. */
export function countUnreviewed(db: Database, report: number): number {
  const counts = RECORD_TABLE_NAMES.map(table => `(SELECT count(*) FROM ${table} WHERE no BETWEEN ?1 AND ?2 AND review IS NULL)`)
  const sql = `SELECT ${counts.join(' + ')} AS count`
  return db.get<{ count: number }>(sql, recordNumber(report, 0), recordNumber(report, MOST_RECORDS - 1))?.count ?? 0
}

/** The rows of a report as text, one a row, with names in place of their numbers: two reports' rows are the same where these are. */
export function listRecordRows(db: Database, report: number): string[] {
  const [from, to] = [recordNumber(report, 0), recordNumber(report, MOST_RECORDS - 1)]
  const name = (no: number) => db.get<Named>('SELECT key, name, kind FROM named WHERE no = ?', no)
  const rows = RECORD_TABLE_NAMES.flatMap(table =>
    db.all<Record<string, Value>>(`SELECT * FROM ${table} WHERE no BETWEEN ? AND ? ORDER BY no`, from, to).map(row => {
      const values = RECORD_COLUMNS[table].map(column =>
        NAME_COLUMNS.has(column) && row[column] !== null ? name(row[column] as number) : row[column],
      )
      return describeRow(table, splitRecordNumber(row.no as number).ordinal, values)
    }),
  )
  const parties = db.all<{ record: number; role: number; who: number }>(
    'SELECT record, role, who FROM party WHERE record BETWEEN ? AND ?',
    from,
    to,
  )
  return [
    ...rows,
    ...parties.map(({ record, role, who }) => describeParty(splitRecordNumber(record).ordinal, PARTY_ROLES[role], name(who))),
  ].sort()
}

/** The same of rows that are not stored. */
export function describeRecordRows({ named, rows }: RecordRows): string[] {
  const texts = rows.flatMap(({ table, ordinal, values, parties }) => {
    const columns: readonly string[] = RECORD_COLUMNS[table]
    const told = values.map((value, i) => (NAME_COLUMNS.has(columns[i] as string) && value !== null ? named[value as number] : value))
    return [describeRow(table, ordinal, told), ...parties.map(([role, who]) => describeParty(ordinal, role, named[who]))]
  })
  return [...new Set(texts)].sort()
}

function describeRow(table: RecordTable, ordinal: number, values: readonly unknown[]): string {
  return JSON.stringify([table, ordinal, values.map(value => (isNamed(value) ? nameOnly(value) : value))])
}

function describeParty(ordinal: number, role: PartyRole | undefined, who: Named | null | undefined): string {
  return JSON.stringify([role ?? null, ordinal, who ? nameOnly(who) : null])
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'key' in value
}

/** A name that one report calls a place may be an organization elsewhere: the kind is that of the one who came first. */
function nameOnly({ key, name }: Named): readonly string[] {
  return [key, name]
}
