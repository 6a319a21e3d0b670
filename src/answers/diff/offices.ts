import type { OfficeTold } from '../../store/about.ts'
import { foldName } from '../../util/fold.ts'
import { personKey } from '../people.ts'
import type { Told } from '../told.ts'
import { type Between, type FoundChange, isNews } from './change.ts'

/** Who was said to hold an office, or to hold it otherwise than before. */
export function findOfficeChanges({ before, after, ...between }: Between): FoundChange[] {
  const earlier = lastTold(before.told)
  return [...lastTold(after.told)].flatMap(([key, office]): FoundChange[] => {
    const old = earlier.get(key)
    if (old?.status === office.status || !isNews(between, office.published)) return []
    const { holderName, title, status, report, no, published } = office
    const ids = [...(old ? [old] : []), { report, no }].map(each => `${each.report}/p${each.no % 65_536}`)
    return [
      {
        ...{ change: 'position', day: published, place: null, holder: holderName ?? '', title },
        before: old?.status ?? null,
        after: status,
        rests: ids,
      },
    ]
  })
}

/** The last that is told of each person in each office. */
function lastTold({ offices }: Told): Map<string, OfficeTold> {
  const last = new Map<string, OfficeTold>()
  const order = offices
    .filter(({ holderName }) => holderName !== null)
    .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : (a.published ?? '') > (b.published ?? '') ? 1 : a.no - b.no))
  for (const office of order) last.set(`${personKey(office.holderName as string)} ${foldName(office.title)}`, office)
  return last
}
