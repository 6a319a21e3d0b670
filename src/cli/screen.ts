import type { World } from './world.ts'

/** How text for people is laid out: columns, and whether colours are welcome. */
export interface Screen {
  readonly width: number
  readonly color: boolean
}

/** The screen behind standard output; 80 plain columns (or COLUMNS) where it is none. NO_COLOR is heeded (no-color.org). */
export function screenOf({ stdout, env }: Pick<World, 'stdout' | 'env'>, isFile = false): Screen {
  const isTerminal = stdout.isTTY === true && !isFile
  const asked = Number(env.COLUMNS)
  return {
    width: isTerminal && stdout.columns ? stdout.columns : asked >= 40 ? asked : 80,
    color: isTerminal && !env.NO_COLOR && env.TERM !== 'dumb',
  }
}
