import type { TestDesk } from '../desk-of.ts'

/** What is in the library that the routes are asked about. */
export const API_REPORTS = [
  {
    id: 'a',
    title: 'Attack on Djibo',
    published: '2024-03-05',
    publisher: 'Sahel Wire',
    text: 'Gunmen killed 12 people in Djibo, Burkina Faso, on 4 March 2024, the governor said. France sent food to Burkina Faso on Monday.',
  },
  {
    id: 'b',
    title: 'Toll rises in Djibo',
    published: '2024-03-06',
    publisher: 'Courier',
    text: 'The army said that 15 people had been killed by gunmen in an attack on Djibo, Burkina Faso, on 4 March 2024.',
  },
  {
    id: 'c',
    title: 'Dori',
    published: '2024-04-06',
    publisher: 'Courier',
    text: 'Gunmen killed three people in Dori, Burkina Faso, on 2 April 2024. Prime Minister Amadou Kone of Burkina Faso resigned on Friday.',
  },
  {
    id: 'd',
    title: 'Thousands flee',
    published: '2024-04-09',
    publisher: 'Relief Desk',
    text: 'Some 4,000 people are displaced in Dori, Burkina Faso, the United Nations said. France closed its embassy in Burkina Faso on 8 April 2024.',
  },
]

/** Ids that there are in the library that is asked. */
export interface Ids {
  readonly report: string
  readonly record: string
  readonly incidents: readonly string[]
  readonly actors: readonly string[]
  readonly series: string
}

/** Something to ask for: a path with what it needs, and what is sent. */
export interface Asked {
  readonly path: string
  readonly body?: unknown
}

