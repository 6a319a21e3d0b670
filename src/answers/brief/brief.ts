import type { Library } from '../../library/open.ts'
import { reportsAbout } from '../../store/about.ts'
import { countCloser, withReportsUpTo } from '../../store/open-reports.ts'
import type { Confidentiality } from '../../store/reports.ts'
import { accountOf } from '../account.ts'
import { countryName, getCountry } from '../countries.ts'
import { findChanges } from '../diff/diff.ts'
import { createWitnesses } from '../evidence.ts'
import type { Happening } from '../happenings.ts'
import { openScope } from '../scope.ts'
import { gatherTold, knownOn } from '../told.ts'
import { tellMissions, tellPresence } from './abroad.ts'
import { tellChanges } from './changes.ts'
import { chooseHappenings, tellHappenings } from './events.ts'
import { chooseCharts, chooseSeries, type ToldChart, tellSeries } from './figures.ts'
import { tellPower } from './power.ts'
import { choosePartners, type ToldPartner, tellPartners } from './relations.ts'
import { type BriefState, SECTIONS, type SectionName, type Telling } from './sentence.ts'
import { tellStatements } from './statements.ts'
import type { BriefLanguage } from './templates.ts'

export interface BriefWanted {
  /** A name, or an ISO 3166-1 alpha-3 code. */
  readonly country: string
  readonly place?: string
  /** ISO 8601, both included. */
  readonly from?: string
  readonly to?: string
  /** What is new or revised after this day is told first. */
  readonly since?: string
  /** Only what had been published by the end of this day. */
  readonly asKnownOn?: string
  readonly language: BriefLanguage
  /** The most closed reports that it may rest on; public ones alone where nothing is said. */
  readonly confidentiality?: Confidentiality
}

/** What is known of a country in a period, every sentence with the words that it rests on. */
export interface Brief {
  readonly wanted: BriefWanted
  /** ISO 3166-1 alpha-3, and the English name. */
  readonly country: { readonly code: string; readonly name: string }
  /** Reports that count, without copies, and their publishers. */
  readonly reports: number
  readonly publishers: number
  /** Reports about it that were left out because they are more confidential than was asked for. */
  readonly withheld: number
  readonly sections: readonly Section[]
  /** One for each sentence on what happened. */
  readonly happenings: readonly Happening[]
  readonly charts: readonly ToldChart[]
  readonly partners: readonly ToldPartner[]
}

export interface Section extends Telling {
  readonly name: SectionName
}

const NOTHING: Telling = { sentences: [], more: 0 }

/** Makes the brief of a country. */
export function writeBrief(library: Library, wanted: BriefWanted): Brief {
  const code = getCountry(wanted.country)
  const level = wanted.confidentiality ?? 'public'
  const withheld = countCloser(library.db, () => reportsAbout(library.db, code), level)
  return withReportsUpTo(library.db, level, () => ({ ...tell(library, code, wanted), withheld }))
}

function tell(library: Library, code: string, wanted: BriefWanted): Omit<Brief, 'withheld'> {
  const { from = null, to = null, asKnownOn = null, language } = wanted
  const scope = openScope(library, code, wanted.place)
  const all = gatherTold(library, scope)
  const account = accountOf(knownOn(all, asKnownOn))
  const witnesses = createWitnesses(library)
  const state: BriefState = { language, scope, account, from, to, witnesses }
  const happenings = chooseHappenings(state, library.db)
  const series = chooseSeries(state)
  const partners = choosePartners(library, code, asKnownOn, state)
  const made: Readonly<Record<SectionName, Telling>> = {
    new: wanted.since === undefined ? NOTHING : tellChanges(findChanges(all, wanted.since, asKnownOn), state),
    events: { sentences: tellHappenings(happenings.kept, state, library.db), more: happenings.more },
    figures: { sentences: tellSeries(series.kept, state), more: series.more },
    statements: tellStatements(state),
    power: tellPower(library, code, asKnownOn, state),
    relations: { sentences: tellPartners(partners, state), more: 0 },
    presence: tellPresence(library, code, asKnownOn, state),
    missions: tellMissions(library, code, asKnownOn, state),
  }
  const { reports } = account.told
  return {
    wanted,
    country: { code, name: countryName(code) },
    reports: reports.length,
    publishers: new Set(reports.map(report => report.publisher)).size,
    sections: SECTIONS.filter(name => name !== 'new' || wanted.since !== undefined).map(name => ({ name, ...made[name] })),
    happenings: happenings.kept,
    charts: chooseCharts(series.kept, state),
    partners,
  }
}
