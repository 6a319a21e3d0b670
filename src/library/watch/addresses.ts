import { BlockList, isIP, isIPv6 } from 'node:net'
import { loadTable } from '../../resource/table.ts'

let special: BlockList | null = null

/** Is this IP address (v4 or v6, without brackets) one of the public internet? */
export function isPublicAddress(address: string): boolean {
  special ??= loadSpecial()
  if (isIP(address) === 0) return false
  // Only 2000::/3 is given out (RFC 4291); what wraps or maps an IPv4 address elsewhere could lead anywhere.
  if (isIPv6(address)) return /^[23][0-9a-f]{3}:/i.test(address) && !special.check(address, 'ipv6')
  return !special.check(address, 'ipv4')
}

function loadSpecial(): BlockList {
  const list = new BlockList()
  for (const { range } of loadTable(new URL('./special-addresses.tsv', import.meta.url), ['range'])) {
    const [net = '', bits] = range.split('/')
    list.addSubnet(net, Number(bits), isIPv6(net) ? 'ipv6' : 'ipv4')
  }
  return list
}
