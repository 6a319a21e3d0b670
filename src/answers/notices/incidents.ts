import { getIncident, type ListedIncident, listIncidents } from '../../library/incidents/list-incidents.ts'
import type { Library } from '../../library/open.ts'
import { incidentsSince } from '../../store/arrivals.ts'
import { evidenceOf } from '../origins.ts'
import type { Asked, Notice } from './notice.ts'

/** Incidents that no report had told before. */
export function noticeIncidents(library: Library, { search, wanted, upTo, arrived }: Asked): Notice[] {
  // Who asks for numbers or for words said does not ask for whatever else such a report tells.
  if (!wanted.types && (wanted.measures || wanted.acts || wanted.saidBy !== undefined)) return []
  const ids = incidentsSince(library.db, arrived, upTo)
  const { incidents } = listIncidents(library, { ...wanted, ids }, ids.length)
  return incidents.map(incident => {
    const { tellings } = getIncident(library, incident.id)
    const events = tellings.flatMap(({ report, events }) => events.map(event => `${report}/${event}`))
    return { kind: 'incident', search, says: describe(incident), evidence: evidenceOf([incident.id, ...events]) }
  })
}

function describe({ type, place, country, day, title, killed, reports }: ListedIncident): string {
  const where = [place?.name, country].filter(part => part).join(', ')
  const about = [type ?? 'incident', where, day ?? ''].filter(part => part !== '').join(', ')
  const toll = killed?.best ? `; killed: ${killed.best}` : ''
  return `New incident: ${about}${toll}${title ? ` (“${title}”)` : ''}, ${reports} ${reports === 1 ? 'report' : 'reports'}.`
}
