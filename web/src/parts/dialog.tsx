import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/words.ts'

/** A dialog over the page; Escape, a click beside it and its button close it. */
export function Dialog({
  title,
  hidden = false,
  children,
  onClose,
}: {
  readonly title: string
  /** The title is heard, not seen. */
  readonly hidden?: boolean
  readonly children: ReactNode
  readonly onClose: () => void
}) {
  const { frame } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
    // A dialog without a head is there to be written in; the browser would go to its button.
    if (hidden) dialog.current?.querySelector('input')?.focus()
  }, [hidden])
  // Closed by the browser itself, so that the focus goes back to where it was.
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself.
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose} onClick={event => event.target === dialog.current && close()}>
      <div className="stack dialog">
        <div className={hidden ? 'unseen' : 'row'}>
          <h2 id={id} className="grow">
            {title}
          </h2>
          <button type="button" className="button plain small" onClick={close}>
            {frame.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
