import { EVIDENCE, PRIOR } from '../reconcile/features.ts'

/** The page of incidents: what they are, and what is weighed to find them. */
export function formatEvidencePage(): string {
  return `# Copies and incidents

A library compares every report that is added with those that it has. What comes of it depends on the set of reports and on what analysts decided, never on the order in which
reports came.

## Copies

Two reports are copies where they share their runs of five words: 40 % of all that either has, and 55 % of the shorter one's; or 80 % of the shorter one's, where a report stands inside
another one. Facts weigh more than words: a form that is filled in for another place, another day or other people tells another happening and is no copy. A copy is *exact*, a *reprint*
(edited, cut, with another head) or an *update*: a later version, which says so, or is of the same publisher, or gives another number of what was counted before, the dead for example.
A report belongs to the version that it is most like of those that were there before it, so a late reprint of the first version supersedes nothing. Of a group of copies one counts: the
original of the newest version, which is the agency's own report, else the earliest. Each version points at the one that supersedes it, reprints at what they repeat, and none is counted
twice. An incident's *origins* are the reports that are left when copies count once, and reports that credit the same agency alone count once.

## Incidents

An incident is one happening with all the reports that tell it: \`griot incidents\` lists them, \`griot show i:…\` shows one with the reason for every report. Each report has one that it mainly
tells, and may tell others, where it gives them another day or another town. Only reports are compared that share something rare: the name of a person, rare words, a place and time.

Every kind of evidence gives a score, the logarithm of odds: +1 makes it about three times as likely that two tellings are of one happening, −1 a third as likely. Scores are added up,
${PRIOR} is added for having something rare in common, and tellings are put together where the *average* over all pairs is above 0 (average linkage), so that one odd likeness joins nothing.
The weights are round numbers set from reason, the same for every kind of report. This page is made by \`scripts/docs.ts\` from the code.

${EVIDENCE.map(formatOne).join('\n')}
## What an incident says

Type, place and day are what most of its reports say; no happening is later than its first report. Killed and injured have a low, a best and a high, with who says which; the best is the
number that most reports give, the later one of two. Where reports tell of one kind of harm and none of the other, that one is 0, marked as inferred. The *lifecycle* lists each change of
what is said (planned, possible, ongoing, occurred, denied) with the day of the report that brought it.

## Decisions

\`griot decide merge I1 I2\`, \`griot decide split I REPORT…\` and \`griot decide lock I\` settle what belongs together; the last decision outweighs earlier ones, \`griot decide undo N\` takes
one back, and reports that come later obey.
`
}

function formatOne({ name, says, scale, onlyIfNear }: (typeof EVIDENCE)[number]): string {
  const rows = scale.map(([found, score]) => `| ${found} | ${typeof score === 'number' ? formatScore(score) : score} |`)
  const near = onlyIfNear ? ' It speaks for one happening only where the places do not speak against it.' : ''
  return `### ${name}

${says}${near}

| found | score |
|---|---|
${rows.join('\n')}
`
}

function formatScore(score: number): string {
  return score > 0 ? `+${score}` : String(score).replace('-', '−')
}
