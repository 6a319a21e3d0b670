/** Griot as a library: the reader, the record types with their schemas, and the error that is nobody's bug. */
export { loadReader, type PrepareOptions, type Reader, type ReportInput } from './read/index.ts'
export * from './record/index.ts'
export { GriotError } from './util/error.ts'
