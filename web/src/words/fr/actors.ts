import type { Words } from '../en/index.ts'

export const actors: Words['actors'] = {
  name: 'Nom',
  kind: 'Sorte',
  country: 'Pays',
  records: 'Relevés',
  reports: 'Rapports',
  kinds: {
    person: 'personne',
    country: 'pays',
    government: 'gouvernement',
    organization: 'organisation',
    'armed-group': 'groupe armé',
    population: 'population',
    place: 'lieu',
  },
  inRecords: (records, reports) => `${records} relevés dans ${reports} rapports`,
  offices: 'Fonctions',
  did: 'A fait, et subi',
  said: 'A dit',
  counted: 'A compté',
  names: 'Noms dans les rapports',
  rename: 'Renommer',
  renamed: 'Renommé.',
  merge: 'Tenir un autre pour le même',
  same: 'Le même',
  merged: name => `${name} est tenu pour le même.`,
}
