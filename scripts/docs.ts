// Writes the pages of the documentation that are made from the program itself; a test looks whether they are current.
import { writeFileSync } from 'node:fs'
import { formatEvidencePage } from '../src/cli/format-evidence.ts'
import { formatExportsPage } from '../src/cli/format-exports.ts'
import { formatRulesPage } from '../src/cli/format-rules.ts'
import { formatColumns, formatSchema } from '../src/cli/format-schema.ts'
import { loadRules } from '../src/read/rules.ts'

const docs = new URL('../docs/', import.meta.url)
writeFileSync(new URL('rules.md', docs), formatRulesPage(await loadRules()))
writeFileSync(new URL('record.md', docs), formatSchema())
writeFileSync(new URL('tables.md', docs), formatColumns())
writeFileSync(new URL('exports.md', docs), formatExportsPage())
writeFileSync(new URL('incidents.md', docs), formatEvidencePage())
