/** The lists of a reading that hold records with an id, in the order in which a reading has them. */
export const RECORD_LISTS = ['entities', 'statements', 'events', 'figures', 'positions'] as const
export type RecordList = (typeof RECORD_LISTS)[number]
