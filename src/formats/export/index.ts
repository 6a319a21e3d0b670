import type { WriteTable } from './writer.ts'

/** The formats that tables are exported in, each loaded when it is asked for. */
export const EXPORT_FORMATS = {
  csv: { says: 'comma-separated values for spreadsheets, UTF-8', load: async () => (await import('./to-text-tables.ts')).writeCsv },
  tsv: { says: 'tab-separated values', load: async () => (await import('./to-text-tables.ts')).writeTsv },
  jsonl: { says: 'a JSON object a line', load: async () => (await import('./to-text-tables.ts')).writeJsonLines },
  geojson: { says: 'a feature a row, for maps', load: async () => (await import('./to-text-tables.ts')).writeGeoJson },
  parquet: { says: 'Apache Parquet, for R, Python and DuckDB', load: async () => (await import('./to-parquet.ts')).writeParquet },
  xlsx: { says: 'an Excel workbook with a sheet that explains its columns', load: async () => (await import('./to-xlsx.ts')).writeXlsx },
} as const satisfies Record<string, { says: string; load: () => Promise<WriteTable> }>
export type ExportFormat = keyof typeof EXPORT_FORMATS
