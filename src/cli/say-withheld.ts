import type { World } from './world.ts'

/** Says how many reports were left out because they are more confidential than was asked for. */
export function sayWithheld(withheld: number, level: string, world: Pick<World, 'stderr'>): void {
  if (withheld === 0) return
  const what = `${withheld} ${withheld === 1 ? 'report was' : 'reports were'}`
  world.stderr.write(`griot: ${what} left out: more confidential than --confidentiality ${level}.\n`)
}
