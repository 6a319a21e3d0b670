/** A stream of random numbers that is the same on every machine (mulberry32); `state` is all of it, so it can be kept and taken up again. */
export interface Random {
  state: number
}

/** The stream that belongs to a seed. */
export function createRandom(seed: number): Random {
  return { state: seed | 0 }
}

/** The next whole number in [0, 2^32). */
export function nextInteger(random: Random): number {
  random.state = (random.state + 0x6d2b79f5) | 0
  let t = random.state
  t = Math.imul(t ^ (t >>> 15), 1 | t)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return (t ^ (t >>> 14)) >>> 0
}

/** The next number in [0, 1). */
export function nextFraction(random: Random): number {
  return nextInteger(random) / 4294967296
}

/** Shuffles in place (Fisher-Yates). */
export function shuffle(list: number[], random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(nextFraction(random) * (i + 1))
    const kept = list[i] as number
    list[i] = list[j] as number
    list[j] = kept
  }
}
