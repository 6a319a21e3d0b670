import { type ClaimAnswers, CUES, type Cue } from '../../document/answers/claims.ts'
import { loadTable } from '../../resource/table.ts'

/** English for checking claims, from the list in `claims/`. */
export function loadClaimAnswers(): ClaimAnswers {
  const rows = loadTable(new URL('./claims/cues.tsv', import.meta.url), ['lemma', 'cue'])
  const everywhere = loadTable(new URL('./claims/everywhere.tsv', import.meta.url), ['phrase']).map(({ phrase }) => phrase.split(' '))
  return {
    anybody: ANYBODY,
    everywhere,
    opposites: loadOpposites(),
    same: loadSame(),
    cues: new Map(rows.map(row => [row.lemma, row.cue.split('|').filter(isCue)])),
  }
}

const ANYBODY: ReadonlySet<string> = new Set(['people', 'person', 'individual', 'human', 'other', 'more', 'body', 'victim', 'dead', 'life'])

function isCue(cue: string): cue is Cue {
  return (CUES as readonly string[]).includes(cue)
}

function loadOpposites(): Map<string, Set<string>> {
  const rows = loadTable(new URL('./claims/opposites.tsv', import.meta.url), ['verbs', 'against'])
  return pairUp(rows.map(({ verbs, against }) => [verbs, against]))
}

function loadSame(): Map<string, Set<string>> {
  return pairUp(loadTable(new URL('./claims/same.tsv', import.meta.url), ['words']).map(({ words }) => [words, words]))
}

/** Each lemma on one side of a row with those on the other, and the other way round. */
function pairUp(rows: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  const put = (from: string, to: string) => out.set(from, (out.get(from) ?? new Set()).add(to))
  for (const [left, right] of rows)
    for (const word of left.split('; '))
      for (const other of right.split('; ')) {
        if (word === other) continue
        put(word, other)
        put(other, word)
      }
  return out
}
