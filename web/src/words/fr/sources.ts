import type { Words } from '../en/index.ts'

export const sources: Words['sources'] = {
  publisher: 'Éditeur',
  reports: 'Rapports',
  own: 'Propres et repris',
  ownOf: (own, copies) => `${own} propres, ${copies} repris d’autres`,
  first: 'Premier',
  last: 'Dernier',
}

export const rules: Words['rules'] = {
  says: 'Chaque relevé nomme les règles qui l’ont fait. La précision vient des décisions prises dans cette bibliothèque, avec leur nombre.',
  rule: 'Règle',
  saysWhat: 'Ce qu’elle dit',
  right: 'Juste jusqu’ici',
  between: (low, high) => `entre ${low} et ${high} (95 %)`,
}
