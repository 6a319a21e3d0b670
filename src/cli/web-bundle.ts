import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GriotError } from '../util/error.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))
/** As deep from src/cli/ as from dist/cli/: a clone builds it, the package brings it. */
const bundle = join(home, 'dist', 'web')

/**
 * The folder of the built pages of the desk. In a clone they are built where there are none, or where web/ is newer than they are; `say` is told so.
 * @throws GriotError where they cannot be built
 */
export async function prepareWeb(say: (sentence: string) => void): Promise<string> {
  const sources = join(home, 'web')
  if (!existsSync(sources) || !isOlder(join(bundle, 'index.html'), newest(sources))) return bundle
  say('building the pages of the desk (once)')
  if (!existsSync(join(home, 'node_modules', 'vite')))
    await run(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['ci', '--ignore-scripts', '--loglevel=error'],
      'Is the network reachable? What is there stays as it is.',
    )
  // Built beside the one that is in use, and put in its place whole.
  const part = `${bundle}.${process.pid}`
  try {
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', join('scripts', 'build-web.ts'), part], 'npm run build says more')
    replaceBundle(part)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
  return bundle
}

/** Puts a folder in the place of the one that is in use. Where another process was quicker by a moment, its pages are as good. */
function replaceBundle(part: string): void {
  const before = `${part}.before`
  try {
    if (existsSync(bundle)) renameSync(bundle, before)
    renameSync(part, bundle)
  } catch (error) {
    if (!existsSync(join(bundle, 'index.html'))) throw error
  } finally {
    rmSync(before, { recursive: true, force: true })
  }
}

function isOlder(file: string, than: number): boolean {
  return !existsSync(file) || statSync(file).mtimeMs < than
}

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (time, name) => Math.max(time, statSync(join(folder, name)).mtimeMs),
    0,
  )
}

async function run(command: string, args: readonly string[], hint: string): Promise<void> {
  const child = spawn(command, args, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'], shell: command.endsWith('.cmd') })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise(resolve => child.on('error', resolve).on('close', resolve))
  if (code === 0) return
  const words = Buffer.concat(said).toString().trim().split('\n').at(-1) ?? ''
  throw new GriotError(
    'desk-not-built',
    `The pages of the desk could not be built: ${command} ${args[0]} failed${words && ` (${words})`}`,
    { hint },
  )
}
