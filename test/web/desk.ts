import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { prepareWeb } from '../../src/cli/web-bundle.ts'
import { runGriot } from '../run-griot.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const DEMO = fileURLToPath(new URL('../../examples/demo/reports.jsonl', import.meta.url))
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser of this machine; null where there is none. `GRIOT_CHROMIUM` names another one. */
const browserPath = process.env.GRIOT_CHROMIUM ?? BROWSERS.find(path => existsSync(path)) ?? null

/**
 * Why the tests of the desk are passed over: false where a browser is there. Where `GRIOT_WEB_TESTS` is "required" (continuous integration) they
 * are never passed over, and fail without one.
 */
export const withoutBrowser =
  browserPath === null && process.env.GRIOT_WEB_TESTS !== 'required' && 'no Chromium on this machine (GRIOT_CHROMIUM names one)'

/** A desk that runs on a library of its own, and a browser. */
export interface OpenDesk {
  readonly address: string
  readonly library: string
  /**
   * A page in which nothing but this desk can be reached, and a script that runs in it before its own; `problems` holds what must not happen: errors,
   * and calls to anybody else.
   */
  open(path: string, options?: BrowserContextOptions, script?: string): Promise<{ page: Page; problems: string[] }>
  /** Ids of the processes that pages wait for: the server, and those of the browser that run pages. */
  processes(): Promise<number[]>
  /** Ends the desk under the pages that are open. */
  stop(): Promise<void>
  close(): Promise<void>
}

/** Opens the desk on the reports of a file (the demo library unless another is named; null: on none). */
export async function openDesk(reports: string | null = DEMO): Promise<OpenDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'griot-desk-'))
  const library = join(folder, 'desk.griot')
  if (reports !== null) {
    const added = await runGriot(['add', reports, '--jobs', '1', '--library', library])
    if (added.code !== 0) throw new Error(added.err)
  }
  const desk = await serveDesk(library)
  return {
    ...desk,
    async close() {
      await desk.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Opens the desk on a library through the real command, and a browser. */
export async function serveDesk(library: string): Promise<OpenDesk> {
  await prepareWeb(() => {})
  const server = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, 'serve', '--library', library, '--no-open', '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, GRIOT_BY: 'tester' },
    },
  )
  const address = await addressOf(server)
  const browser = await launch()
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGINT')
    await once(server, 'exit')
  }
  return {
    address,
    library,
    open: (path, options, script) => openPage(browser, address, path, options, script),
    async processes() {
      const session = await browser.newBrowserCDPSession()
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      await session.detach()
      return [server.pid ?? 0, ...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)]
    },
    stop,
    async close() {
      await browser.close()
      await stop()
    },
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of server.stdout ?? []) {
    said += chunk
    const found = /http:\/\/[^\s/]+/.exec(said)
    if (found) return found[0]
  }
  throw new Error(`the desk did not open: ${said}`)
}

function launch(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ]
  const drawing = ['--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  return chromium.launch({ executablePath: browserPath ?? BROWSERS[0], args: [...args, ...drawing] })
}

async function openPage(browser: Browser, address: string, path: string, options: BrowserContextOptions = {}, script = '') {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1360, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  if (script) await page.addInitScript(script)
  const problems: string[] = []
  await context.route('**', route => {
    const url = route.request().url()
    if (url.startsWith(`${address}/`) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
    problems.push(`asked ${url}`)
    return route.abort()
  })
  page.on('dialog', dialog => {
    problems.push(`asked the reader: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', error => problems.push(`threw ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  await page.goto(address + path)
  return { page, problems }
}
