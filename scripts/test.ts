// Runs every *.test.ts under src/, test/, train/, bench/, scripts/ and web/, or only those whose path contains one of the arguments.
// Prints each failure with its difference; the last line is `N passed, N failed`.
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { run } from 'node:test'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../.cache/compile', import.meta.url))
const wanted = process.argv.slice(2)
const files = globSync('{src,test,train,bench,scripts,web}/**/*.test.ts', { exclude: ['**/node_modules/**'] })
  .filter(file => wanted.length === 0 || wanted.some(part => file.includes(part)))
  .sort()

let passed = 0
let failed = 0
let skipped = 0
const started = performance.now()

const stream = run({
  files,
  concurrency: availableParallelism(),
  timeout: 5 * 60_000,
  signal: AbortSignal.timeout(13 * 60_000),
  execArgv: ['--disable-warning=ExperimentalWarning'],
})
stream.on('test:pass', ({ details, skip, todo, name, file }) => {
  if (details.type === 'suite' || isWholeFile(name, file)) return
  if (skip === undefined && todo === undefined) passed++
  else {
    skipped++
    console.log(`skipped: ${where(file)} ${name}${typeof skip === 'string' ? `: ${skip}` : ''}`)
  }
})
stream.on('test:fail', ({ details, name, file, todo }) => {
  if (todo !== undefined) return
  const error = details.error as Error & { failureType?: string }
  // A suite fails because a test in it failed, and that test has been counted.
  if (error.failureType === 'subtestsFailed') return
  failed++
  const cause = error.cause instanceof Error ? error.cause : error
  console.log(`\nFAILED  ${where(file)}  ${name}\n${trimStack(cause.stack ?? String(cause)).replace(/^/gm, '    ')}`)
})
stream.on('test:stdout', ({ message }) => process.stdout.write(message))
stream.on('test:stderr', ({ message }) => process.stderr.write(message))
stream.on('end', () => {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (files.length === 0) console.log(`No test file matches ${wanted.join(', ')}.`)
  console.log(`\n${files.length} files in ${seconds} s${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
})
stream.resume()

function where(file: string | undefined): string {
  return file === undefined ? '' : relative('.', file)
}

/** Each file is reported as a test of its own that carries the file's path as its name. */
function isWholeFile(name: string, file: string | undefined): boolean {
  return file !== undefined && relative('.', name) === relative('.', file)
}

function trimStack(stack: string): string {
  return stack
    .split('\n')
    .filter(line => !/^\s+at .*(node:internal|node:async_hooks|node_modules)/.test(line))
    .join('\n')
}
