import './actors.css'
import { Link, useParams, useSearchParams } from 'wouter'
import { ENTITY_KINDS } from '../../../../src/record/entity.ts'
import { useList } from '../../api/client.ts'
import type { ActorItem } from '../../api/types.ts'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { Heads } from '../../parts/heads.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Empty, Problem, Waiting } from '../../parts/states.tsx'
import { useFormats, useWords } from '../../words/words.ts'
import { Actor } from './actor.tsx'
import { actorPath } from './actor-path.ts'

/** What files of records hold is not narrowed by a name or a kind of actor. */
const NO_FILTERS = {}

/** Everybody who has a part in what is reported; with a key in the address, one of them. */
export default function Actors() {
  const key = useParams()['*']
  return key ? <Actor actorKey={decodeURIComponent(key)} /> : <List />
}

function List() {
  const { frame, actors: words } = useWords()
  const [params, setParams] = useSearchParams()
  const asked = { q: params.get('q') ?? '', kind: params.get('kind') ?? '' }
  const set = (name: string, value: string) => setParams({ ...asked, [name]: value }, { replace: name === 'q' })
  const { items, total, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useList<ActorItem>('actors', asked)
  return (
    <div className="page">
      <header>
        <h1>{frame.pages.actors}</h1>
        <span className="grow" />
        <ExportMenu kinds={['positions', 'events', 'statements']} filters={NO_FILTERS} />
      </header>
      <search className="filters">
        <label>
          {words.name}
          <input value={asked.q} onChange={event => set('q', event.target.value)} />
        </label>
        <label>
          {words.kind}
          <select value={asked.kind} onChange={event => set('kind', event.target.value)}>
            <option value="">{frame.any}</option>
            {ENTITY_KINDS.map(kind => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
      </search>
      {error ? (
        <Problem error={error} />
      ) : items === null ? (
        <Waiting lines={8} />
      ) : items.length === 0 ? (
        <Empty icon="actors" title={frame.nothing} />
      ) : (
        <>
          <Table items={items} />
          <Pager shown={items.length} total={total} hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
        </>
      )}
    </div>
  )
}

function Table({ items }: { readonly items: readonly ActorItem[] }) {
  const { actors: words } = useWords()
  const { number } = useFormats()
  return (
    <div className="scroll-x">
      <table>
        <Heads
          heads={[
            words.name,
            words.kind,
            words.country,
            { label: words.records, isNumber: true },
            { label: words.reports, isNumber: true },
          ]}
        />
        <tbody>
          {items.map(({ key, name, kind, country, records, reports }) => (
            <tr key={key}>
              <td>
                <Link href={actorPath(key)}>{name}</Link>
              </td>
              <td className="soft">{words.kinds[kind] ?? kind}</td>
              <td>{country}</td>
              <td className="number">{number(records)}</td>
              <td className="number">{number(reports)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
