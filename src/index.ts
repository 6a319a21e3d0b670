export { loadReader, type Reader, type ReportInput } from './read/index.ts'
export type * from './record/index.ts'
