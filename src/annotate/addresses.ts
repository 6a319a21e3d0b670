import { DIGIT, kindOf, LETTER } from './chars.ts'

/** Endings of host names and files that make a word with a full stop inside an address. */
const ENDINGS = new Set(
  'com org net gov edu int info mil biz doc docx pdf xls xlsx csv ppt pptx jpg jpeg png gif htm html txt zip exe'.split(' '),
)
/** An address reaches back this far at most, so that finding one stays linear. */
const REACH = 64

/** Addresses (web, mail, hosts, files) in a stretch without white space: starts and ends by turns, in order, not overlapping. */
export function findAddresses(text: string, start: number, end: number): number[] {
  const out: number[] = []
  let free = start
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    let from = -1
    let to = -1
    if (unit === COLON && text.startsWith('://', at)) {
      from = back(text, at, free, isLetter)
      to = forward(text, at + 3, end, isPath)
      if (to === at + 3) from = -1
    } else if (unit === AT) {
      from = back(text, at, free, isMail)
      to = forward(text, at + 1, end, isMail)
      if (text.slice(at + 1, to).indexOf('.') < 1) from = -1
    } else if (unit === STOP) {
      const letters = forward(text, at + 1, Math.min(end, at + 8), isLetter)
      const isHost =
        ENDINGS.has(text.slice(at + 1, letters).toLowerCase()) &&
        !(letters < end && isMail(text.charCodeAt(letters)) && text.charCodeAt(letters) !== STOP)
      const isWeb = at - 3 >= free && text.slice(at - 3, at).toLowerCase() === 'www'
      if (!isHost && !isWeb) continue
      from = back(text, at, free, isMail)
      to = forward(text, isWeb ? at + 1 : letters, end, isWeb || text[letters] === '/' ? isPath : isMail)
    }
    if (from < 0 || from === at) continue
    to = trimEnd(text, at + 1, to)
    out.push(from, to)
    free = to
    at = to - 1
  }
  return out
}

const COLON = 58
const AT = 64
const STOP = 46

type Test = (unit: number) => boolean

const isLetter: Test = unit => kindOf(unit) === LETTER
/** Letters, digits and . _ - + as in mail addresses and host names. */
const isMail: Test = unit => {
  const kind = kindOf(unit)
  return kind === LETTER || kind === DIGIT || unit === STOP || unit === 95 || unit === 45 || unit === 43
}
/** Everything but quotes, brackets and < >. */
const isPath: Test = unit => !NO_PATH.has(unit)
const NO_PATH: ReadonlySet<number> = new Set([...'"\'<>()[]{}“”’«»'].map(char => char.charCodeAt(0)))

function back(text: string, at: number, limit: number, test: Test): number {
  let i = at
  while (i > limit && at - i < REACH && test(text.charCodeAt(i - 1))) i--
  return i
}

function forward(text: string, at: number, end: number, test: Test): number {
  let i = at
  while (i < end && test(text.charCodeAt(i))) i++
  return i
}

function trimEnd(text: string, from: number, to: number): number {
  let i = to
  while (i > from && '.,;:!?-_+'.includes(text[i - 1] as string)) i--
  return i
}
