import { useAnswer } from '../../api/client.ts'
import type { ExplanationAnswer, ReadingAnswer } from '../../api/types.ts'
import type { Field } from './fields.ts'

/** What Griot read in a field that an analyst corrected, beside what stands there now; null where nobody did, or it reads the same. */
export function useAsRead({ report, decisions }: ReadingAnswer, record: string): (field: Field) => string | null {
  const corrected = new Set(
    decisions.filter(({ kind, target, holds }) => kind === 'correct' && holds && target.endsWith(`/${record}`)).map(({ field }) => field),
  )
  const { data } = useAnswer<ExplanationAnswer>(corrected.size > 0 ? `reports/${report.short}/explain/${record}` : null)
  return ({ path, kind, text }) => {
    if (data?.id !== record || !corrected.has(path)) return null
    const field = data.fields.find(each => each.field === kind.name)
    const read = partOf(field?.value, path.split('.').slice(1)) ?? field?.text ?? null
    return read === text ? null : (read ?? '–')
  }
}

/** A part of a value, such as the best of a number, as it is shown. */
function partOf(value: unknown, path: readonly string[]): string | null {
  if (path.length === 0) return null
  const part = path.reduce<unknown>((held, name) => (held as Record<string, unknown> | null | undefined)?.[name], value)
  return part === null || part === undefined ? null : String(part)
}
