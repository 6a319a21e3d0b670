import { useCallback, useSyncExternalStore } from 'react'
import { useWords } from '../words/words.ts'

interface Toast {
  readonly id: number
  readonly says: string
  readonly undo?: (() => void) | undefined
}

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()
const SECONDS = 8

/** Says something at the foot of the page for a while; with `undo` it can be taken back from there. Gives what takes it away before its time. */
export function say(says: string, undo?: () => void): () => void {
  const toast: Toast = { id: ++last, says, undo }
  set([...toasts.slice(-2), toast])
  const close = () => dismiss(toast.id)
  setTimeout(close, SECONDS * 1000)
  return close
}

/** Says what went wrong, in the words of who refused it. */
export function useComplain(): (error: unknown) => void {
  const { frame } = useWords()
  return useCallback(error => void say(error instanceof Error ? error.message : frame.failed), [frame])
}

function dismiss(id: number): void {
  set(toasts.filter(toast => toast.id !== id))
}

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

export function Toasts() {
  const { frame } = useWords()
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <div className="toasts no-print" role="status">
      {shown.map(({ id, says, undo }) => (
        <div key={id} className="toast">
          <span>{says}</span>
          {undo && (
            <button
              type="button"
              onClick={() => {
                dismiss(id)
                undo()
              }}
            >
              {frame.undo}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
