import type { Language } from '../../document/language.ts'

/** English: its answers, one topic a line. */
export const english: Language = Object.freeze({
  code: 'en',
  name: 'English',
})
