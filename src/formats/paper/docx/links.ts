import { escapeXml } from './xml.ts'

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The links of a part of a document to other parts and to addresses, each once. */
export interface Links {
  /** The id of a link to an address, or to a bookmark ("#note_3"). */
  idOf(address: string): string
  toXml(): string
}

/** Begins with the other parts that a part needs, by their kind and name. */
export function createLinks(parts: readonly (readonly [kind: string, name: string])[]): Links {
  const ids = new Map<string, string>()
  return {
    idOf(address) {
      const id = ids.get(address) ?? `link${ids.size + 1}`
      ids.set(address, id)
      return id
    },
    toXml() {
      const own = parts.map(([kind, name], i) => `<Relationship Id="part${i + 1}" Type="${TYPES}/${kind}" Target="${name}"/>`)
      const links = [...ids].map(
        ([address, id]) => `<Relationship Id="${id}" Type="${TYPES}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
      )
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...own, ...links].join('')}</Relationships>`
    },
  }
}
