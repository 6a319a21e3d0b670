import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { RecordList } from '../../parts/record-list.tsx'
import { SavedMenu } from '../../parts/saved-menu.tsx'
import { type FilterName, useFilters } from '../../parts/use-filters.ts'
import { useWords } from '../../words/words.ts'

const NAMES = ['saidBy', 'actor', 'act', 'words', 'place', 'from', 'to', 'publisher', 'asKnownOn'] as const satisfies FilterName[]

/** Who said what about whom, and when. */
export default function Statements() {
  const { frame } = useWords()
  const { filters, change } = useFilters(NAMES)
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.statements}</h1>
        <span className="grow" />
        <SavedMenu names={NAMES} filters={filters} onChange={change} />
        <ExportMenu kinds={['statements']} filters={filters} />
      </header>
      <FilterBar names={NAMES} filters={filters} onChange={change} />
      <RecordList path="statements" filters={filters} icon="statements" />
    </div>
  )
}
