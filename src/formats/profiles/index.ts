import { EVENT_CELLS } from './event-cells.ts'
import { FIGURE_CELLS } from './figure-cells.ts'
import { loadProfile } from './profile.ts'

/** The data sets whose columns an export can have. */
export const PROFILES = {
  polecat: { of: 'events', load: () => loadProfile('polecat', 'An event between two parties, in the columns of POLECAT', EVENT_CELLS) },
  gdelt: { of: 'events', load: () => loadProfile('gdelt', 'An event between two parties, in the columns of GDELT 2.0', EVENT_CELLS) },
  helix: { of: 'figures', load: () => loadProfile('helix', "A figure, in the columns of IDMC's HELIX", FIGURE_CELLS) },
} as const
export type ProfileName = keyof typeof PROFILES
