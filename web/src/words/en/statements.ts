/** The page of statements. */
export const statements = {
  tabs: { all: 'All', contradictions: 'Contradictions', repeats: 'Told by several' },
  claimed: 'Claimed',
  denied: 'Denied',
  own: 'the same speaker',
  toldBy: (n: number) => `Told by ${n} reports`,
  none: { contradictions: 'No denial of what another says.', repeats: 'Nothing is told by several reports.' },
  looked: (n: number) => `The newest ${n} statements that fit were compared.`,
}
