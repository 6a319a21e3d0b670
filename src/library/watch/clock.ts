import { setTimeout } from 'node:timers/promises'

/** Time as watching sees it; a test makes its own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Date.now(), sleep: async milliseconds => void (await setTimeout(milliseconds)) }

/** Milliseconds as ISO 8601, UTC. */
export function toIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
