import { userInfo } from 'node:os'
import { GriotError } from '../util/error.ts'
import type { World } from './world.ts'

/** The name of the one who decides: as it is said, else what GRIOT_BY names, else who is logged in. */
export function byWhom(by: string | undefined, { env }: Pick<World, 'env'>): string {
  const name = by || env.GRIOT_BY || loggedIn()
  if (!name) throw new GriotError('nobody-decides', 'It is not known who decides', { hint: 'Say it with --by NAME' })
  return name
}

/** Some machines do not know the name of the one who is logged in. */
function loggedIn(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}
