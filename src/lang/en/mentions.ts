import type { MentionAnswers, Pronoun } from '../../document/answers/mentions.ts'
import { ENTITY_KINDS, type EntityKind } from '../../record/entity.ts'
import { loadTable } from '../../resource/table.ts'

/** English referring expressions, from the lists beside this file. */
export function loadMentionAnswers(): MentionAnswers {
  const list = (name: string) => new Set(loadTable(new URL(`./${name}.tsv`, import.meta.url), ['noun']).map(r => r.noun))
  const pronouns = loadTable(new URL('./pronouns.tsv', import.meta.url), [
    'pronoun',
    'person',
    'number',
    'gender',
    'possessive',
    'reflexive',
  ])
  const anaphors = loadTable(new URL('./anaphors.tsv', import.meta.url), ['noun', 'kinds', 'named'])
  const genders = loadTable(new URL('./genders.tsv', import.meta.url), ['word', 'gender'])
  return {
    pronouns: new Map(pronouns.map(r => [r.pronoun, pronoun(r)])),
    determiners: new Set([
      'the',
      'a',
      'an',
      'this',
      'that',
      'these',
      'those',
      'its',
      'their',
      'his',
      'her',
      'our',
      'my',
      'your',
      'some',
      'any',
    ]),
    definite: new Set(['the', 'this', 'that', 'these', 'those']),
    genitives: new Set(['of']),
    anaphors: new Map(anaphors.map(r => [r.noun, r.kinds.split(' ').filter(isKind)])),
    selfNamed: new Set(anaphors.filter(r => r.named === 'yes').map(r => r.noun)),
    placeNouns: list('place-nouns'),
    placeClasses: list('place-classes'),
    partitives: list('partitives'),
    things: new Set(['which']),
    people: new Set(['who', 'whom']),
    genders: new Map(genders.map(r => [r.word, r.gender === 'fem' ? 'fem' : 'masc'])),
  }
}

function pronoun(r: { person: string; number: string; gender: string; possessive: string; reflexive: string }): Pronoun {
  return {
    person: Number(r.person) as 1 | 2 | 3,
    number: r.number === 'sing' || r.number === 'plur' ? r.number : null,
    gender: r.gender === 'masc' || r.gender === 'fem' || r.gender === 'neut' ? r.gender : null,
    possessive: r.possessive !== '',
    reflexive: r.reflexive !== '',
  }
}

function isKind(word: string): word is EntityKind {
  return (ENTITY_KINDS as readonly string[]).includes(word)
}
