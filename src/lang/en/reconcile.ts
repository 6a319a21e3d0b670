import type { Harm, ReconcileAnswers } from '../../document/answers/reconcile.ts'
import { loadModel } from '../../resource/model.ts'
import { loadTable } from '../../resource/table.ts'
import { openWordWeights } from '../../resource/word-weights.ts'

const at = (name: string) => new URL(`./reconcile/${name}.tsv`, import.meta.url)

/** English for comparing reports, from the lists in `reconcile/` and the weights of words. */
export function loadReconcileAnswers(): ReconcileAnswers {
  return {
    // Only comparing needs the weights, so they are read when first asked for.
    weigh: lazily(() => openWordWeights(loadModel(new URL('../../../data/en/', import.meta.url), 'word-weights'))),
    harms: new Map(loadTable(at('harms'), ['word', 'harm']).map(row => [row.word, row.harm as Harm])),
    denials: new Set(['no', 'not', 'nobody', 'none', 'neither', 'never', 'without', "wasn't", "weren't", "didn't"]),
    others: new Set(['other', 'others', 'additional', 'more', 'another', 'second', 'third']),
    also: new Set(['also']),
    survivals: new Set(['survive', 'survived', 'survives', 'recover', 'recovering', 'recovered', 'stable']),
    reflexives: new Set(['himself', 'herself', 'themselves']),
    selfHarms: new Set([
      'turned',
      'turning',
      'turns',
      'shot',
      'shooting',
      'shoots',
      'killed',
      'killing',
      'kills',
      'blew',
      'blowing',
      'detonated',
      'hanged',
    ]),
    multiples: new Map([
      ['double', 2],
      ['triple', 3],
      ['quadruple', 4],
      ['quintuple', 5],
    ]),
    multiplied: new Map<string, Harm>([
      ...['murder', 'murders', 'homicide', 'homicides', 'killing', 'killings', 'slaying', 'slayings'].map(
        word => [word, 'killed'] as const,
      ),
      ...['shooting', 'shootings', 'stabbing', 'stabbings'].map(word => [word, 'hit'] as const),
    ]),
    agencies: new Set(loadTable(at('agencies'), ['name']).map(row => row.name)),
    updates: new Set(['update', 'updated', 'updates', 'correction', 'corrected', 'corrects', 'refile', 'writethru']),
  }
}

function lazily(open: () => ReconcileAnswers['weigh']): ReconcileAnswers['weigh'] {
  let opened: ReconcileAnswers['weigh'] | null = null
  return hash => {
    opened ??= open()
    return opened(hash)
  }
}
