import type { Language } from '../document/language.ts'
import type { Figure, Word } from '../document/layers.ts'
import { indexEntities, indexMentions } from '../document/mentions.ts'
import { stage } from '../document/stage.ts'
import { childrenBy } from '../document/tree.ts'
import type { PlaceSearch } from './clause-place.ts'
import { indexStatements } from './events/speech.ts'
import { countedAgain } from './figures/again.ts'
import { buildFigure } from './figures/build.ts'
import { changeBy, findChanges } from './figures/changes.ts'
import type { FigureContext, FigureInput } from './figures/context.ts'
import { countedNoun } from './figures/counted.ts'
import { countsNothing } from './figures/guards.ts'
import type { Counted, Measured } from './figures/measured.ts'
import { isWholeOfPart, measureOf } from './figures/measures.ts'
import { moneyFor, shareOfMoney } from './figures/money.ts'
import { findNumbers, type NumberExpression } from './figures/numbers.ts'
import { isOfThem, type Part, partOf, wholeOf } from './figures/parts.ts'
import { peopleCounted } from './figures/people.ts'
import { markRepeats } from './figures/repeats.ts'
import { findTableFigures, findTableWords } from './figures/tables.ts'
import { placesTold } from './places-told.ts'

export { figureRules } from './figures/rules.ts'

/** Finds how many, of whom, where, when and according to whom. */
export const figuresStage = stage({
  name: 'figures',
  needs: ['report', 'words', 'sentences', 'mentions', 'times', 'entities', 'statements'],
  gives: ['figures'],
  run: (layers, language) => ({ figures: findFigures(layers, language) }),
})

/** Figures in reading order. */
function findFigures(input: FigureInput, language: Language): readonly Figure[] {
  const { words } = input
  const context = createContext(input, language)
  const out: Figure[] = []
  const made = new Map<string, Figure>()
  const earlier: Counted[] = []
  const names = new Uint8Array(words.length)
  for (const m of input.mentions) if (m.as === 'name') names.fill(1, m.first, m.end)
  const tables = findTableFigures({ ...context, entities: context.search.entities }, language.figures)
  const inTable = findTableWords(input)
  for (const found of findNumbers(words, input.times, language)) {
    const number = goesOnWithMoney(words, found, earlier.at(-1)?.number, language)
    if (names[number.first] || inTable(words[number.first] as Word) || countsNothing(words, number, context.index, language)) continue
    const own = measuredBy(words, number, language)
    const change = changeBy(context, number)
    if (change) {
      if (change.figure) out.push(change.figure)
      continue
    }
    // "treated 61 wounded, 23 of whom were children": a clause about the whole says nothing of the part alone.
    const weak = own?.rule === 'figures/modified-noun' && own.word < number.first && isOfThem(words, number, language)
    const before = earlier.at(-1) ?? null
    const part: Part | null = own && !weak ? null : partOf(words, number, before, language)
    const what: Measured | null =
      part?.measured ?? own ?? countedAgain(words, number, earlier, language) ?? peopleCounted(words, number, language)
    if (!what || isDenied(words, what)) continue
    const whole: string | null = part?.whole ?? wholeOf(words, number, before, language)
    const figure = buildFigure(
      context,
      `f${out.length + 1}`,
      number,
      ofSameThings(words, number, what, earlier.at(-1)),
      whole === null ? null : (made.get(whole) ?? null),
    )
    made.set(figure.id, figure)
    const last = out.at(-1)
    // "Four of the |18 million|": the number in front is the part.
    if (last && before?.figure === last && isWholeOfPart(words, number, language.figures))
      out[out.length - 1] = { ...last, partOf: figure.id }
    earlier.push({ figure, number, measured: what })
    out.push(figure)
  }
  return markRepeats([...out, ...findChanges(context), ...tables].sort((a, b) => a.span[0] - b.span[0]))
}

/** Sums smaller than this are written with their currency. */
const SUM = 1000
/** How far in front of a sum that leaves its currency out the one that has it may end. */
const NEAR = 16

/** "$5 million to UNICEF and 3 million to WHO", "40 million, of which 10 million …": a sum right behind a conjunction that leaves the currency out. */
function goesOnWithMoney(
  words: readonly Word[],
  number: NumberExpression,
  before: NumberExpression | undefined,
  { figures }: Language,
): NumberExpression {
  if (!before?.money || number.money !== null || number.percent || (number.value.best ?? 0) < SUM) return number
  let joint = words[Math.min(number.first, ...number.quantifierWords) - 1]
  if (joint?.upos === 'DET' || joint?.upos === 'ADJ') joint = words[joint.index - 1]
  if (!joint || joint.sentence !== words[before.first]?.sentence || number.first - before.end >= NEAR) return number
  if (!(joint.upos === 'CCONJ' || joint.form === ',' || joint.feats.includes('PronType=Rel'))) return number
  return countedNoun(words, number, figures) === null ? { ...number, money: before.money } : number
}

/** "3,000 houses were destroyed and 21,000 damaged": a number alone counts the buildings counted just before it in its sentence. */
function ofSameThings(words: readonly Word[], number: NumberExpression, what: Measured, before: Counted | undefined): Measured {
  const harmed = what.term.measure === 'affected' || what.term.measure === 'destroyed'
  if (what.counted !== null || !harmed || before?.figure.unit !== 'building' || number.money !== null || number.percent) return what
  return words[number.first]?.sentence === words[before.number.first]?.sentence ? { ...what, counted: before.measured.counted } : what
}

/** "several children were there, but were not injured" */
function isDenied(words: readonly Word[], { word }: Measured): boolean {
  return childrenBy(words, word, 'advmod').some(w => w.index < word && w.feats.includes('Polarity=Neg'))
}

function measuredBy(words: readonly Word[], number: NumberExpression, language: Language): Measured | null {
  if (number.money !== null) return moneyFor(words, number, language)
  return (number.percent ? shareOfMoney(words, number, language) : null) ?? measureOf(words, number, language.figures)
}

function createContext(input: FigureInput, language: Language): FigureContext {
  const index = indexMentions(input.mentions)
  const search: PlaceSearch = {
    words: input.words,
    index,
    entities: indexEntities(input.entities),
    placeMarks: language.events?.placeMarks ?? new Set(),
    directionMarks: language.events?.directionMarks ?? new Set(),
    speech: language.events?.speech ?? new Set(),
  }
  return { ...input, index, told: placesTold(input), search, saidAt: indexStatements(input.statements), language }
}
