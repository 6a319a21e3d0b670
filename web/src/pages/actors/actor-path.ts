/** The address of the page of an actor. */
export function actorPath(key: string): string {
  return `/actors/${encodeURIComponent(key)}`
}
