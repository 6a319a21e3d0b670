import { EVENT_CELLS } from '../../formats/profiles/event-cells.ts'
import { FIGURE_CELLS } from '../../formats/profiles/figure-cells.ts'
import { loadProfile } from '../../formats/profiles/profile.ts'
import { INCIDENT_CELLS } from './incident-cells.ts'

/** The data sets whose columns an export can have. */
export const PROFILES = {
  ged: {
    of: 'incidents',
    load: () => loadProfile('ged', 'A violent incident, in the columns of the UCDP Georeferenced Event Dataset', INCIDENT_CELLS),
  },
  acled: { of: 'incidents', load: () => loadProfile('acled', 'A violent incident or a protest, in the columns of ACLED', INCIDENT_CELLS) },
  polecat: { of: 'events', load: () => loadProfile('polecat', 'An event between two parties, in the columns of POLECAT', EVENT_CELLS) },
  gdelt: { of: 'events', load: () => loadProfile('gdelt', 'An event between two parties, in the columns of GDELT 2.0', EVENT_CELLS) },
  helix: { of: 'figures', load: () => loadProfile('helix', "A figure, in the columns of IDMC's HELIX", FIGURE_CELLS) },
} as const
export type ProfileName = keyof typeof PROFILES
