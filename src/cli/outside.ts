import type { Clock } from '../library/watch/clock.ts'
import type { Network } from '../library/watch/network.ts'

/** What watching needs of the outside beside the world of every command. */
export interface Outside {
  readonly network: Network
  readonly clock: Clock
}
