/** Things that were asked for lately, at most so many: those not asked for since half as many others came are forgotten. */
export class Recent<Key, Value> {
  readonly #half: number
  #fresh = new Map<Key, Value>()
  #stale = new Map<Key, Value>()

  constructor(most: number) {
    this.#half = Math.max(1, Math.floor(most / 2))
  }

  get(key: Key): Value | undefined {
    const fresh = this.#fresh.get(key)
    if (fresh !== undefined) return fresh
    const stale = this.#stale.get(key)
    if (stale !== undefined) this.set(key, stale)
    return stale
  }

  set(key: Key, value: Value): void {
    this.#fresh.set(key, value)
    if (this.#fresh.size < this.#half) return
    this.#stale = this.#fresh
    this.#fresh = new Map()
  }

  delete(key: Key): void {
    this.#fresh.delete(key)
    this.#stale.delete(key)
  }

  clear(): void {
    this.#fresh.clear()
    this.#stale.clear()
  }
}
