import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

export const KINDS = ['statements', 'events', 'figures', 'positions'] as const
export type Kind = (typeof KINDS)[number]

/** A shape for each kind beside its colour: marks of speech, a lozenge, a hash, a triangle. */
const SHAPES: Record<Kind, ReactNode> = {
  statements: (
    <path d="M2.500 9.500c0-4 1.500-6 4-7v2.200c-1.200.6-1.800 1.500-1.900 2.800h1.900v4.800h-4Zm7 0c0-4 1.500-6 4-7v2.200c-1.200.6-1.800 1.500-1.900 2.800h1.900v4.800h-4Z" />
  ),
  events: <path d="M8 1.500 14.500 8 8 14.500 1.500 8Z" />,
  figures: (
    <path d="M5.600 2h1.800L7 5h3l.4-3h1.800l-.4 3H14v1.700h-2.400l-.3 2.600H14V11h-2.900l-.5 3H8.800l.5-3h-3l-.5 3H4l.5-3H2V9.300h2.700L5 6.700H2V5h3.200ZM6.800 6.700l-.3 2.600h3l.3-2.600Z" />
  ),
  positions: <path d="M8 2 14.500 14h-13Z" />,
}

/** The mark of a kind of record; `silent` where its name stands beside it. */
export function KindMark({ kind, silent = false }: { readonly kind: Kind; readonly silent?: boolean }) {
  const { frame } = useWords()
  return (
    <span className={`kind ${kind}`} title={frame.kinds[kind]}>
      <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
        {SHAPES[kind]}
      </svg>
      {!silent && <span className="unseen">{frame.kinds[kind]}</span>}
    </span>
  )
}