/** A request for each route of the API that gives an answer in JSON, by method and path. Those that write come last, in an order that works. */
export const REQUESTS: Readonly<Record<string, (ids: Ids) => Asked>> = {
  'get /api/status': () => ({ path: '/api/status' }),
  'get /api/refusals': () => ({ path: '/api/refusals?limit=10' }),
  'get /api/rules': () => ({ path: '/api/rules' }),
  'get /api/sources': () => ({ path: '/api/sources?limit=2' }),
  'get /api/today': () => ({ path: '/api/today?since=1' }),
  'get /api/reports': () => ({ path: '/api/reports?limit=3&language=en&review=waiting' }),
  'get /api/reports/{report}': ({ report }) => ({ path: `/api/reports/${report}` }),
  'get /api/reports/{report}/reading': ({ report }) => ({ path: `/api/reports/${report}/reading` }),
  'get /api/reports/{report}/explain/{record}': ({ report, record }) => ({ path: `/api/reports/${report}/explain/${record}` }),
  'get /api/events': () => ({ path: '/api/events?place=Burkina+Faso&type=ASSAULT&type=AID&limit=2' }),
  'get /api/statements': () => ({ path: '/api/statements?limit=2' }),
  'get /api/statements/contradictions': () => ({ path: '/api/statements/contradictions?place=Burkina+Faso' }),
  'get /api/figures': () => ({ path: '/api/figures?measure=killed' }),
  'get /api/positions': () => ({ path: '/api/positions' }),
  'get /api/records/{report}/{record}': ({ report, record }) => ({ path: `/api/records/${report}/${record}` }),
  'get /api/incidents': () => ({ path: '/api/incidents?from=2024-01-01&limit=2' }),
  'get /api/incidents/map': () => ({ path: '/api/incidents/map?type=ASSAULT' }),
  'get /api/incidents/days': () => ({ path: '/api/incidents/days' }),
  'get /api/incidents/{incident}': ({ incidents: [first] }) => ({ path: `/api/incidents/${first}` }),
  'get /api/series': () => ({ path: '/api/series?measure=killed' }),
  'get /api/series/{key}': ({ series }) => ({ path: `/api/series/${encodeURIComponent(series)}` }),
  'get /api/disagreements': () => ({ path: '/api/disagreements' }),
  'get /api/actors': () => ({ path: '/api/actors?limit=3' }),
  'get /api/actors/{key}': ({ actors: [first = ''] }) => ({ path: `/api/actors/${encodeURIComponent(first)}` }),
  'get /api/search': () => ({ path: '/api/search?words=gunmen&limit=2' }),
  'get /api/suggest': () => ({ path: '/api/suggest?q=dj' }),
  'get /api/answers/power': () => ({ path: '/api/answers/power?country=Burkina+Faso' }),
  'get /api/answers/relations': () => ({ path: '/api/answers/relations?a=France&b=Burkina+Faso' }),
  'get /api/answers/network': () => ({ path: '/api/answers/network' }),
  'get /api/answers/presence': () => ({ path: '/api/answers/presence?host=Burkina+Faso' }),
  'get /api/answers/missions': () => ({ path: '/api/answers/missions?country=France' }),
  'get /api/answers/neglect': () => ({ path: '/api/answers/neglect' }),
  'get /api/answers/diff': () => ({ path: '/api/answers/diff?from=2024-03-05' }),
  'get /api/answers/brief': () => ({ path: '/api/answers/brief?country=BFA' }),
  'get /api/agreement': () => ({ path: '/api/agreement' }),
  'get /api/imports': () => ({ path: '/api/imports' }),
  'post /api/decisions': ({ report, record }) => ({
    path: '/api/decisions',
    body: [
      { kind: 'note', target: `${report}/${record}`, field: 'place', words: 'Djibo', note: 'which Djibo?' },
      { kind: 'accept', target: `${report}/${record}` },
    ],
  }),
  'get /api/decisions': ({ report }) => ({ path: `/api/decisions?report=${report}&kind=accept` }),
  'post /api/decisions/undo': () => ({ path: '/api/decisions/undo', body: { numbers: [2, 1] } }),
  'post /api/incidents/preview': ({ incidents }) => ({
    path: '/api/incidents/preview',
    body: { kind: 'merge', incidents: incidents.slice(0, 2) },
  }),
  'post /api/incidents/merge': ({ incidents }) => ({
    path: '/api/incidents/merge',
    body: { incidents: incidents.slice(0, 2), note: 'the same' },
  }),
  'post /api/incidents/split': ({ incidents: [first], report }) => ({
    path: '/api/incidents/split',
    body: { incident: first, reports: [report] },
  }),
  'post /api/incidents/lock': ({ incidents: [first] }) => ({ path: '/api/incidents/lock', body: { incident: first } }),
  'post /api/actors/rename': ({ actors: [key] }) => ({ path: '/api/actors/rename', body: { key, name: 'Those who shoot' } }),
  'post /api/actors/merge': ({ actors }) => ({ path: '/api/actors/merge', body: { keys: actors.slice(0, 2) } }),
  'post /api/saved': () => ({ path: '/api/saved', body: { name: 'sahel', wanted: { place: 'Burkina Faso' }, silence: 30 } }),
  'get /api/saved': () => ({ path: '/api/saved' }),
  'get /api/saved/{name}/notices': () => ({ path: '/api/saved/sahel/notices?since=0' }),
  'delete /api/saved/{name}': () => ({ path: '/api/saved/sahel' }),
}

/** Routes whose answers are files or streams, or that take files. */
export const OTHER_ROUTES = [
  'get /api/reports/{report}/source',
  'get /api/export/{kind}',
  'post /api/imports',
  'get /api/imports/{import}',
  'get /api/stream',
] as const

/** Looks up ids in a library. */
export async function findIds(desk: TestDesk): Promise<Ids> {
  const incidents = (await desk.get('/api/incidents?type=ASSAULT&place=Djibo')).json.items
  incidents.push(...(await desk.get('/api/incidents?place=Dori')).json.items)
  const whole = (await desk.get(`/api/incidents/${incidents[0].id}`)).json
  const report = whole.tellings[0].name.short
  const { views } = (await desk.get(`/api/reports/${report}/reading`)).json
  return {
    report,
    record: views.find(({ kind }: { kind: string }) => kind === 'events').id,
    incidents: incidents.map(({ id }: { id: string }) => id),
    actors: (await desk.get('/api/actors')).json.items.map(({ key }: { key: string }) => key),
    series: (await desk.get('/api/series')).json.items[0].key,
  }
}
