import type { Words } from '../en/index.ts'

export const search: Words['search'] = {
  titleOf: words => `« ${words} »`,
  found: (n, isMore) => (isMore ? `plus de ${n} rapports` : n < 2 ? `${n} rapport` : `${n} rapports`),
  nothing: 'Aucun rapport ne contient tout cela.',
  nothingSays: 'Essayez moins de mots, ou retirez un filtre.',
  publishers: 'Éditeurs',
  countries: 'Pays',
  types: 'Événements',
  months: 'Mois',
}
