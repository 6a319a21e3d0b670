import type { Output, OutputOptions } from './output.ts'

/** A page of one report. */
export function htmlOutput(_options: OutputOptions): Output {
  return { head: '', format: () => '' }
}
