import { ask } from '../api/client.ts'
import type { RecordDetail } from '../api/types.ts'
import { useWords } from '../words/words.ts'
import { say, useComplain } from './toast.tsx'

/** Copies the words of a record ("3f2a91c0d5e6/v3") with their source, and says so. Where a browser lets nobody copy, they are shown. */
export function useCopyCitation(): (record: string) => Promise<void> {
  const { frame } = useWords()
  const complain = useComplain()
  return async record => {
    try {
      const { citation } = await ask<RecordDetail>(`records/${record}`)
      const isCopied = await copy(citation)
      say(isCopied ? frame.copied : citation)
    } catch (error) {
      complain(error)
    }
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** A button for it. */
export function CopyCitation({ record }: { readonly record: string }) {
  const { frame } = useWords()
  const copyCitation = useCopyCitation()
  return (
    <button type="button" className="cite no-print" onClick={() => void copyCitation(record)}>
      {frame.copy}
    </button>
  )
}
