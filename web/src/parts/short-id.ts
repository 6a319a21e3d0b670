/** "sha256:3f2a91c0d5e6…" → "3f2a91c0d5e6", "sha256:3f2a91c0d5e6…/v3" → "3f2a91c0d5e6/v3": as they stand in addresses. */
export function shortId(id: string): string {
  const [report = '', record] = id.split('/')
  const short = report.replace(/^sha256:/, '').slice(0, 12)
  return record ? `${short}/${record}` : short
}
