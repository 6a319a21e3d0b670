import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TimeMention, Upos, Word } from '../document/layers.ts'
import { timeOf } from './clause-time.ts'

/** A tree from "form/UPOS/relation>head" words; a form with a star is a time of one word. */
function tree(text: string): { words: Word[]; times: TimeMention[] } {
  const parts = text.split(' ').map(part => /^(.+)\/([A-Z]+)\/([a-z:]+)>(-?\d+)$/.exec(part) as RegExpExecArray)
  let start = 0
  const words = parts.map(([, form = '', upos, deprel = '', head], index): Word => {
    const plain = form.replace('*', '')
    const word = {
      index,
      sentence: 0,
      start,
      end: start + plain.length,
      form: plain,
      lower: plain.toLowerCase(),
      lemma: plain.toLowerCase(),
    }
    start = word.end + 1
    const children = parts.flatMap((p, i) => (Number(p[4]) === index ? [i] : []))
    return { ...word, upos: upos as Upos, feats: '_', head: Number(head), deprel, children, token: null }
  })
  const times = words.flatMap((w, i) => (parts[i]?.[1]?.startsWith('*') ? [mention(w)] : []))
  return { words, times }
}

function mention({ index, form, start, end }: Word): TimeMention {
  // Later words are later days.
  const day = `2024-03-${15 + index}`
  const time = {
    start: day,
    end: day,
    type: 'date',
    value: form,
    precision: 'day',
    basis: 'resolved',
    span: [start, end],
  } as const
  return { first: index, end: index + 1, time, direction: null, rule: 'test/day' }
}

function timeAt(text: string, form: string): string | null {
  const { words, times } = tree(text)
  return (
    timeOf(
      words,
      times,
      words.findIndex(w => w.form === form),
    )?.time.value ?? null
  )
}

test('a verb takes the time that hangs on it, and each verb its own', () => {
  const said =
    'rebels/NOUN/nsubj>1 attacked/VERB/ccomp>4 *Friday/PROPN/obl:unmarked>1 they/PRON/nsubj>4 said/VERB/root>-1 *Saturday/PROPN/obl:unmarked>4'
  assert.equal(timeAt(said, 'attacked'), 'Friday')
  assert.equal(timeAt(said, 'said'), 'Saturday')
})

test('what is said is not dated by when it was said', () => {
  const said = 'they/PRON/nsubj>1 said/VERB/root>-1 *Friday/PROPN/obl:unmarked>1 rebels/NOUN/nsubj>4 attacked/VERB/ccomp>1'
  assert.equal(timeAt(said, 'attacked'), null)
})

test('a fronted time covers coordinated clauses, one behind the first verb does not', () => {
  const fronted = '*Friday/PROPN/obl>2 rebels/NOUN/nsubj>2 attacked/VERB/root>-1 and/CCONJ/cc>4 fled/VERB/conj>2'
  const behind = 'rebels/NOUN/nsubj>1 attacked/VERB/root>-1 *Friday/PROPN/obl>1 and/CCONJ/cc>4 fled/VERB/conj>1'
  assert.equal(timeAt(fronted, 'fled'), 'Friday')
  assert.equal(timeAt(behind, 'fled'), null)
})

test('a participle without a subject goes with its verb, a relative clause does not', () => {
  const killing = 'rebels/NOUN/nsubj>1 attacked/VERB/root>-1 *Friday/PROPN/obl>1 killing/VERB/advcl>1 two/NUM/obj>3'
  const relative = 'rebels/NOUN/nsubj>4 who/PRON/nsubj>2 fled/VERB/acl:relcl>0 *Friday/PROPN/obl>4 attacked/VERB/root>-1'
  assert.equal(timeAt(killing, 'killing'), 'Friday')
  assert.equal(timeAt(relative, 'fled'), null)
})

test('an event noun takes its own time, else that of its verb', () => {
  const own = 'they/PRON/nsubj>1 condemned/VERB/root>-1 *Friday/PROPN/nmod:poss>3 attack/NOUN/obj>1'
  assert.equal(timeAt(own, 'attack'), 'Friday')
  assert.equal(timeAt(own, 'condemned'), null)
  assert.equal(timeAt('they/PRON/nsubj>1 launched/VERB/root>-1 attacks/NOUN/obj>1 *Friday/PROPN/obl>1', 'attacks'), 'Friday')
})

