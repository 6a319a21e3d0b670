export { loadReader, type Reader, type ReportInput } from './reader.ts'
