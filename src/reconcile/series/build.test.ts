import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FigureRecord, FigureValue } from '../../record/figure.ts'
import type { Time } from '../../record/time.ts'
import { addSeries, buildSeries, type Series } from './build.ts'
import type { FigureTold, PlaceFacts } from './told.ts'

const village: PlaceFacts = { key: 'geonames:1', name: 'Kelo', country: 'TGO', admin1: 'Savanes', precision: 'city', lat: 10.9, lon: 0.2 }
const region: PlaceFacts = {
  key: 'pcode:TG05',
  name: 'Savanes',
  country: 'TGO',
  admin1: 'Savanes',
  precision: 'admin1',
  lat: 10.5,
  lon: 0.5,
}
const country: PlaceFacts = { key: 'country:TGO', name: 'Togo', country: 'TGO', admin1: null, precision: 'country', lat: 8, lon: 1.2 }

interface Telling {
  n?: number
  value?: FigureValue | null
  by?: string
  on?: string
  from?: string | null
  to?: string | null
  place?: PlaceFacts
  incident?: string
  copyOf?: string
  supersededBy?: string
  isDoubtful?: boolean
  figure?: Partial<FigureRecord>
  report?: string
}

let count = 0

/** A figure of people killed, as one report tells it. */
function tell(telling: Telling): FigureTold {
  const { n = 0, by, on = '2024-03-10', from, to = from, place = village, figure = {}, report = `r${++count}` } = telling
  const value = telling.value === undefined ? { low: n, best: n, high: n, quantifier: 'exact' as const } : telling.value
  const time: Time | null =
    from === undefined ? null : { start: from, end: to ?? null, type: 'date', value: '', precision: 'day', basis: 'resolved', span: null }
  const whole: FigureRecord = {
    id: 'f1',
    measure: 'killed',
    kind: 'flow',
    unit: 'person',
    per: null,
    population: null,
    term: null,
    value,
    change: null,
    time,
    asOf: null,
    place: null,
    places: [],
    origin: null,
    destination: null,
    source: null,
    saidIn: null,
    partOf: null,
    same: null,
    events: [],
    span: [0, 1],
    evidence: [0, 1],
    confidence: 0.9,
    from: {},
    ...figure,
  }
  return {
    id: `${report}/${whole.id}`,
    figure: whole,
    report: {
      id: report,
      published: on,
      publisher: null,
      language: 'en',
      copyOf: telling.copyOf ?? null,
      supersededBy: telling.supersededBy ?? null,
    },
    place,
    source: by ? { key: by, name: by } : null,
    incident: telling.incident ?? null,
    isDoubtful: telling.isDoubtful ?? false,
  }
}

function dayAs(day: string): Time {
  return { start: day, end: day, type: 'date', value: day, precision: 'day', basis: 'stated', span: null }
}

function only(series: readonly Series[]): Series {
  assert.equal(series.length, 1, series.map(each => each.key).join(', '))
  return series[0] as Series
}

function roles(series: Series): string[] {
  return series.strands.flatMap(strand => strand.marks.map(mark => mark.role))
}

