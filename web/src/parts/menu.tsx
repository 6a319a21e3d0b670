import { type ReactNode, useEffect, useRef } from 'react'

/** A button that opens a small sheet below it; Escape, and a click beside it, close it. */
export function Menu({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = () => details.current?.removeAttribute('open')
    const click = ({ target }: Event) => details.current?.contains(target as Node) || close()
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.current?.open) return
      close()
      details.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', click)
    document.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('pointerdown', click)
      document.removeEventListener('keydown', key)
    }
  }, [])
  return (
    <details ref={details} className="menu no-print">
      <summary className="button small">{label}</summary>
      <div className="sheet card">{children}</div>
    </details>
  )
}
