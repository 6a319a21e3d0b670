import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** A tool that reads a text as far as it goes; what it returns does not matter. */
export interface Peer {
  readonly name: string
  readonly read: (text: string) => unknown
}

/** The peers, each called as its documentation says. Installs them beside the bench where they are missing. */
export async function loadPeers(): Promise<Peer[]> {
  const home = fileURLToPath(new URL('.', import.meta.url))
  if (!existsSync(new URL('node_modules/wink-nlp', import.meta.url))) {
    console.error('bench: installing what Griot is measured beside (once)')
    execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const load = createRequire(import.meta.url)
  const compromise = load('compromise/three')
  const wink = load('wink-nlp')(load('wink-eng-lite-web-model'))
  const chrono = load('chrono-node')
  return [
    { name: 'compromise/three', read: text => compromise(text).json() },
    { name: 'wink-nlp, all pipes', read: text => wink.readDoc(text).entities().out() },
    { name: 'chrono-node, dates only', read: text => chrono.parse(text) },
  ]
}
