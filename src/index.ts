/** Griot as a library: the reader, the record types with their schemas, and the error that is nobody's bug. */
export * from './record/index.ts'
export { GriotError } from './util/error.ts'
