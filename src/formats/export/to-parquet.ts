import type { Column } from '../table/table.ts'
import { typedCell } from './to-text-tables.ts'
import type { WriteTable } from './writer.ts'

/** Rows held before they are written as a group. */
const GROUP_ROWS = 20_000

/** Apache Parquet, snappy: text as STRING, numbers as DOUBLE, every column may be empty. What the columns say stands in the metadata. */
export const writeParquet: WriteTable = async function* (table, rows) {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer')
  const bytes = new ByteWriter()
  const columns = table.columns.map(column => ({ column, type: parquetType(column) }))
  const columnData = (group: readonly Parameters<(typeof columns)[number]['column']['cell']>[0][]) =>
    columns.map(({ column, type }) => ({
      name: column.name,
      type,
      nullable: true,
      data: group.map(row => formatTyped(type, typedCell(column, column.cell(row)))),
    }))
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columnData([]) }),
    createdBy: 'griot',
    kvMetadata: table.columns.map(column => ({ key: column.name, value: column.says })),
  })
  let group: Parameters<(typeof columns)[number]['column']['cell']>[0][] = []
  for await (const row of rows) {
    group.push(row)
    if (group.length < GROUP_ROWS) continue
    await writer.write({ columnData: columnData(group), rowGroupSize: GROUP_ROWS })
    group = []
  }
  if (group.length > 0) await writer.write({ columnData: columnData(group), rowGroupSize: GROUP_ROWS })
  await writer.finish()
  yield bytes.getBytes()
}

function parquetType<Row>({ type }: Column<Row>): 'STRING' | 'DOUBLE' {
  return type === 'number' || type === 'integer' ? 'DOUBLE' : 'STRING'
}

function formatTyped(type: 'STRING' | 'DOUBLE', cell: string | number | null): string | number | null {
  return type === 'STRING' && cell !== null ? String(cell) : cell
}
