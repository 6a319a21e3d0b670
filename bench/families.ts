/** A kind of text that makes careless programs slow: `make(n)` gives about n characters of it. */
export interface Family {
  readonly name: string
  readonly format: 'text' | 'html' | 'markdown'
  make(n: number): string
}

const repeat =
  (piece: string, before = '', after = '') =>
  (n: number): string =>
    before + piece.repeat(Math.ceil(n / piece.length)) + after

/** Pieces that differ by their number. */
const count =
  (piece: (i: number) => string) =>
  (n: number): string => {
    let out = ''
    for (let i = 0; out.length < n; i++) out += piece(i)
    return out
  }

/** A made-up word of the number i, with a capital: "Bokari", "Dotemu". */
export function madeUpName(i: number): string {
  let [rest, out] = [i + 400, '']
  for (; rest > 0; rest = Math.floor(rest / 70)) out += `${'bdfgklmnprstvz'[rest % 14]}${'aeiou'[Math.floor(rest / 14) % 5]}`
  return (out[0] as string).toUpperCase() + out.slice(1)
}

const day = (i: number): string => `${(i % 28) + 1} ${['March', 'June', 'October'][i % 3]} ${1990 + (i % 37)}`

const text = (name: string, make: Family['make']): Family => ({ name, format: 'text', make })
const html = (name: string, make: Family['make']): Family => ({ name, format: 'html', make })

/** A page with an article inside `open` … `close`, as deep as the length allows. */
const nested = (open: string, close: string) => (n: number) => {
  const depth = Math.ceil(n / (open.length + close.length))
  return `<html><body>${open.repeat(depth)}<p>Soldiers killed two people in the town on Monday.</p>${close.repeat(depth)}</body></html>`
}

/** The odd texts that time is measured on at one length and at ten times that. */
export const FAMILIES: readonly Family[] = [
  text('one word', repeat('a')),
  text('one number', repeat('7')),
  text('one capital', repeat('A')),
  text('hyphens', repeat('-')),
  text('full stops', repeat('.')),
  text('abbreviations', repeat('U.S. ')),
  text('abbreviations in one word', repeat('U.S.')),
  text('no full stop', repeat('soldiers of the army near the town ')),
  text('no full stop, names', repeat('Mali and Niger and ')),
  text('open brackets', repeat('(')),
  text('open brackets round words', repeat('(army ')),
  text('closing brackets', repeat(')')),
  text('tabs', repeat('\t')),
  text('a table row', repeat('Gao\t12\t')),
  text('table rows', repeat('Gao\t12\t1,300\n', 'Place\tKilled\tDisplaced\n')),
  text('straight quotes', repeat('"')),
  text('nested quotes', repeat('“he said ‘', '', '’ ”')),
  text('quotes never closed', repeat('“We will go, ')),
  text('single quotes never closed', repeat('said ‘he ')),
  text('doubled single quotes', repeat("''a ")),
  text('quotations', repeat('“We will go,” said John Smith. ')),
  text('apostrophes', repeat("'")),
  text('short paragraphs', repeat('Two died.\n\n')),
  text('empty lines', repeat('\n')),
  text('spaces', repeat(' ', 'Two', 'died.')),
  text('the same name', repeat('Lavrov ')),
  text('the same sentence', repeat('Twelve people were killed in Mali on Monday. ')),
  text(
    'many names',
    count(i => `${madeUpName(i)} ${madeUpName(i * 7 + 3)} met ${madeUpName(i * 13 + 5)}. `),
  ),
  text(
    'many names, no stop',
    count(i => `${madeUpName(i)} ${madeUpName(i * 7 + 3)}, `),
  ),
  text(
    'many places',
    count(i => `Fighting broke out in ${madeUpName(i)}, near ${['Gao', 'Mopti', 'Kidal'][i % 3]}. `),
  ),
  text(
    'many numbers',
    count(i => `${i} people and ${i * 37} houses. `),
  ),
  text(
    'numbers in a row',
    count(i => `${i} `),
  ),
  text('number words', repeat('two hundred ')),
  text(
    'many dates',
    count(i => `They met on ${day(i)}. `),
  ),
  text(
    'dates in a row',
    count(i => `${day(i)}, `),
  ),
  text('relative dates', repeat('last Monday two days later ')),
  text('pronouns', repeat('He said she told him that they knew it. ')),
  text('said that', repeat('he said that ')),
  text('of', repeat('the minister of ')),
  text('titles', repeat('Foreign Minister ')),
  text(
    'acronyms',
    count(i => `The ${madeUpName(i)} Front (${madeUpName(i).slice(0, 3).toUpperCase()}) attacked. `),
  ),
  text('clauses', repeat('who attacked the army which ')),
  text('combining marks', repeat('\u0301', 'e')),
  text('lone surrogates', repeat('\ud800')),
  text('bidi controls', repeat('\u202eabc ')),
  text('addresses', repeat('http://a.b/c?d=')),
  text('at signs', repeat('a@')),
  html('deep div', nested('<div>', '</div>')),
  html('deep quotations', nested('<blockquote>', '</blockquote>')),
  html('deep tables', nested('<table><tr><td>', '</td></tr></table>')),
  html('deep lists', nested('<ul><li>', '</li></ul>')),
  html('deep, never closed', nested('<b>', '')),
  html('brackets', repeat('<')),
  html('entities', repeat('&')),
  html('comments', repeat('<!--')),
  html('many links', repeat('<a href="/x">More</a> ')),
  html('many paragraphs', repeat('<p>Two died in Gao.</p>')),
  { name: 'stars', format: 'markdown', make: repeat('*a ') },
  { name: 'square brackets', format: 'markdown', make: repeat('[') },
  { name: 'deep quotations', format: 'markdown', make: repeat('> ') },
  { name: 'ticks', format: 'markdown', make: repeat('`a``') },
]
