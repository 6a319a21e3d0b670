import { useQuery } from '@tanstack/react-query'
import { urlOf } from '../../api/client.ts'
import { Problem, Waiting } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'

/** Longer sources are shown in part; the whole is a file to keep. */
const MOST = 200_000

/** The bytes that a report came in, as text; what is no text can be kept as a file. */
export function Source({ report }: { readonly report: string }) {
  const { reading: words } = useWords()
  const url = urlOf(`reports/${report}/source`)
  const { data, error } = useQuery({ queryKey: ['source', report], queryFn: async () => decode(await (await fetch(url)).arrayBuffer()) })
  return (
    <section className="source stack">
      <a className="button small" href={url} download>
        {words.download}
      </a>
      {error ? <Problem error={error} /> : data === undefined ? <Waiting /> : data !== null && <pre>{data}</pre>}
    </section>
  )
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text.slice(0, MOST)
  } catch {
    return null
  }
}
