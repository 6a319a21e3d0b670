import type { Table } from '../table/table.ts'

/** What a table holds, column by column, as rows of cells: for the README sheet of a workbook and of a data package. */
export function describeTable<Row>({ name, says, columns }: Table<Row>): string[][] {
  return [
    [name, '', '', `A row: ${says}.`],
    ['column', 'type', 'HXL tag', 'what it holds'],
    ...columns.map(column => [column.name, column.type, column.hxl ?? '', `${column.says}.`]),
  ]
}

/** The table's description for a data package (Frictionless Data Package v1, tabular): https://specs.frictionlessdata.io/tabular-data-package/ */
export function dataPackage<Row>(table: Table<Row>, path: string): object {
  return {
    profile: 'tabular-data-package',
    name: `griot-${table.name}`,
    title: table.says,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: table.name,
        path,
        encoding: 'utf-8',
        schema: {
          fields: table.columns.map(column => ({ name: column.name, type: column.type, description: column.says })),
          missingValues: [''],
        },
      },
    ],
  }
}
