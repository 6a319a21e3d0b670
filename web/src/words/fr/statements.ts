import type { Words } from '../en/index.ts'

export const statements: Words['statements'] = {
  tabs: { all: 'Toutes', contradictions: 'Contradictions', repeats: 'Reprises' },
  claimed: 'Affirmé',
  denied: 'Démenti',
  own: 'le même locuteur',
  toldBy: n => `Dit dans ${n} rapports`,
  none: { contradictions: 'Aucun démenti de ce qu’un autre affirme.', repeats: 'Rien n’est dit par plusieurs rapports.' },
  looked: n => `Les ${n} déclarations les plus récentes qui correspondent ont été comparées.`,
}
