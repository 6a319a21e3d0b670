import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReader } from '../read/index.ts'
import { listSpans } from '../record/span.ts'

const reader = await loadReader()

/** Number, triggers of its events, day and place of every figure. */
async function figuresOf(text: string): Promise<string[]> {
  const { figures, events, entities, report } = await reader.read({ text, published: '2024-03-14', language: 'en' })
  const words = (at: readonly number[]) => report.text.slice(at[0], at[1])
  return figures.map(figure => {
    const triggers = events.filter(event => figure.events.includes(event.id)).map(event => words(listSpans(event.trigger)[0] ?? [0, 0]))
    const place = entities.find(entity => entity.id === figure.place)?.name ?? '–'
    return `${words(figure.span)}: ${triggers.join(', ') || 'no event'}, ${figure.time?.start ?? '–'}, ${place}`
  })
}

test('a figure counts the victims of the event that its word tells', async () => {
  assert.deepEqual(await figuresOf('Gunmen killed 12 people in Gao on Monday.'), ['12: killed, 2024-03-11, Gao'])
})

test('a figure without a day has that of its event', async () => {
  const [figure] = await figuresOf('Gunmen attacked Gao on Monday and killed 12 people.')
  assert.match(String(figure), /^12: .*2024-03-11, Gao$/)
})

test('a figure of what no event did has none', async () => {
  assert.match(String(await figuresOf('About 41,000 people in Gao need food.')), /no event/)
})
