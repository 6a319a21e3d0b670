import './statements.css'
import { useSearchParams } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { ContradictionsAnswer } from '../../api/types.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { RecordList } from '../../parts/record-list.tsx'
import { SavedMenu } from '../../parts/saved-menu.tsx'
import { type FilterName, useFilters } from '../../parts/use-filters.ts'
import { useWords } from '../../words/words.ts'
import { Contradictions, Repeats } from './side-by-side.tsx'

const NAMES = ['saidBy', 'actor', 'act', 'words', 'place', 'from', 'to', 'publisher', 'asKnownOn'] as const satisfies FilterName[]
const TABS = ['all', 'contradictions', 'repeats'] as const

/** Who said what about whom, and when; what does not go together, and what is told again. */
export default function Statements() {
  const { frame, statements: words } = useWords()
  const { filters, change } = useFilters(NAMES)
  const [params, setParams] = useSearchParams()
  const tab = TABS.find(each => each === params.get('tab')) ?? 'all'
  const { act: _, ...others } = filters
  const { data, error } = useAnswer<ContradictionsAnswer>('statements/contradictions', others)
  const open = (next: (typeof TABS)[number]) =>
    setParams(before => {
      const after = new URLSearchParams(before)
      if (next === 'all') after.delete('tab')
      else after.set('tab', next)
      return after
    })
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.statements}</h1>
        <span className="grow" />
        <SavedMenu names={NAMES} filters={filters} onChange={change} />
        <ExportMenu kinds={['statements']} filters={filters} />
      </header>
      <FilterBar names={NAMES} filters={filters} onChange={change} />
      <div className="row tabs no-print">
        {TABS.map(each => (
          <button type="button" key={each} className="button small" aria-pressed={tab === each} onClick={() => open(each)}>
            {words.tabs[each]}
            {data && each !== 'all' && <span className="soft numeric">{data[each].length}</span>}
          </button>
        ))}
      </div>
      <Speakers speakers={data?.speakers ?? []} chosen={filters.saidBy} onChoose={saidBy => change({ saidBy })} />
      {tab === 'all' ? (
        <RecordList path="statements" filters={filters} icon="statements" />
      ) : tab === 'contradictions' ? (
        <Contradictions answer={data} error={error} />
      ) : (
        <Repeats answer={data} error={error} />
      )}
    </div>
  )
}

/** Who says most; a name narrows the page to what he says, and once more to all again. */
function Speakers({
  speakers,
  chosen,
  onChoose,
}: {
  readonly speakers: ContradictionsAnswer['speakers']
  readonly chosen: string | undefined
  readonly onChoose: (name: string) => void
}) {
  const { frame } = useWords()
  if (speakers.length === 0) return null
  return (
    <ul className="row tight speakers no-print" aria-label={frame.filter.saidBy}>
      {speakers.map(({ key, name, count }) => (
        <li key={key}>
          <button type="button" className="tag" aria-pressed={chosen === name} onClick={() => onChoose(chosen === name ? '' : name)}>
            {name} <span className="numeric">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
