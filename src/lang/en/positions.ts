import type { PositionAnswers, PositionVerb } from '../../document/answers/positions.ts'
import { POSITION_STATUSES, type PositionStatus } from '../../record/position.ts'
import { loadTable } from '../../resource/table.ts'

const at = (name: string) => new URL(`./positions/${name}.tsv`, import.meta.url)

/** English offices, from the lists in `positions/`. */
export function loadPositionAnswers(): PositionAnswers {
  return {
    offices: new Set(loadTable(at('offices'), ['noun']).map(r => r.noun)),
    postposed: new Set(['general', 'designate', 'elect', 'emeritus', 'plenipotentiary']),
    statuses: new Map(loadTable(at('statuses'), ['word', 'status']).map(r => [r.word, status(r.status)])),
    verbs: new Map(
      loadTable(at('position-verbs'), ['verb', 'status', 'how', 'title']).map(r => [
        r.verb,
        { status: status(r.status), how: how(r.how), title: r.title },
      ]),
    ),
  }
}

function how(cell: string): PositionVerb['how'] {
  return cell === 'obj' || cell === 'subj' || cell === 'lead' ? cell : { preposition: cell }
}

function status(cell: string): PositionStatus {
  return (POSITION_STATUSES as readonly string[]).includes(cell) ? (cell as PositionStatus) : 'current'
}
