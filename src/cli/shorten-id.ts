/** A record's id, or a text that names some, as listings show it: "sha256:3f2a91c0d5e6…/v3" → "3f2a91c0d5e6/v3". */
export function shortenId(text: string): string {
  return text.replace(/sha256:([0-9a-f]{12})[0-9a-f]{52}/g, '$1')
}
