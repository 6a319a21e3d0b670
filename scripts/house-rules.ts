// Rules that no ready-made tool knows, over every file that git tracks or would track, and over the lock file.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

interface Rule {
  says: string
  /** Paths that the rule looks at. */
  paths: RegExp
  forbids: RegExp
}

const rules: Rule[] = [
  {
    says: 'only bench/ and train/ may look at the data beside the repository',
    paths: /^(?!bench\/|train\/|scripts\/house-rules\.ts)/,
    forbids: /(\.\.\/|\/)shared\//,
  },
  {
    says: 'no path of somebody’s machine',
    paths: /./,
    forbids: /(?<![\w.~:/-])\/(home|root|Users|work|usr\/local)\/\w/,
  },
  {
    says: 'no address of a package registry',
    paths: /^(?!scripts\/house-rules\.ts)/,
    forbids: /https?:\/\/[^/\s"]*registry|"resolved": "http/,
  },
  {
    says: 'same bytes in, same bytes out: no clock, chance or locale of the machine from read/ down',
    paths: /^src\/(util|record|resource|document|formats|annotate|extract|resolve|reconcile|lang|read)\/(?!.*\.test\.ts)/,
    forbids: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\.toLocale\w+\(|\.localeCompare\(/,
  },
]

const shippable = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'PSF-2.0',
])
// OFL-1.1: faces that the desk is built with; a bundle may hold them.
const usable = new Set([...shippable, 'OFL-1.1', 'MPL-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'Python-2.0'])

const problems = [...trackedFiles().flatMap(checkText), ...checkLicences()]
for (const problem of problems) console.log(problem)
process.exitCode = problems.length > 0 ? 1 : 0

function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  return listed.split('\0').filter(path => path !== '' && existsSync(path) && statSync(path).isFile() && statSync(path).size < 2_000_000)
}

function checkText(path: string): string[] {
  const applying = rules.filter(rule => rule.paths.test(path))
  const text = readFileSync(path, 'latin1')
  if (applying.length === 0 || text.includes('\0')) return []
  return applying
    .filter(rule => rule.forbids.test(text))
    .flatMap(rule =>
      text
        .split('\n')
        .flatMap((line, index) => (rule.forbids.test(line) ? [`${path}:${index + 1}: ${rule.says}: ${line.trim().slice(0, 120)}`] : [])),
    )
}

function checkLicences(): string[] {
  const lock: { packages: Record<string, { license?: string; dev?: boolean }> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  return Object.entries(lock.packages).flatMap(([path, { license = 'none', dev }]) => {
    const choices = license.replace(/[()]/g, '').split(' OR ')
    const allowed = dev ? usable : shippable
    return path === '' || choices.some(choice => choice.split(' AND ').every(part => allowed.has(part)))
      ? []
      : [`${path}: licence ${license} is not one that a ${dev ? 'development' : 'shipped'} dependency may have`]
  })
}
