import { type ClaimAnswers, CUES, type Cue } from '../../document/answers/claims.ts'
import { loadTable } from '../../resource/table.ts'

/** English for checking claims, from the list in `claims/`. */
export function loadClaimAnswers(): ClaimAnswers {
  const rows = loadTable(new URL('./claims/cues.tsv', import.meta.url), ['lemma', 'cue'])
  return { anybody: ANYBODY, cues: new Map(rows.map(row => [row.lemma, row.cue.split('|').filter(isCue)])) }
}

const ANYBODY: ReadonlySet<string> = new Set(['people', 'person', 'individual', 'human', 'other', 'more', 'body', 'victim', 'dead', 'life'])

function isCue(cue: string): cue is Cue {
  return (CUES as readonly string[]).includes(cue)
}
