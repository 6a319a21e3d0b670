import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addMonths,
  dateExists,
  dateOf,
  dayOf,
  easterOf,
  formatDay,
  isoWeekOf,
  isoWeekStart,
  mondayOf,
  nthWeekday,
  parseDay,
  weekdayOf,
} from './calendar.ts'

const days = fc.integer({ min: -1_500_000, max: 1_500_000 })

test('every day has one date and every date its day', () => {
  fc.assert(
    fc.property(days, day => {
      const d = dateOf(day)
      return dateExists(d.year, d.month, d.day) && dayOf(d.year, d.month, d.day) === day && parseDay(formatDay(day)) === day
    }),
  )
})

test('a day lies in its own ISO week', () => {
  fc.assert(
    fc.property(days, day => {
      const { year, week } = isoWeekOf(day)
      return isoWeekStart(year, week) === mondayOf(day) && week >= 1 && week <= 53
    }),
  )
})

test('weekdays and weeks at the edges of a year', () => {
  assert.equal(weekdayOf(dayOf(1970, 1, 1)), 4)
  assert.equal(weekdayOf(dayOf(2024, 2, 29)), 4)
  assert.deepEqual(isoWeekOf(dayOf(2021, 1, 3)), { year: 2020, week: 53 })
  assert.deepEqual(isoWeekOf(dayOf(2024, 12, 30)), { year: 2025, week: 1 })
  assert.equal(formatDay(isoWeekStart(2020, 1)), '2019-12-30')
})

test('months are added without leaving the month', () => {
  assert.equal(formatDay(addMonths(dayOf(2024, 1, 31), 1)), '2024-02-29')
  assert.equal(formatDay(addMonths(dayOf(2024, 3, 31), -1)), '2024-02-29')
  assert.equal(formatDay(addMonths(dayOf(2024, 1, 15), -13)), '2022-12-15')
})

test('dates that the calendar lacks', () => {
  assert.equal(dateExists(2024, 2, 31), false)
  assert.equal(dateExists(2023, 2, 29), false)
  assert.equal(dateExists(1900, 2, 29), false)
  assert.equal(parseDay('2024-13-45'), null)
  assert.equal(parseDay('2024-3-5'), null)
})

test('years before Christ are astronomical', () => {
  assert.equal(formatDay(dayOf(-489, 9, 12)), '-0489-09-12')
  assert.equal(formatDay(dayOf(0, 1, 1)), '0000-01-01')
})

test('movable days', () => {
  assert.equal(formatDay(easterOf(2024)), '2024-03-31')
  assert.equal(formatDay(easterOf(2000)), '2000-04-23')
  assert.equal(formatDay(nthWeekday(2023, 11, 4, 4)), '2023-11-23')
  assert.equal(formatDay(nthWeekday(2024, 5, 1, -1)), '2024-05-27')
})
