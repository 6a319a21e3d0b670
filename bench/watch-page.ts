import type { Page } from 'playwright-core'
import { processorOf } from './processor.ts'

/**
 * What is put into each page before it runs: `griotWatch.start(event)` waits for an event, and `griotWatch.end()` gives the milliseconds from it to
 * the end of the frame in which the page last changed, when nothing is asked of the server any more and nothing has changed for a while.
 */
export const WATCH = `(() => {
  const QUIET = 120
  let begun = 0
  let open = 0
  let changed = 0
  const own = window.fetch
  const isStream = url => String(url).includes('/api/stream')
  window.fetch = async (...args) => {
    if (isStream(args[0])) return own(...args)
    open++
    try {
      const response = await own(...args)
      const { json } = response
      response.json = async () => {
        open++
        try { return await json.call(response) } finally { setTimeout(() => open--) }
      }
      return response
    } finally { setTimeout(() => open--) }
  }
  const drawn = then => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => then(performance.now()); port2.postMessage(0) })
  const waits = new Map()
  new MutationObserver(() => {
    drawn(at => { changed = Math.max(changed, at) })
    for (const [selector, tell] of waits) if (document.querySelector(selector)) { waits.delete(selector); drawn(tell) }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  window.griotWatch = {
    shown: selector => new Promise(tell => document.querySelector(selector) ? drawn(tell) : waits.set(selector, tell)),
    start(type) {
      begun = changed = 0
      addEventListener(type, event => { begun ||= event.timeStamp; changed = Math.max(changed, begun) }, { capture: true, once: true })
    },
    async end() {
      for (;;) {
        await new Promise(next => setTimeout(next, 20))
        if (begun && open === 0 && performance.now() - Math.max(changed, begun) > QUIET) return changed - begun
      }
    },
  }
})()`

/** What something took; milliseconds. */
export interface Took {
  /** By the clock. */
  readonly time: number
  /** Of a processor, that the server and the page had one after the other. */
  readonly processor: number
}

/** From the event that an act causes to the last frame that shows what came of it. */
export async function timeAct(page: Page, processes: readonly number[], event: string, act: () => Promise<unknown>): Promise<Took> {
  await page.evaluate(`griotWatch.start(${JSON.stringify(event)})`)
  const before = processorOf(processes)
  await act()
  const time = await page.evaluate<number>('griotWatch.end()')
  if (time <= 0) throw new Error(`nothing came of a ${event} at ${page.url()}`)
  return { time, processor: processorOf(processes) - before }
}
