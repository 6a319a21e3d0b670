import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { hostname, networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sinceNumber } from '../answers/today/today.ts'
import { createApp } from '../api/app.ts'
import { createToken, LOOPBACK } from '../api/desk.ts'
import { listen } from '../api/listen.ts'
import { createReaderThread } from '../api/reader/reader.ts'
import { openWebFiles, type WebFiles } from '../api/web-files.ts'
import { createWriterThread } from '../api/writer/on-thread.ts'
import { openLibrary } from '../library/open.ts'
import { countReports } from '../store/reports.ts'
import { VERSION } from '../util/version.ts'
import { byWhom } from './by-whom.ts'
import { describeError } from './describe-error.ts'
import { type LibraryOption, libraryPath, withLibrary } from './library-option.ts'
import { runAdd } from './run-add.ts'
import { prepareWeb } from './web-bundle.ts'
import type { World } from './world.ts'

/** How the desk is opened. */
export interface DemoOptions {
  readonly port?: number
  readonly host: string
  /** Whether a browser is opened. */
  readonly open: boolean
  readonly by?: string
}

export interface ServeOptions extends DemoOptions, LibraryOption {}

const USUAL_PORT = 4750
const DEMO = fileURLToPath(new URL('../../examples/demo/reports.jsonl', import.meta.url))

/** Opens the desk on a library, which is made where there is none, and keeps it open until it is interrupted. */
export async function runServe(options: ServeOptions, world: World): Promise<void> {
  const { port, host, open } = options
  const say = (sentence: string) => world.stderr.write(`griot: ${sentence}\n`)
  const by = byWhom(options.by, world)
  const path = libraryPath(options, world)
  if (!existsSync(path)) say(`There was no library at ${path}; it was made, and is empty.`)
  await withLibrary({ library: path }, 'create', world, () => {})
  const library = openLibrary(path, { for: 'read' })
  const writer = createWriterThread(path)
  const reader = createReaderThread(path)
  try {
    const onBug = (error: unknown) => say(describeError(error, world.env).text)
    const desk = {
      library,
      reader,
      writer,
      now: () => Date.now(),
      by,
      token: createToken(),
      hosts: hostsOf(host),
      web: await openPages(say, world),
      onBug,
    }
    const server = await listen(createApp(desk), { host, port: port ?? USUAL_PORT, isFirstOnly: port !== undefined })
    world.stdout.write(`Griot is open at ${server.address} (Ctrl-C ends it)\n`)
    if (open) openBrowser(server.address, world)
    // The page that is opened first finds its answer there, or under way.
    reader.ask('today', sinceNumber(library, undefined)).catch(onBug)
    await interrupted()
    await server.close()
  } finally {
    await Promise.all([writer.close(), reader.close()])
    library.close()
  }
}

/** The built pages; where they cannot be built that is said, and the library can be asked all the same. */
async function openPages(say: (sentence: string) => void, world: World): Promise<WebFiles | null> {
  try {
    return openWebFiles(await prepareWeb(say))
  } catch (error) {
    say(describeError(error, world.env).text)
    return null
  }
}

/** Opens the desk on the demo library, which is made the first time. */
export async function runDemo(options: DemoOptions, world: World): Promise<void> {
  const folder = join(tmpdir(), `griot-demo-${VERSION}-${process.getuid?.() ?? 'own'}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const library = join(folder, 'demo.griot')
  const isThere = existsSync(library) && (await withLibrary({ library }, 'create', world, ({ db }) => countReports(db) > 0))
  if (!isThere) {
    world.stderr.write('griot: Making the demo library …\n')
    await runAdd([DEMO], { library, jobs: 1, confidentiality: 'public' }, { ...world, stdout: world.stderr })
  }
  await runServe({ ...options, library }, world)
}

/** The names under which the desk may be called: those of this machine for itself, and the one that it was told to listen at. */
function hostsOf(host: string): string[] {
  const isAll = host === '0.0.0.0' || host === '::'
  const others = isAll
    ? [hostname(), ...Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(({ address }) => address))]
    : [host]
  return [...new Set([...LOOPBACK, ...others.map(name => (name.includes(':') && !name.startsWith('[') ? `[${name}]` : name))])]
}

async function interrupted(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}

/** Opens the platform's browser; where there is none, the address was printed. */
function openBrowser(address: string, { env }: World): void {
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [command = '', ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
