// The page works without this; with it words light up, and a click on words opens their card.
const paragraphs = [...document.querySelectorAll('.text')].map(element => ({ element, start: Number(element.dataset.start) }))

/** A pair of offsets into the report → a range of the page; a span over several paragraphs gives one in each. */
function rangesOf([start, end]) {
  const ranges = []
  for (let i = paragraphBefore(start); i < paragraphs.length && paragraphs[i].start < end; i++) {
    const { element, start: from } = paragraphs[i]
    const range = document.createRange()
    let at = from
    let begun = false
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node && at < end; node = walker.nextNode()) {
      const next = at + node.length
      if (next > start) {
        if (!begun) range.setStart(node, Math.max(0, start - at))
        begun = true
        range.setEnd(node, Math.min(node.length, end - at))
      }
      at = next
    }
    if (begun) ranges.push(range)
  }
  return ranges
}

function paragraphBefore(offset) {
  let [low, high] = [0, paragraphs.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (paragraphs[middle].start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function readSpans(text) {
  return (text ?? '')
    .split(' ')
    .filter(Boolean)
    .map(pair => pair.split('-').map(Number))
}

function light(name, spans) {
  if (!CSS.highlights) return
  if (spans.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...spans.flatMap(rangesOf)))
}

/** Lights up what a card or a field rests on. */
function show(element) {
  const field = element?.closest('.field[data-at]')
  const card = element?.closest('.card')
  light('griot-words', readSpans((field ?? card)?.dataset.at))
  light('griot-evidence', readSpans(card?.dataset.evidence))
}

let shown = null
function choose(element) {
  shown = element?.closest('.card') ? element : null
  show(shown)
  const id = shown?.closest('.card').id
  for (const mark of document.querySelectorAll('.m.on')) mark.classList.remove('on')
  if (id) for (const mark of document.querySelectorAll(`[data-r~="${id}"]`)) mark.classList.add('on')
}

const cards = [...document.querySelectorAll('.card')]
for (const card of cards) {
  card.addEventListener('pointerover', event => show(event.target))
  card.addEventListener('pointerleave', () => show(shown))
}
document.addEventListener('focusin', event => {
  if (event.target.closest('.card')) choose(event.target)
})

/** Opens the card that the address names, and whatever it lies in. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const card = target?.closest('.card')
  if (!card) return
  for (let outer = card; outer; outer = outer.parentElement?.closest('details')) outer.open = true
  choose(card)
  card.querySelector('summary').focus({ preventScroll: true })
  card.scrollIntoView({ block: 'nearest' })
}

function open(id) {
  if (location.hash === `#${id}`) openTarget()
  else location.hash = id
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]')
  const mark = event.target.closest('.m')
  if (link && link.hash === location.hash) openTarget()
  if (link || !mark || String(getSelection()) !== '') return
  // A second click on the same words goes on to the next record that they belong to.
  const ids = mark.dataset.r.split(' ')
  open(ids[(ids.indexOf(location.hash.slice(1)) + 1) % ids.length])
})

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  for (const card of document.querySelectorAll('.card[open]')) card.open = false
  choose(null)
})

addEventListener('hashchange', openTarget)
openTarget()
