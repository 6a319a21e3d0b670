import { EXPORT_FORMATS } from '../formats/export/index.ts'
import { PROFILES } from '../library/export/profiles.ts'

/** The page of exports: the formats, and what is lost in the columns of other data sets. */
export function formatExportsPage(): string {
  const formats = Object.entries(EXPORT_FORMATS).map(([name, { says }]) => `- \`${name}\`: ${says}`)
  const profiles = Object.entries(PROFILES).map(([name, { of, load }]) => formatLosses(name, of, load()))
  return `# Exports

\`griot export KIND\` writes what a library holds: reports, entities, statements, events, figures, positions, incidents or series. Every row names its record, the url of its report,
the words that it rests on, country and place codes, and the version of the rules. Rows are sorted by what they say, never by when they came in. Public reports alone are exported
unless \`--confidentiality\` asks for more; what was left out is counted on standard error. The columns of records are those of [tables.md](tables.md), with \`record_id\` before them and
\`incident\`, \`report_copy_of\`, \`report_superseded_by\`, \`confidentiality\` and \`rules\` behind.

## Formats

${formats.join('\n')}
- \`plover\`: events as PLOVER 0.8 has them, an object a line

## The columns of other data sets

\`--as NAME\` gives the exact columns of another data set, in its order. What cannot be filled, and why, is listed here. This page is made by \`scripts/docs.ts\`.

${profiles.join('\n')}`
}

function formatLosses(
  name: string,
  of: string,
  { says, columns, losses }: ReturnType<(typeof PROFILES)[keyof typeof PROFILES]['load']>,
): string {
  const empty = losses.filter(loss => loss.isEmpty).length
  const rows = losses.map(({ column, isEmpty, loss }) => `| ${column} | ${isEmpty ? 'empty' : 'less'} | ${loss} |`)
  return `### ${name}

\`griot export ${of} --as ${name}\`. ${says}. ${columns.length} columns, ${empty} of them stay empty.

| column | | why |
|---|---|---|
${rows.join('\n')}
`
}
