import type { ReadingRecord } from '../src/record/reading.ts'
import { reading as schema } from '../src/record/reading.ts'
import type { Span } from '../src/record/span.ts'

// Readings made by hand, for the tests of what is made of readings. Each is checked against the schema.

const TITLE = 'Talks in Tembe'
const TEXT =
  'The mayor of Tembe, Ada Obi, said on Monday that soldiers had killed at least 12 villagers.\nThey attacked “the market” with mortars on 3 March.'

/** Where some words stand in a text. */
function at(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" does not stand in the text`)
  return [start, start + words.length]
}

const why = (rule: string, ...words: string[]) => ({ rule, spans: words.map(each => at(TEXT, each)) })

/** A reading with one record of each kind and three entities. */
export const small: ReadingRecord = schema.parse({
  griot: '1.0',
  report: {
    id: `sha256:${'0'.repeat(64)}`,
    textHash: `sha256:${'1'.repeat(64)}`,
    sourceId: null,
    title: TITLE,
    url: 'https://example.org/tembe',
    publisher: 'The Tembe Post',
    authors: ['Ben Ido'],
    language: 'en',
    published: { start: '2024-03-05', end: '2024-03-05', type: 'date', value: '2024-03-05', precision: 'day', basis: 'stated', span: null },
    text: TEXT,
    notes: ['The text holds characters without width, which may part words unseen.'],
  },
  entities: [
    {
      id: 'e1',
      kind: 'place',
      name: 'Tembe',
      ref: { country: 'MOZ', pcode: 'MZ0101' },
      sector: null,
      members: [],
      place: { lat: -12.5, lon: 39.25, country: 'MOZ', admin1: 'Cabo Delgado', precision: 'city' },
      candidates: [],
      confidence: 0.9,
      mentions: [{ span: at(TEXT, 'Tembe'), as: 'name' }],
      from: { name: why('mentions/name', 'Tembe'), place: why('where/name', 'Tembe') },
    },
    {
      id: 'e2',
      kind: 'person',
      name: 'Ada Obi',
      ref: null,
      sector: 'GOV',
      members: [],
      place: null,
      candidates: [],
      confidence: 0.8,
      mentions: [{ span: at(TEXT, 'Ada Obi'), as: 'name' }],
      from: { name: why('mentions/name', 'Ada Obi') },
    },
    {
      id: 'e3',
      kind: 'population',
      name: 'soldiers',
      ref: null,
      sector: 'MIL',
      members: [],
      place: null,
      candidates: [],
      confidence: 0.7,
      mentions: [
        { span: at(TEXT, 'soldiers'), as: 'description' },
        { span: at(TEXT, 'They'), as: 'pronoun' },
      ],
      from: { name: why('mentions/agent', 'soldiers') },
    },
  ],
  times: [],
  statements: [
    {
      id: 's1',
      speaker: 'e2',
      cue: at(TEXT, 'said'),
      content: [at(TEXT, 'soldiers had killed at least 12 villagers')],
      form: 'indirect',
      act: 'assert',
      about: ['e3'],
      within: null,
      addressee: null,
      place: null,
      time: {
        start: '2024-03-04',
        end: '2024-03-04',
        type: 'date',
        value: '2024-03-04',
        precision: 'day',
        basis: 'resolved',
        span: at(TEXT, 'Monday'),
      },
      evidence: [0, 91],
      confidence: 0.9,
      from: {
        speaker: why('statements/speaker', 'Ada Obi'),
        content: why('statements/reported-clause', 'soldiers had killed at least 12 villagers'),
      },
    },
  ],
  events: [
    {
      id: 'v1',
      type: 'ASSAULT',
      mode: 'heavy-weapons',
      contexts: ['military'],
      status: 'occurred',
      trigger: at(TEXT, 'attacked'),
      actors: ['e3'],
      recipients: [],
      object: at(TEXT, 'the market'),
      place: 'e1',
      places: ['e1'],
      time: {
        start: '2024-03-03',
        end: '2024-03-03',
        type: 'date',
        value: '2024-03-03',
        precision: 'day',
        basis: 'resolved',
        span: at(TEXT, '3 March'),
      },
      saidIn: null,
      same: null,
      acled: { event: 'Explosions/Remote violence', subEvent: 'Shelling/artillery/missile attack' },
      evidence: at(TEXT, 'They attacked “the market” with mortars on 3 March.'),
      confidence: 0.85,
      from: { type: why('events/frame', 'attacked'), actors: why('events/frame', 'They') },
    },
  ],
  figures: [
    {
      id: 'f1',
      measure: 'killed',
      kind: 'flow',
      unit: 'person',
      per: null,
      population: 'villagers',
      term: at(TEXT, 'killed'),
      value: { low: 12, best: 12, high: null, quantifier: 'at-least' },
      change: null,
      time: null,
      asOf: null,
      place: 'e1',
      places: ['e1'],
      origin: null,
      destination: null,
      source: 'e2',
      saidIn: 's1',
      partOf: null,
      same: null,
      events: [],
      span: at(TEXT, '12'),
      evidence: [0, 91],
      confidence: 0.95,
      from: { value: why('figures/number', 'at least', '12') },
    },
  ],
  positions: [
    {
      id: 'p1',
      holder: 'e2',
      title: 'mayor',
      of: 'e1',
      status: 'current',
      time: null,
      saidIn: null,
      span: at(TEXT, 'mayor'),
      evidence: [0, 91],
      confidence: 0.95,
      from: { title: why('positions/apposition', 'mayor') },
    },
  ],
})

