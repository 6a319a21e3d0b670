export type { PrepareOptions } from './prepare.ts'
export { type LayeredReading, type Reading, readLayers, readReport } from './read.ts'
export { loadReader, type Reader, type ReportInput } from './reader.ts'
