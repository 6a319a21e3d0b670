import type { Words } from '../en/index.ts'

export const today: Words['today'] = {
  summary: (reports, incidents) =>
    reports === 0
      ? 'Rien n’est arrivé depuis votre dernière visite.'
      : `${reports < 2 ? `${reports} rapport arrivé` : `${reports} rapports arrivés`}, ${incidents < 2 ? `${incidents} incident nouveau` : `${incidents} incidents nouveaux`}`,
  empty: 'La bibliothèque est vide.',
  emptySays:
    'Déposez ici des rapports de tout format : PDF, DOCX, HTML, courriel, flux, CSV, JSON, archives. Ils sont lus sur cette machine et y restent.',
  emptyCommand: 'Ou dans un terminal :',
  waiting: 'à relire',
  newIncidents: 'Incidents nouveaux',
  changedIncidents: 'Racontés par plus de rapports',
  moved: 'Nombres qui ont bougé',
  disagreements: 'Désaccords',
  refused: 'n’ont pas pu être ajoutés',
  comments: 'Commentaires',
  settle: 'Régler',
  settled: 'Commentaire réglé.',
  notices: n => (n === 0 ? 'rien de nouveau' : n === 1 ? '1 avis' : `${n} avis`),
  cameIn: 'Arrivés',
  library: (reports, incidents, figures, copies) =>
    `La bibliothèque compte ${reports} rapports (dont ${copies} repris d’autres), ${incidents} incidents, ${figures} chiffres.`,
}
