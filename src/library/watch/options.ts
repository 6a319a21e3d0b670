import type { Confidentiality } from '../../store/reports.ts'
import type { Clock } from './clock.ts'
import type { Network } from './network.ts'

/** How a library is kept current. */
export interface WatchOptions {
  readonly network: Network
  readonly clock: Clock
  /** Milliseconds between two rounds. */
  readonly every: number
  /** Who may see what is added. */
  readonly confidentiality: Confidentiality
  /** Threads that read. */
  readonly jobs: number
}
