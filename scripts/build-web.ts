// Makes dist/web/: the pages of the desk, as the server gives them out. An argument names another folder.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const home = fileURLToPath(new URL('..', import.meta.url))
const outDir = resolve(process.argv[2] ?? `${home}dist/web`)
await build({
  configFile: `${home}web/vite.config.ts`,
  logLevel: process.stdout.isTTY ? 'info' : 'warn',
  build: { outDir, emptyOutDir: true },
})
