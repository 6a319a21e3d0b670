import type { EventRecord } from '../../record/event.ts'
import { ACLED_TYPES, type AcledEvent, type AcledSubEvent } from '../../record/vocab/acled.ts'
import type { EventMode, EventType } from '../../record/vocab/plover.ts'

const BY_MODE: Partial<Record<EventType, Partial<Record<EventMode | '', AcledSubEvent>>>> = {
  ASSAULT: {
    aerial: 'Air/drone strike',
    drone: 'Air/drone strike',
    'heavy-weapons': 'Shelling/artillery/missile attack',
    explosives: 'Remote explosive/landmine/IED',
    'suicide-attack': 'Suicide bomb',
    unconventional: 'Chemical weapon',
    sexual: 'Sexual violence',
    abduct: 'Abduction/forced disappearance',
    destroy: 'Looting/property destruction',
    'crowd-control': 'Protest with intervention',
  },
  PROTEST: {
    demo: 'Peaceful protest',
    strike: 'Peaceful protest',
    hunger: 'Peaceful protest',
    obstruct: 'Peaceful protest',
    riot: 'Violent demonstration',
  },
  COERCE: { arrest: 'Arrests' },
}
const EVENT_OF = new Map<AcledSubEvent, AcledEvent>(
  (Object.entries(ACLED_TYPES) as [AcledEvent, readonly AcledSubEvent[]][]).flatMap(([event, subs]) =>
    subs.map(sub => [sub, event] as [AcledSubEvent, AcledEvent]),
  ),
)

/** ACLED's names for a violent or tense event, or null where none fits. `armed`: both sides, or the side attacked, bear arms. */
export function acledOf(
  type: EventType,
  mode: EventMode | null,
  sides: { mutual: boolean; armedRecipient: boolean; peace: boolean },
): EventRecord['acled'] {
  const sub = BY_MODE[type]?.[mode ?? ''] ?? bySides(type, sides)
  return sub ? { event: EVENT_OF.get(sub) as AcledEvent, subEvent: sub } : null
}

function bySides(
  type: EventType,
  { mutual, armedRecipient, peace }: { mutual: boolean; armedRecipient: boolean; peace: boolean },
): AcledSubEvent | null {
  if (type === 'ASSAULT') return mutual || armedRecipient ? 'Armed clash' : 'Attack'
  if ((type === 'AGREE' || type === 'SUPPORT' || type === 'CONCEDE') && peace) return 'Agreement'
  return null
}