/** A report in which nothing was found. */
export const bare: ReadingRecord = { ...small, entities: [], statements: [], events: [], figures: [], positions: [] }

/** An empty report. */
export const empty: ReadingRecord = {
  ...bare,
  report: { ...small.report, title: null, url: null, publisher: null, authors: [], published: null, language: 'und', text: '', notes: [] },
}

const EVIL = [
  '</style></script><script>alert(1)</script><img src=x onerror=alert(2)>',
  '=HYPERLINK("http://example.org";"x")',
  '"quoted", \'single\' & <b>bold</b>',
  '\u001B[31mred\u001B[0m \u0007 \u009B2J',
  '\u202Eright to left\u202C \u2066isolated',
  '\r\ncarriage\rreturn\ttab',
  '@SUM(1+1) +1 -1 \uFEFF\u200B',
  '漢字 e\u0301 👩‍👩‍👧‍👦 \u{1F1F2}\u{1F1FF}',
].join('\n')

/** The small reading with every string that the outside gives replaced by hostile ones; spans lie anywhere in the text. */
export const hostile: ReadingRecord = {
  ...small,
  report: {
    ...small.report,
    title: EVIL,
    url: 'javascript:alert(1)',
    publisher: EVIL,
    authors: [EVIL],
    text: EVIL.padEnd(TEXT.length, ' x'),
    notes: [EVIL],
    language: 'en',
  },
  entities: small.entities.map((entity, i) => ({ ...entity, name: EVIL.split('\n')[i] ?? EVIL })),
  figures: small.figures.map(figure => ({ ...figure, population: EVIL })),
  positions: small.positions.map(position => ({ ...position, title: EVIL, span: [0, EVIL.length] as const })),
}

/** Ten thousand events in a text of as many sentences. */
export const many: ReadingRecord = makeMany(10_000)

function makeMany(count: number): ReadingRecord {
  const sentence = 'Soldiers attacked the market. '
  const [event] = small.events
  const events = Array.from({ length: count }, (_, i) => {
    const start = i * sentence.length
    const trigger = [start + 9, start + 17] as const
    return {
      ...(event as NonNullable<typeof event>),
      id: `v${i + 1}`,
      trigger,
      object: null,
      time: null,
      evidence: [start, start + 29] as const,
      from: { type: { rule: 'events/frame', spans: [trigger] } },
    }
  })
  return { ...bare, report: { ...small.report, text: sentence.repeat(count) }, events }
}
