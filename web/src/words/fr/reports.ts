import type { Words } from '../en/index.ts'

export const reports: Words['reports'] = {
  published: 'Publié',
  publisher: 'Éditeur',
  title: 'Titre',
  records: 'Relevés',
  state: 'Relecture',
  review: 'État de la relecture',
  anyReview: 'tout état de relecture',
  copies: 'copies comprises',
  copy: 'copie',
  older: 'version antérieure',
  none: 'Aucun rapport ne correspond.',
  noneSays: 'Retirez un filtre, ou déposez ici des fichiers pour ajouter des rapports.',
  refused: n => (n < 2 ? `${n} élément n’a pas pu être ajouté` : `${n} éléments n’ont pas pu être ajoutés`),
  drop: 'Déposez des fichiers ici, ou choisissez-les : texte, Markdown, HTML, PDF, DOCX, courriel, flux, CSV, JSON, archives.',
  choose: 'Choisir des fichiers',
  adding: name => `Ajout de ${name}`,
  added: (added, known) => `${added} ajoutés${known > 0 ? `, ${known} déjà là` : ''}`,
  failedToAdd: n => `${n} n’ont pas pu être ajoutés`,
  confidentiality: 'Qui peut les voir',
  levels: { public: 'public', restricted: 'restreint', confidential: 'confidentiel' },
}
