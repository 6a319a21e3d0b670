import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../../', import.meta.url))
let known: string | null = null

/** What a reading depends on beside its report: the version of Griot's rules, and a hash of the cards of its models and lists: "0.1.0+3f2a91c0". */
export function rulesVersion(): string {
  known ??= `${JSON.parse(readFileSync(`${home}package.json`, 'utf8')).version}+${hashCards()}`
  return known
}

function hashCards(): string {
  const hash = createHash('sha256')
  for (const card of globSync('data/**/*.card.json', { cwd: home }).sort()) hash.update(readFileSync(home + card))
  return hash.digest('hex').slice(0, 8)
}
