import { type Query, urlOf } from '../api/client.ts'
import { useWords } from '../words/words.ts'
import { Menu } from './menu.tsx'
import type { FilterName, Filters } from './use-filters.ts'

type ExportKind = 'reports' | 'events' | 'statements' | 'figures' | 'positions' | 'incidents' | 'series'

const FORMATS = ['csv', 'xlsx', 'tsv', 'jsonl', 'geojson', 'parquet'] as const

/** What a kind can be written as beside the formats that every table has: columns of other data sets, lines of others' readers. */
const OTHERS: Partial<Record<ExportKind, readonly { readonly format: string; readonly as?: string }[]>> = {
  incidents: [
    { format: 'csv', as: 'ged' },
    { format: 'csv', as: 'acled' },
  ],
  events: [{ format: 'plover' }, { format: 'csv', as: 'polecat' }, { format: 'csv', as: 'gdelt' }],
  figures: [{ format: 'csv', as: 'helix' }],
}

const REPORTS = ['words', 'publisher', 'language', 'asKnownOn', 'from', 'to'] as const
const RECORDS = [...REPORTS, 'place', 'actor', 'saidBy'] as const

/** Filters that a kind can have: a file is narrowed by them as the page is. */
const NARROWING: Readonly<Record<ExportKind, readonly FilterName[]>> = {
  reports: REPORTS,
  events: [...RECORDS, 'type', 'status'],
  statements: [...RECORDS, 'act'],
  figures: [...RECORDS, 'measure'],
  positions: [...RECORDS, 'status'],
  incidents: ['place', 'actor', 'type', 'status', 'from', 'to', 'asKnownOn'],
  series: [...RECORDS, 'measure'],
}

/** Links to files of what a page shows, in every format; says which of its filters the files do not have. */
export function ExportMenu({
  kinds,
  filters,
  further = {},
}: {
  readonly kinds: readonly ExportKind[]
  readonly filters: Filters
  /** Filters that this page alone has. */
  readonly further?: Query
}) {
  const { frame } = useWords()
  return (
    <Menu label={frame.export}>
      {kinds.map(kind => (
        <Kind key={kind} kind={kind} filters={filters} further={further} />
      ))}
    </Menu>
  )
}

function Kind({ kind, filters, further }: { readonly kind: ExportKind; readonly filters: Filters; readonly further: Query }) {
  const { frame } = useWords()
  const narrowing = new Set(NARROWING[kind])
  const set = Object.keys(filters) as FilterName[]
  const query = Object.fromEntries(set.filter(name => narrowing.has(name)).map(name => [name, filters[name]]))
  const left = set.filter(name => !narrowing.has(name))
  const links = [...FORMATS.map(format => ({ format, as: undefined })), ...(OTHERS[kind] ?? [])]
  return (
    <section className="stack tight">
      <h3>{frame.exportKinds[kind]}</h3>
      <p className="row tight">
        {links.map(({ format, as }) => (
          <a key={`${format} ${as}`} className="tag" download href={urlOf(`export/${kind}`, { format, as, ...query, ...further })}>
            {(as ?? format).toUpperCase()}
          </a>
        ))}
      </p>
      {left.length > 0 && <p className="soft small">{frame.exportWithout(left.map(name => frame.filter[name]).join(', '))}</p>}
    </section>
  )
}
