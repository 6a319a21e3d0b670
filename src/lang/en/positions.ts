import type { PositionAnswers, PositionVerb } from '../../document/answers/positions.ts'
import { POSITION_STATUSES, type PositionStatus } from '../../record/position.ts'
import { loadTable } from '../../resource/table.ts'

const at = (name: string) => new URL(`./positions/${name}.tsv`, import.meta.url)

/** English offices, from the lists in `positions/`. */
export function loadPositionAnswers(): PositionAnswers {
  const level = (name: string) =>
    new Set(loadTable(at('state-offices'), ['word', 'level']).flatMap(r => (r.level === name ? [r.word] : [])))
  return {
    offices: new Set(loadTable(at('offices'), ['noun']).map(r => r.noun)),
    ranks: new Set(['inspector', 'constable', 'superintendent', 'attorney', 'solicitor', 'surgeon']),
    postposed: new Set(['general', 'designate', 'elect', 'emeritus', 'plenipotentiary']),
    roles: new Set(['as']),
    companions: new Set(['with']),
    statuses: new Map(loadTable(at('statuses'), ['word', 'status']).map(r => [r.word, status(r.status)])),
    ofState: level('state'),
    belowState: level('below'),
    verbs: new Map(
      loadTable(at('position-verbs'), ['verb', 'status', 'how', 'title']).map(r => [
        r.verb,
        { status: status(r.status), ...how(r.how), title: r.title },
      ]),
    ),
  }
}

/** "obj as": the object's predicate, with or without "as". */
function how(cell: string): Pick<PositionVerb, 'how' | 'or'> {
  const [first = '', or = null] = cell.split(' ')
  return { how: first === 'obj' || first === 'subj' || first === 'lead' ? first : { preposition: first }, or }
}

function status(cell: string): PositionStatus {
  return (POSITION_STATUSES as readonly string[]).includes(cell) ? (cell as PositionStatus) : 'current'
}
