export type { PrepareOptions } from './prepare.ts'
export { type Reading, readReport } from './read.ts'
export { loadReader, type Reader, type ReportInput } from './reader.ts'
