/** The id of a record as listings show it: "sha256:3f2a91c0d5e6…/v3" → "3f2a91c0d5e6/v3". */
export function shortenId(id: string): string {
  return id.replace(/^sha256:([0-9a-f]{12})[0-9a-f]{52}/, '$1')
}
