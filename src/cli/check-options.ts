import { parsePublished } from '../read/parse-published.ts'
import { GriotError } from '../util/error.ts'

/** Fails where what the user says about reports cannot be meant. A date that a report itself holds is only noted. */
export function checkReadOptions({ lang, published }: { readonly lang?: string; readonly published?: string }): void {
  if (lang !== undefined && !/^[a-z]{2,3}$/i.test(lang))
    throw new GriotError('bad-language', `"${lang}" is no language code`, { hint: 'A code has two letters: --lang en' })
  if (published === undefined) return
  const { time, note } = parsePublished(published, lang ?? 'en')
  if (!time) throw new GriotError('bad-date', note ?? 'The publication date is empty', { hint: 'Write it as 2024-03-05' })
}
