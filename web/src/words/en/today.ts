/** The page of the morning. */
export const today = {
  summary: (reports: number, incidents: number) =>
    reports === 0
      ? 'Nothing came in since your last visit.'
      : `${reports === 1 ? '1 report' : `${reports} reports`} came in, ${incidents === 1 ? '1 new incident' : `${incidents} new incidents`}`,
  empty: 'The library is empty.',
  emptySays:
    'Drop reports here in any format: PDF, DOCX, HTML, mail, feeds, CSV, JSON, archives. They are read on this machine and stay on it.',
  emptyCommand: 'Or in a terminal:',
  waiting: 'wait for review',
  newIncidents: 'New incidents',
  changedIncidents: 'Told by more reports now',
  moved: 'Numbers that moved',
  disagreements: 'Disagreements',
  refused: 'could not be added',
  comments: 'Comments',
  settle: 'Settle',
  settled: 'Comment settled.',
  notices: (n: number) => (n === 0 ? 'nothing new' : n === 1 ? '1 notice' : `${n} notices`),
  cameIn: 'Came in',
  library: (reports: string, incidents: string, figures: string, copies: string) =>
    `The library has ${reports} reports (${copies} repeat others), ${incidents} incidents, ${figures} figures.`,
}
