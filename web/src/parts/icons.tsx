import type { ReactNode } from 'react'

/** Line drawings on a grid of 24, for the rail and buttons; words always stand beside them or in the label. */
const DRAWINGS = {
  today: <path d="M4 12h3l2-6 4 13 3-9 1.5 2H20" />,
  reading: <path d="M12 6c-2-1.5-4.500-2-8-2v14c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2V4c-3.500 0-6 .5-8 2Zm0 0v14" />,
  incidents: (
    <>
      <path d="M12 21s-7-6.200-7-11.500a7 7 0 0 1 14 0C19 14.800 12 21 12 21Z" />
      <circle cx="12" cy="9.500" r="2.500" />
    </>
  ),
  figures: <path d="M4 20V4M4 20h16M8 15l4-5 3 3 5-7" />,
  statements: <path d="M4 5h16v11H10l-4 4v-4H4Z" />,
  actors: (
    <>
      <circle cx="9" cy="8" r="3.500" />
      <path d="M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 4.800a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .8 3.200 2.600 3.500 5.500" />
    </>
  ),
  reports: <path d="M6 3h9l4 4v14H6ZM15 3v4h4M9 12h7M9 16h7" />,
  answers: <path d="M5 5h14M5 12h14M5 19h8" />,
  sources: <path d="M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16M5 19h.01" />,
  rules: <path d="M5 6l2 2 3-4M5 13l2 2 3-4M5 20l2 2 3-4M13 7h7M13 14h7M13 20h7" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.500" />
      <path d="M16 16l5 5" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h10M18 7h2M4 17h2M10 17h10" />
      <circle cx="16" cy="7" r="2" />
      <circle cx="8" cy="17" r="2" />
    </>
  ),
  keyboard: <path d="M3 6h18v12H3ZM7 10h.01M11 10h.01M15 10h.01M7 14h10" />,
} satisfies Record<string, ReactNode>
export type IconName = keyof typeof DRAWINGS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {DRAWINGS[name]}
    </svg>
  )
}
