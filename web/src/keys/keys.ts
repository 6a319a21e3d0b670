import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something that can be done with a key, and is shown in the sheet of shortcuts and in the palette. */
export interface Action {
  /** As KeyboardEvent.key has it: "j", "?", "A"; two after each other: "g t". Null: by the palette alone. */
  readonly keys: string | null
  readonly says: string
  readonly run: () => void
  /** On every page, or on the one that is open. */
  readonly everywhere?: boolean
}

let groups: readonly (readonly Action[])[] = []
const listeners = new Set<() => void>()

function setGroups(next: readonly (readonly Action[])[]): void {
  groups = next
  for (const listener of listeners) listener()
}

/** Offers actions as long as the component that calls it is on the page. */
export function useActions(actions: readonly Action[]): void {
  const held = useRef(actions)
  held.current = actions
  const shape = actions.map(({ keys, says }) => `${keys} ${says}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an action does may change at each drawing; the list of them changes with its shape.
  useEffect(() => {
    const group = held.current.map((action, i) => ({ ...action, run: () => held.current[i]?.run() }))
    setGroups([...groups, group])
    return () => setGroups(groups.filter(each => each !== group))
  }, [shape])
}

/** Every action that is offered now, those of the page last. */
export function useOffered(): readonly Action[] {
  return useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, offered)
}

let flat: { readonly of: typeof groups; readonly actions: readonly Action[] } = { of: groups, actions: [] }

function offered(): readonly Action[] {
  if (flat.of !== groups) flat = { of: groups, actions: groups.flat() }
  return flat.actions
}

/** A first key of two is waited on for so many milliseconds. */
const PATIENCE = 1200
let begun: { readonly key: string; readonly at: number } | null = null

/** Runs the action of a key. Keys that are pressed while writing, or with Ctrl, Alt or Meta, are not ours. */
export function handleKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isWriting(event.target)) return
  if (document.querySelector('dialog[open]')) return
  const pair = begun && event.timeStamp - begun.at < PATIENCE ? `${begun.key} ${event.key}` : null
  begun = null
  const actions = [...offered()].reverse()
  const found = (pair === null ? undefined : actions.find(({ keys }) => keys === pair)) ?? actions.find(({ keys }) => keys === event.key)
  if (found) {
    event.preventDefault()
    found.run()
  } else if (actions.some(({ keys }) => keys?.startsWith(`${event.key} `))) begun = { key: event.key, at: event.timeStamp }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