test('an infinitive and the verb over it share a time', () => {
  const inner = 'troops/NOUN/nsubj>1 began/VERB/root>-1 to/PART/mark>3 leave/VERB/xcomp>1 *Friday/PROPN/obl>3'
  const outer = 'troops/NOUN/nsubj>1 began/VERB/root>-1 *Friday/PROPN/obl>1 to/PART/mark>4 leave/VERB/xcomp>1'
  assert.equal(timeAt(inner, 'began'), 'Friday')
  assert.equal(timeAt(outer, 'leave'), 'Friday')
})

test('a time inside a quotation is not that of the reporting verb', () => {
  const quoted = '“/PUNCT/punct>3 *Friday/PROPN/obl>3 ”/PUNCT/punct>3 said/VERB/root>-1'
  assert.equal(timeAt(quoted, 'said'), null)
})

test('the time of a copula is the time of its subject', () => {
  assert.equal(timeAt('attack/NOUN/nsubj>2 was/AUX/cop>2 *Friday/PROPN/root>-1', 'attack'), 'Friday')
})

test('an end of a period gives the whole, a set dates nothing', () => {
  const { words, times } = tree('they/PRON/nsubj>1 fought/VERB/root>-1 *Friday/PROPN/obl>1')
  const [day] = times as [TimeMention]
  const range = { ...day.time, end: '2024-03-17', precision: 'range' } as const
  assert.equal(timeOf(words, [{ ...day, range }], 1)?.time, range)
  assert.equal(timeOf(words, [{ ...day, time: { ...day.time, type: 'set' } }], 1), null)
})

test('the day of a subject dates a verb that has none of its own', () => {
  assert.equal(timeAt('attack/NOUN/nsubj>2 *Friday/PROPN/nmod>0 killed/VERB/root>-1 two/NUM/obj>2', 'killed'), 'Friday')
  assert.equal(timeAt('attack/NOUN/nsubj>2 *Friday/PROPN/nmod>0 ended/VERB/root>-1 *Sunday/PROPN/obl>2', 'ended'), 'Sunday')
})

test('two days with "and" between them are one period', () => {
  const { words, times } = tree('clashes/NOUN/nsubj>4 *Friday/PROPN/obl>4 and/CCONJ/cc>3 *Saturday/PROPN/conj>1 erupted/VERB/root>-1')
  const found = timeOf(words, times, 4)
  assert.deepEqual([found?.time.start, found?.time.end, found?.time.precision], ['2024-03-16', '2024-03-18', 'range'])
})

/** The same words, "when" read as the adverb that opens a clause. */
function withRelative(words: readonly Word[]): Word[] {
  return words.map(word => (word.form === 'when' ? { ...word, feats: 'PronType=Int' } : word))
}

test('a clause that begins with a relative adverb of time is of the time of its verb', () => {
  const { words, times } = tree(
    'shots/NOUN/nsubj>1 rang/VERB/root>-1 *Friday/PROPN/obl>1 when/ADV/advmod>5 gunmen/NOUN/nsubj>5 attacked/VERB/advcl>1',
  )
  assert.equal(timeOf(words, times, 5), null)
  assert.equal(timeOf(withRelative(words), times, 5)?.first, 2)
})

test('a verb without a time is of the time of the clause that says when', () => {
  const { words, times } = tree(
    'traders/NOUN/nsubj>1 died/VERB/root>-1 when/ADV/advmod>4 gunmen/NOUN/nsubj>4 attacked/VERB/advcl>1 *Friday/PROPN/obl>4',
  )
  assert.equal(timeOf(words, times, 1), null)
  assert.equal(timeOf(withRelative(words), times, 1)?.first, 5)
})

test('verbs side by side share a time, verbs farther apart do not', () => {
  const beside = 'he/PRON/nsubj:pass>2 was/AUX/aux:pass>2 shot/VERB/root>-1 and/CCONJ/cc>4 killed/VERB/conj>2 *Friday/PROPN/obl:unmarked>4'
  assert.equal(timeAt(beside, 'shot'), 'Friday')
  const apart =
    'he/PRON/nsubj:pass>2 was/AUX/aux:pass>2 shot/VERB/root>-1 there/ADV/advmod>2 and/CCONJ/cc>5 died/VERB/conj>2 *Friday/PROPN/obl:unmarked>5'
  assert.equal(timeAt(apart, 'shot'), null)
})
