import type { AgentAnswers } from '../../document/answers/agents.ts'
import type { DemonymAnswers } from '../../document/answers/countries.ts'
import type { FigureAnswers, MeasureTerm, NumberWord } from '../../document/answers/figures.ts'
import { MEASURES, type Measure, QUANTIFIERS, type Quantifier } from '../../record/figure.ts'
import { loadTable } from '../../resource/table.ts'
import { pushTo } from '../../util/group.ts'

const at = (name: string) => new URL(`./figures/${name}.tsv`, import.meta.url)

/** English numbers and what they count, from the lists in `figures/`. */
export function loadFigureAnswers(agents: AgentAnswers, demonyms: DemonymAnswers): FigureAnswers {
  const words = (name: string, column: 'noun' | 'word' | 'verb') => new Set(loadTable(at(name), [column]).map(r => r[column]))
  const measures = new Map<string, MeasureTerm[]>()
  for (const r of loadTable(at('measures'), ['term', 'as', 'with', 'measure', 'kind'])) {
    const term: MeasureTerm = {
      as: r.as as MeasureTerm['as'],
      with: r.with,
      measure: oneOf(MEASURES, r.measure, 'other') as Measure,
      kind: r.kind === 'stock' || r.kind === 'flow' ? r.kind : null,
    }
    pushTo(measures, r.term, term)
  }
  const quantifiers = loadTable(at('quantifiers'), ['phrase', 'quantifier', 'side']).map(r => ({
    words: r.phrase.split(' '),
    quantifier: oneOf(QUANTIFIERS, r.quantifier, 'about') as Quantifier,
    after: r.side === 'after',
  }))
  const counted = new Map(
    loadTable(at('counted-nouns'), ['noun', 'unit', 'population']).map(r => [
      r.noun,
      { unit: r.unit as 'household', population: r.population !== '' },
    ]),
  )
  return {
    numbers: new Map(
      loadTable(at('number-words'), ['word', 'kind', 'value', 'low', 'high']).map(r => [
        r.word,
        { kind: r.kind as NumberWord['kind'], value: Number(r.value), low: Number(r.low), high: Number(r.high) },
      ]),
    ),
    quantifiers: quantifiers.sort((a, b) => b.words.length - a.words.length),
    measures,
    counted,
    isPeople({ form, lower, lemma, upos }) {
      const noun = lemma.toLowerCase()
      if (counted.get(noun)?.population) return true
      if ((agents.of(lower, null) ?? agents.of(noun, 'plur'))?.person) return true
      return upos !== 'ADJ' && demonyms.of(form) !== null
    },
    notCounted: words('not-counted', 'noun'),
    changes: new Map(
      loadTable(at('changes'), ['verb', 'factor', 'direction']).map(r => [
        r.verb,
        { factor: r.factor ? Number(r.factor) : null, direction: r.direction === '1' ? 1 : -1 },
      ]),
    ),
    currencies: new Map(loadTable(at('currencies'), ['word', 'code']).map(r => [r.word, r.code])),
    funding: new Map(
      loadTable(at('funding-words'), ['word', 'measure', 'share', 'noun']).map(r => [
        r.word,
        { measure: r.measure === 'funding' ? 'funding' : 'other', share: r.share !== '', noun: r.noun !== '' } as const,
      ]),
    ),
    range: {
      middle: new Set(['and', 'to', '-', '–', '—', 'or']),
      and: new Set(['and']),
      between: new Set(['between']),
      from: new Set(['from']),
    },
    standing: ['as of', 'as at'].map(phrase => phrase.split(' ')),
    comparisons: ['against', 'compared with', 'compared to', 'up from', 'down from', 'versus', 'from'].map(phrase => phrase.split(' ')),
    parts: new Set(['including', 'among', 'of', 'includes']),
    links: new Set(['be', 'remain', 'stay', 'become', 'get', 'go', 'report', 'leave', 'feel', 'make']),
    more: new Set(['more', 'others', 'other', 'additional']),
    strong: new Set(['strong']),
    recipients: new Set(['to', 'for']),
    sides: new Set(['between', 'against']),
    totals: new Set(['number', 'total', 'figure', 'count', 'toll', 'estimate']),
    articles: new Set(['a', 'an', 'the', 'another']),
    ages: new Set(['aged', 'age', 'ages']),
    both: new Set(['both', 'each']),
    blocks: new Set(['block', 'blocks', 'blk']),
    streets: new Set([
      'street',
      'st.',
      'avenue',
      'ave',
      'ave.',
      'road',
      'rd.',
      'drive',
      'dr.',
      'boulevard',
      'blvd',
      'blvd.',
      'lane',
      'highway',
      'parkway',
      'terrace',
      'court',
      'way',
      'place',
      'circle',
    ]),
    calls: new Set(['call', 'dial', 'phone', 'ring']),
    undone: new Set(['attempted', 'foiled', 'thwarted', 'averted']),
    anybody: '#people',
    of: 'of',
    few: 'few',
    no: new Set(['no', 'any', 'each', 'every', 'this', 'that', 'which', 'the']),
    counters: new Set([
      'put',
      'place',
      'estimate',
      'count',
      'record',
      'register',
      'report',
      'document',
      'verify',
      'log',
      'tally',
      'confirm',
    ]),
    arrivals: words('arrival-verbs', 'verb'),
    hosts: new Set(['host', 'home', 'house', 'shelter', 'accommodate', 'hold', 'harbour', 'harbor']),
    origins: new Set(['from', 'out']),
    destinations: new Set(['to', 'into', 'towards', 'toward', 'onto', 'across', 'over']),
    denials: new Set(['not']),
    anaphors: new Set(['them', 'whom', 'which', 'these', 'those']),
    ratio: [['in'], ['out', 'of'], ['of', 'every']],
    tolls: words('toll-verbs', 'verb'),
    alongside: [['along', 'with'], ['together', 'with'], ['alongside']],
    openers: new Set([';', ':', '“', '"', ',', 'and', 'that', '—', '–', '(']),
    unglue: word => unglue(word, measures),
    tollUnits: new Set(['people', 'person', 'dead', 'death', 'family', 'household', 'man', 'soldier', 'troop']),
    labels: words('labels', 'noun'),
    by: new Set(['by']),
    anyVerb: '*',
    folk: '#folk',
    aims: new Set(['on', 'upon', 'against']),
    classes: loadClasses(),
    one: new Set(['a', 'an', 'one']),
    percent: [['%'], ['percent'], ['per', 'cent']],
    digits: { decimal: '.', groups: [',', '\u00a0', '\u202f', ' '] },
  }
}

/** Function words that are run together with what stands beside them. */
const GLUE = [
  'were',
  'was',
  'had',
  'have',
  'has',
  'been',
  'being',
  'are',
  'still',
  'about',
  'around',
  'almost',
  'nearly',
  'newly',
  'new',
  'people',
]

function unglue(word: string, measures: ReadonlyMap<string, unknown>): string {
  for (const part of GLUE) {
    if (word.startsWith(part) && measures.has(word.slice(part.length))) return word.slice(part.length)
    if (word.endsWith(part) && measures.has(word.slice(0, -part.length))) return word.slice(0, -part.length)
  }
  return word
}

function loadClasses(): ReadonlyMap<string, ReadonlySet<string>> {
  const out = new Map<string, Set<string>>()
  for (const { class: name, noun } of loadTable(at('classes'), ['class', 'noun'])) out.set(name, (out.get(name) ?? new Set()).add(noun))
  return out
}

function oneOf(list: readonly string[], cell: string, otherwise: string): string {
  return list.includes(cell) ? cell : otherwise
}
