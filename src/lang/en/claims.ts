import { type ClaimAnswers, CUES, type Cue } from '../../document/answers/claims.ts'
import { loadTable } from '../../resource/table.ts'

/** English for checking claims, from the list in `claims/`. */
export function loadClaimAnswers(): ClaimAnswers {
  const rows = loadTable(new URL('./claims/cues.tsv', import.meta.url), ['lemma', 'cue'])
  const everywhere = loadTable(new URL('./claims/everywhere.tsv', import.meta.url), ['phrase']).map(({ phrase }) => phrase.split(' '))
  return {
    anybody: ANYBODY,
    everywhere,
    opposites: loadPairs('opposites.tsv'),
    same: loadPairs('same.tsv'),
    cues: new Map(rows.map(row => [row.lemma, row.cue.split('|').filter(isCue)])),
  }
}

const ANYBODY: ReadonlySet<string> = new Set(['people', 'person', 'individual', 'human', 'other', 'more', 'body', 'victim', 'dead', 'life'])

function isCue(cue: string): cue is Cue {
  return (CUES as readonly string[]).includes(cue)
}

/** Each lemma of a row with those of its other column or, where it has one column alone, with the others of the row. */
function loadPairs(name: 'opposites.tsv' | 'same.tsv'): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  const put = (from: string, to: string) => out.set(from, (out.get(from) ?? new Set()).add(to))
  const rows =
    name === 'same.tsv'
      ? loadTable(new URL('./claims/same.tsv', import.meta.url), ['words']).map(({ words }) => [words, words] as const)
      : loadTable(new URL('./claims/opposites.tsv', import.meta.url), ['verbs', 'against']).map(row => [row.verbs, row.against] as const)
  for (const [left, right] of rows)
    for (const word of left.split('; '))
      for (const other of right.split('; ')) {
        if (word === other) continue
        put(word, other)
        put(other, word)
      }
  return out
}
