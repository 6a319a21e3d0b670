// Exits 0 when node_modules holds every package that package-lock.json names, in its version:
// `installed.ts use` asks for the production ones, `installed.ts develop` for all. Optional packages may be missing.
import { readFileSync } from 'node:fs'

const home = new URL('../', import.meta.url)
const all = process.argv[2] === 'develop'

interface Locked {
  version?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
}

function versionAt(path: string): string | null {
  try {
    return JSON.parse(readFileSync(new URL(`${path}/package.json`, home), 'utf8')).version
  } catch {
    return null
  }
}

const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', home), 'utf8')) as { packages: Record<string, Locked> }
const missing = Object.entries(packages).filter(
  ([path, { version, dev, devOptional, optional }]) =>
    path !== '' && !optional && !devOptional && (all || !dev) && versionAt(path) !== version,
)
process.exitCode = missing.length === 0 ? 0 : 1
