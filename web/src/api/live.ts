import { useEffect } from 'react'
import type { ImportAnswer } from './types.ts'

/** What the server tells as it happens. */
export interface LiveEvents {
  readonly import: ImportAnswer
  /** Reports that came in: how many, and the number of the last. */
  readonly reports: { readonly count: number; readonly upTo: number }
}

type Listener<Name extends keyof LiveEvents> = (data: LiveEvents[Name]) => void

const listeners: { readonly [Name in keyof LiveEvents]: Set<Listener<Name>> } = { import: new Set(), reports: new Set() }
let stream: EventSource | null = null

/** Listens to one kind of event; the page has one stream, open as long as somebody listens. */
function listen<Name extends keyof LiveEvents>(name: Name, listener: Listener<Name>): () => void {
  listeners[name].add(listener)
  stream ??= open()
  return () => {
    listeners[name].delete(listener)
    if (Object.values(listeners).some(({ size }) => size > 0)) return
    stream?.close()
    stream = null
  }
}

function open(): EventSource {
  const opened = new EventSource('/api/stream')
  for (const name of ['import', 'reports'] as const)
    opened.addEventListener(name, ({ data }: MessageEvent<string>) => {
      for (const listener of listeners[name]) (listener as Listener<typeof name>)(JSON.parse(data) as never)
    })
  return opened
}

/** Calls something whenever an event comes, as long as the component is on the page. `listener` must be the same from one drawing to the next. */
export function useLive<Name extends keyof LiveEvents>(name: Name, listener: Listener<Name>): void {
  useEffect(() => listen(name, listener), [name, listener])
}
