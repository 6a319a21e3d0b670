import { MappedText } from './offset-map.ts'
import { type Found, sourceReport } from './source.ts'

/** Plain text: all of it is the report. Line ends become "\n", a byte order mark goes. */
export function fromText(source: string): Found {
  const out = new MappedText()
  const start = source.startsWith('\uFEFF') ? 1 : 0
  if (start === 0 && !source.includes('\r')) return { report: sourceReport({ text: source }), map: [[0, 0]] }
  let from = start
  for (let cr = source.indexOf('\r', from); cr >= 0; cr = source.indexOf('\r', from)) {
    out.add(source.slice(from, cr), from)
    if (source[cr + 1] !== '\n') out.add('\n', cr)
    from = cr + 1
  }
  out.add(source.slice(from), from)
  return { report: sourceReport({ text: out.text() }), map: out.map() }
}
