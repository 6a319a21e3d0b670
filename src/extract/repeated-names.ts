import type { Language } from '../document/language.ts'
import type { Name, Word } from '../document/layers.ts'

/**
 * The names with those that the recogniser passed over: the last word of a person's name, or a whole name of one word, that stands
 * alone elsewhere in the report ("Mensavi" after "General Yao Mensavi"), capitals that are a known body's ("ECOWAS"), and words that only
 * an armed group is known by ("a Houthi negotiator").
 */
export function withRepeated(names: readonly Name[], words: readonly Word[], language: Language): readonly Name[] {
  const taken = new Uint8Array(words.length)
  const known = new Map<string, Name['label']>()
  const people = new Set<string>()
  for (const name of names) {
    taken.fill(1, name.first, name.end)
    const last = words[name.end - 1]?.form ?? ''
    if (name.label === 'PER' && name.end - name.first > 1) people.add(last)
    const single = name.end - name.first === 1
    if (name.label !== 'MISC' && (single || name.label === 'PER') && isName(last) && !known.has(last)) known.set(last, name.label)
  }
  const out = names.map(name => asBody(asPerson(name, people, words), words, language))
  for (const { index, form, upos, start, end } of words) {
    if (taken[index] || !isName(form) || (upos !== 'PROPN' && upos !== 'ADJ')) continue
    const apart = !isCapital(words[index - 1]) && !isCapital(words[index + 1])
    const repeated = apart && upos === 'PROPN' ? known.get(form) : undefined
    const label = repeated ?? (isBody(form, upos, language) ? 'ORG' : null)
    if (label) out.push({ first: index, end: index + 1, span: [start, end], label, confidence: REPEATED })
  }
  return out.sort((a, b) => a.first - b.first)
}

/** "Mensavi named a cabinet" after "Yao Mensavi": a surname that acts is the person, whatever place it looks like. */
function asPerson(name: Name, people: ReadonlySet<string>, words: readonly Word[]): Name {
  const word = words[name.first]
  if (name.label !== 'LOC' || name.end - name.first !== 1 || !word || !people.has(word.form)) return name
  return /^nsubj/.test(word.deprel) ? { ...name, label: 'PER' } : name
}

/** What looks like a person's name and is only a body's on the lists of actors is the body: "Jama'at Nusrat al-Islam". */
function asBody(name: Name, words: readonly Word[], { actors }: Language): Name {
  if (name.label !== 'PER' || name.end - name.first < 3) return name
  const own = words.slice(name.first, name.end)
  const found = actors.find(
    own
      .map((w, i) => (own[i + 1]?.start === w.end ? w.form : `${w.form} `))
      .join('')
      .trim(),
  )
  return found.length > 0 && found.every(a => a.kind === 'organization' || a.kind === 'armed-group') ? { ...name, label: 'ORG' } : name
}

const REPEATED = 0.7

function isName(form: string): boolean {
  return form.length > 2 && /^\p{Lu}\p{L}/u.test(form)
}

function isCapital(word: Word | undefined): boolean {
  return word?.upos === 'PROPN'
}

/** Three capitals or more that only bodies are known by, or another word that only armed groups are. */
function isBody(form: string, upos: Word['upos'], { actors }: Language): boolean {
  const capitals = upos === 'PROPN' && /^\p{Lu}{3,}$/u.test(form)
  if (!capitals && !/^\p{Lu}\p{Ll}/u.test(form)) return false
  const found = actors.find(form)
  return found.length > 0 && found.every(a => a.kind === 'armed-group' || (capitals && a.kind === 'organization'))
}
