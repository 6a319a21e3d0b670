/** The names of ACLED's event and sub-event types (names only; none of its data is used). */
export const ACLED_TYPES = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const
export type AcledEvent = keyof typeof ACLED_TYPES
export type AcledSubEvent = (typeof ACLED_TYPES)[AcledEvent][number]
export const ACLED_EVENTS = Object.keys(ACLED_TYPES) as [AcledEvent, ...AcledEvent[]]
export const ACLED_SUB_EVENTS = Object.values(ACLED_TYPES).flat() as [AcledSubEvent, ...AcledSubEvent[]]
