/** Places for things that are remembered by a number as long as there is room; what was not asked for lately goes first. */
export interface Slots {
  /** The place of a key, ~place where it is given one only now. Places given since `begin` stay. */
  find(key: number): number
  begin(): void
  clear(): void
}

/**
 * The clock (Corbató 1968): a hand goes round the places; one that was asked for since it last passed is spared once. Between two calls
 * of `begin` fewer than `room` keys may be asked for.
 */
export function createSlots(room: number): Slots {
  const places = new Map<number, number>()
  const keys = new Float64Array(room)
  const asked = new Uint8Array(room)
  /** In which turn (from one `begin` to the next) each place was last asked for. */
  const turns = new Int32Array(room)
  let turn = 0
  let hand = 0

  const next = (): number => {
    if (places.size < room) return places.size
    while (asked[hand] === 1 || turns[hand] === turn) {
      asked[hand] = 0
      hand = (hand + 1) % room
    }
    const place = hand
    hand = (hand + 1) % room
    places.delete(keys[place] as number)
    return place
  }

  return {
    find(key) {
      const known = places.get(key)
      const place = known ?? next()
      turns[place] = turn
      if (known !== undefined) {
        asked[place] = 1
        return place
      }
      asked[place] = 0
      keys[place] = key
      places.set(key, place)
      return ~place
    },
    begin() {
      turn = (turn + 1) | 0
    },
    clear() {
      places.clear()
      hand = 0
    },
  }
}