describe('tolls of one incident', () => {
  test('a toll that rises counts once, at its newest', () => {
    const series = only(
      buildSeries([
        tell({ n: 12, by: 'police', on: '2024-03-10', from: '2024-03-09', incident: 'i1' }),
        tell({ n: 15, by: 'police', on: '2024-03-11', from: '2024-03-09', incident: 'i1' }),
      ]),
    )
    assert.deepEqual(roles(series), ['superseded', 'recommended'])
    assert.equal(series.totals[0]?.best, 15)
    assert.match(series.strands[0]?.marks[0]?.because ?? '', /police says 15 later \(2024-03-11\)/)
  })

  test('two sources that agree outweigh a stray later one, which stays as a bound', () => {
    const strand = only(
      buildSeries([
        tell({ n: 15, by: 'police', on: '2024-03-10', from: '2024-03-09', incident: 'i1' }),
        tell({ n: 15, by: 'hospital', on: '2024-03-10', from: '2024-03-09', incident: 'i1' }),
        tell({ n: 40, by: 'a witness', on: '2024-03-11', from: '2024-03-09', incident: 'i1' }),
      ]),
    ).strands[0]
    assert.deepEqual(strand?.amount, { low: 15, best: 15, high: 40 })
    assert.deepEqual(strand?.notes, ['Sources disagree: 15 (hospital), 40 (a witness).'])
  })

  test('copies, older versions and repeats are not counted again', () => {
    const series = only(
      buildSeries([
        tell({ n: 15, by: 'a', from: '2024-03-09', incident: 'i1', report: 'ra' }),
        tell({ n: 15, by: 'b', from: '2024-03-09', incident: 'i1', copyOf: 'ra', report: 'rb' }),
        tell({ n: 14, by: 'c', from: '2024-03-09', incident: 'i1', supersededBy: 'ra', report: 'rc' }),
        tell({ n: 15, by: 'a', from: '2024-03-09', incident: 'i1', report: 'ra', figure: { id: 'f2', same: 'f1' } }),
      ]),
    )
    assert.deepEqual(roles(series).sort(), ['copy', 'recommended', 'repeat', 'superseded'])
    assert.equal(series.totals[0]?.best, 15)
  })

  test('a correction downwards is followed and said', () => {
    const strand = only(
      buildSeries([
        tell({ n: 20, by: 'army', on: '2024-03-10', from: '2024-03-09', incident: 'i1' }),
        tell({ n: 17, by: 'army', on: '2024-03-12', from: '2024-03-09', incident: 'i1' }),
      ]),
    ).strands[0]
    assert.equal(strand?.amount?.best, 17)
    assert.match(strand?.notes[0] ?? '', /army: 20 became 17 \(2024-03-12\): the count was corrected/)
  })

  test('two incidents of one day add up in a region; in a town they are taken for one', () => {
    const of = (place: PlaceFacts) =>
      only(
        buildSeries([tell({ n: 3, from: '2024-03-09', incident: 'i1', place }), tell({ n: 4, from: '2024-03-09', incident: 'i2', place })]),
      )
    assert.equal(of(region).totals[0]?.best, 7)
    assert.equal(of(village).totals[0]?.best, 4)
  })
})

describe('what is not counted', () => {
  test('possible, parts, rates, shares, changes', () => {
    const series = only(
      buildSeries([
        tell({ n: 30, from: '2024-03-09', incident: 'i', report: 'r' }),
        tell({ n: 10, from: '2024-03-09', incident: 'i', report: 'r', figure: { id: 'f2', partOf: 'f1' } }),
        tell({ n: 90, from: '2024-03-09', incident: 'i', isDoubtful: true }),
        tell({ n: 5, from: '2024-03-09', incident: 'i', figure: { per: 'day' } }),
        tell({ value: null, from: '2024-03-09', incident: 'i', figure: { change: { factor: 2 } } }),
      ]),
    )
    assert.deepEqual(roles(series).sort(), ['partial', 'recommended', 'uncounted', 'uncounted', 'unverified'])
    assert.equal(series.totals[0]?.best, 30)
  })

  test('a part about other people has a series of its own', () => {
    const series = buildSeries([
      tell({ n: 30, from: '2024-03-09', report: 'r' }),
      tell({ n: 10, from: '2024-03-09', report: 'r', figure: { id: 'f2', partOf: 'f1', population: 'children' } }),
    ])
    assert.deepEqual(
      series.map(each => [each.population, each.totals[0]?.best]),
      [
        ['children', 10],
        ['everyone', 30],
      ],
    )
  })

  test('households count as persons where their size is known, rounded half up', () => {
    const told = [tell({ n: 101, from: '2024-03-09', figure: { unit: 'household', measure: 'displaced' } })]
    assert.equal(only(buildSeries(told)).totals[0]?.best, 0)
    assert.equal(only(buildSeries(told, { householdSize: 5.5 })).totals[0]?.best, 556)
    assert.match(only(buildSeries(told)).strands[0]?.marks[0]?.because ?? '', /size of a household/)
  })

  test('what has no day counts on the day of its report; without that it is left out', () => {
    const [total] = only(buildSeries([tell({ n: 7 })])).totals
    assert.equal(total?.best, 7)
    const [without] = only(buildSeries([{ ...tell({ n: 7 }), report: { ...tell({}).report, published: null } }])).totals
    assert.equal(without?.best, 0)
    assert.equal(without?.leftOut[0]?.because, 'when it happened is not told')
  })

  test('reports without a day join what happened shortly before, and each other', () => {
    const series = only(
      buildSeries([
        tell({ n: 12, on: '2024-03-09', from: '2024-03-08' }),
        tell({ n: 12, on: '2024-03-10' }),
        tell({ n: 5, on: '2024-04-01' }),
        tell({ n: 5, on: '2024-04-03' }),
        tell({ n: 5, on: '2024-04-20' }),
      ]),
    )
    assert.deepEqual(
      series.strands.map(strand => [strand.period.start, strand.marks.length]),
      [
        ['2024-03-08', 2],
        ['2024-04-01', 2],
        ['2024-04-20', 1],
      ],
    )
    assert.equal(series.totals[0]?.best, 22)
  })
})

