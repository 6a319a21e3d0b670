import './incidents.css'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { useAnswer } from '../../api/client.ts'
import type { IncidentMap } from '../../api/types.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { SavedMenu } from '../../parts/saved-menu.tsx'
import { Problem, Waiting } from '../../parts/states.tsx'
import { type FilterName, useFilters } from '../../parts/use-filters.ts'
import { useWords } from '../../words/words.ts'
import { Incident } from './incident.tsx'
import { IncidentList } from './incident-list.tsx'
import { TimeBrush } from './time-brush.tsx'

const IncidentsMap = lazy(() => import('./incidents-map.tsx'))
const NAMES = ['place', 'actor', 'type', 'status', 'from', 'to', 'asKnownOn'] as const satisfies FilterName[]

/** What happened: a map, a time line and a list in step; the one that is chosen opens beside them. */
export default function Incidents() {
  const { frame, incidents: words } = useWords()
  const chosen = useParams()['*'] || null
  const search = useSearch()
  const [, go] = useLocation()
  const { filters, change } = useFilters(NAMES)
  const { data, error } = useAnswer<IncidentMap>('incidents/map', filters)
  const choose = useCallback((id: string | null) => go(`/incidents${id ? `/${id}` : ''}${search && `?${search}`}`), [go, search])
  const unplaced = useMemo(() => data?.lat.filter(lat => lat === null).length ?? 0, [data])
  return (
    <div className="page incidents">
      <header>
        <h1>{frame.pages.incidents}</h1>
        {data && <span className="soft">{words.found(data.total, unplaced)}</span>}
        <span className="grow" />
        <SavedMenu names={NAMES} filters={filters} onChange={change} />
        <ExportMenu kinds={['incidents', 'events']} filters={filters} />
      </header>
      <FilterBar names={NAMES} filters={filters} onChange={change} />
      {error ? (
        <Problem error={error} />
      ) : (
        <div className="desk">
          <div className="left">
            <TimeBrush filters={filters} onChange={change} />
            <div className="map">
              <Suspense fallback={<Waiting />}>{data && <IncidentsMap incidents={data} chosen={chosen} onChoose={choose} />}</Suspense>
            </div>
          </div>
          <div className="right">
            {chosen ? <Incident id={chosen} onClose={() => choose(null)} /> : <IncidentList filters={filters} onChoose={choose} />}
          </div>
        </div>
      )}
    </div>
  )
}
