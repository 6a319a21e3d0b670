import type { Language } from '../../document/language.ts'
import { loadCalibration } from '../../resource/calibration.ts'
import { loadActorAnswers } from './actors.ts'
import { loadAgents } from './agents.ts'
import { annotate } from './annotate.ts'
import { loadClaimAnswers } from './claims.ts'
import { loadCountries, loadCountryRows } from './countries.ts'
import { loadDemonyms } from './demonyms.ts'
import { loadEventAnswers } from './events.ts'
import { loadFigureAnswers } from './figures.ts'
import { loadMentionAnswers } from './mentions.ts'
import { loadPlaceAnswers } from './places.ts'
import { loadPositionAnswers } from './positions.ts'
import { loadReconcileAnswers } from './reconcile.ts'
import { loadStatementAnswers } from './statements.ts'
import { loadTimesAnswers } from './times.ts'

const countryRows = loadCountryRows()
const agents = loadAgents()
const demonyms = loadDemonyms(countryRows)

/** English: its answers, one topic a line. */
export const english: Language = Object.freeze({
  code: 'en',
  name: 'English',
  actors: loadActorAnswers(),
  agents,
  countries: loadCountries(countryRows),
  demonyms,
  places: loadPlaceAnswers(),
  annotate,
  mentions: loadMentionAnswers(),
  statements: loadStatementAnswers(),
  positions: loadPositionAnswers(),
  figures: loadFigureAnswers(agents, demonyms),
  times: loadTimesAnswers(),
  events: loadEventAnswers(),
  reconcile: loadReconcileAnswers(),
  claims: loadClaimAnswers(),
  calibration: loadCalibration(new URL('../../../data/en/', import.meta.url)),
})