describe('days', () => {
  test('a flow over the turn of the year counts in the year in which it ends', () => {
    const series = only(buildSeries([tell({ n: 7, from: '2023-12-30', to: '2024-01-02' })]))
    assert.equal(series.totals[0]?.period, '2024')
  })

  test('a count since a day is one strand, its newest figure counts, and it holds what happened meanwhile', () => {
    const series = only(
      buildSeries([
        tell({ n: 100, by: 'un', on: '2024-03-01', from: '2024-01-01', to: null }),
        tell({ n: 130, by: 'un', on: '2024-04-01', from: '2024-01-01', to: null }),
        tell({ n: 12, by: 'police', on: '2024-02-02', from: '2024-02-01', incident: 'i1' }),
      ]),
    )
    const [total] = series.totals
    assert.equal(total?.best, 130)
    assert.match(total?.leftOut[0]?.because ?? '', /lie within those of .*#since 2024-01-01/)
  })

  test('a count that falls below half began anew', () => {
    const strand = only(
      buildSeries([
        tell({ n: 100, by: 'un', on: '2024-03-01', from: '2024-01-01', to: null }),
        tell({ n: 9, by: 'un', on: '2024-04-01', from: '2024-01-01', to: null }),
      ]),
    ).strands[0]
    assert.match(strand?.notes[0] ?? '', /began anew/)
  })

  test('a stock is added at one day, never over days', () => {
    const stock = { kind: 'stock' as const, measure: 'displaced' as const }
    const series = only(
      buildSeries([tell({ n: 1000, on: '2024-03-01', figure: stock }), tell({ n: 1200, on: '2024-04-01', figure: stock })]),
    )
    assert.deepEqual(
      series.totals.map(total => [total.period, total.best]),
      [
        ['2024-03-01', 1000],
        ['2024-04-01', 1200],
      ],
    )
  })
})

test('a part stands with its whole, though it gives no day', () => {
  const series = only(
    buildSeries([
      tell({ n: 4000, on: '2024-03-10', report: 'r', figure: { kind: 'stock', measure: 'displaced', asOf: dayAs('2024-03-08') } }),
      tell({ n: 900, on: '2024-03-10', report: 'r', figure: { id: 'f2', partOf: 'f1', kind: 'stock', measure: 'displaced' } }),
    ]),
  )
  assert.deepEqual(roles(series), ['recommended', 'partial'])
  assert.deepEqual(
    series.totals.map(total => [total.period, total.best]),
    [['2024-03-08', 4000]],
  )
})

describe('places', () => {
  test('what the region counts is not added to it again', () => {
    const series = buildSeries([
      tell({ n: 34, from: '2024-03-04', to: '2024-03-10', place: region }),
      tell({ n: 12, from: '2024-03-05', place: village, incident: 'i1' }),
      tell({ n: 5, from: '2024-05-05', place: village, incident: 'i2' }),
    ])
    const [total] = addSeries(series)
    assert.equal(total?.best, 39)
    assert.equal(total?.leftOut.length, 1)
  })

  test('a country holds its regions, another one does not', () => {
    const abroad: PlaceFacts = { ...village, key: 'geonames:2', country: 'BEN' }
    const series = buildSeries([
      tell({ n: 50, from: '2024-03-01', to: '2024-03-31', place: country }),
      tell({ n: 12, from: '2024-03-05', place: village }),
      tell({ n: 3, from: '2024-03-05', place: abroad }),
    ])
    assert.equal(addSeries(series)[0]?.best, 53)
  })
})

test('the order in which reports came does not matter', () => {
  const told = [
    tell({ n: 12, by: 'police', on: '2024-03-10', from: '2024-03-09', incident: 'i1' }),
    tell({ n: 15, by: 'army', on: '2024-03-10', from: '2024-03-09', incident: 'i1' }),
    tell({ n: 15, by: 'un', on: '2024-03-12', from: '2024-03-09', incident: 'i1' }),
    tell({ n: 40, from: '2024-03-01', to: '2024-03-31', place: region }),
  ]
  assert.deepEqual(buildSeries(told.toReversed()), buildSeries(told))
})
