import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Upos, Word } from '../../../document/layers.ts'
import { tenseAt } from './tense.ts'

/** Words as "form/lemma/UPOS/relation>head/feats"; the last word is the time. */
function tense(text: string): -1 | 1 | null {
  const parts = text.split(' ').map(p => p.split('/'))
  const words = parts.map(([form = '', lemma = '', upos, tie = '', feats = '_'], index): Word => {
    const [deprel = '', head] = tie.split('>')
    const children = parts.flatMap((p, i) => (p[3]?.endsWith(`>${index}`) ? [i] : []))
    return {
      index,
      sentence: 0,
      start: index,
      end: index + 1,
      form,
      lower: form.toLowerCase(),
      lemma,
      upos: upos as Upos,
      feats,
      head: Number(head),
      deprel,
      children,
      token: null,
    }
  })
  const last = words.length - 1
  return tenseAt(words, { first: last, end: last + 1, direction: null })
}

const FIN_PAST = 'Tense=Past|VerbForm=Fin'

test('finite verbs and auxiliaries', () => {
  assert.equal(tense(`fled/flee/VERB/root>-1/${FIN_PAST} Friday/Friday/PROPN/obl>0`), -1)
  assert.equal(tense('will/will/AUX/aux>1 leave/leave/VERB/root>-1 Friday/Friday/PROPN/obl>1'), 1)
  assert.equal(tense('may/may/AUX/aux>2 have/have/AUX/aux>2 left/leave/VERB/root>-1 Friday/Friday/PROPN/obl>2'), -1)
  assert.equal(tense('leaves/leave/VERB/root>-1/Tense=Pres|VerbForm=Fin Friday/Friday/PROPN/obl>0'), 1)
  assert.equal(tense('says/say/VERB/root>-1/Tense=Pres|VerbForm=Fin Friday/Friday/PROPN/obl>0'), null)
})

test('infinitives lie ahead after words of planning', () => {
  assert.equal(tense(`planned/plan/VERB/root>-1/${FIN_PAST} to/to/PART/mark>2 leave/leave/VERB/xcomp>0 Friday/Friday/PROPN/obl>2`), 1)
  assert.equal(tense(`managed/manage/VERB/root>-1/${FIN_PAST} to/to/PART/mark>2 leave/leave/VERB/xcomp>0 Friday/Friday/PROPN/obl>2`), -1)
})

test('participles, nouns and deadlines', () => {
  assert.equal(tense('talks/talk/NOUN/root>-1 scheduled/schedule/VERB/acl>0/Tense=Past|VerbForm=Part Friday/Friday/PROPN/obl>1'), 1)
  assert.equal(tense('troops/troops/NOUN/root>-1 sent/send/VERB/acl>0/Tense=Past|VerbForm=Part Friday/Friday/PROPN/obl>1'), -1)
  assert.equal(tense('seek/seek/VERB/root>-1 ruling/ruling/NOUN/obj>0 Friday/Friday/PROPN/nmod:poss>1'), null)
  assert.equal(tense('stay/stay/VERB/root>-1 until/until/ADP/case>2 Friday/Friday/PROPN/obl>0'), 1)
})

test('deadlines that are set, and days that are the earliest', () => {
  assert.equal(tense(`gave/give/VERB/root>-1/${FIN_PAST} them/they/PRON/iobj>0 until/until/ADP/case>3 Friday/Friday/PROPN/obl>0`), 1)
  assert.equal(tense(`waited/wait/VERB/root>-1/${FIN_PAST} until/until/ADP/case>2 Friday/Friday/PROPN/obl>0`), -1)
  assert.equal(
    tense(
      'had/have/AUX/aux>1/Tense=Past called/call/VERB/root>-1/Tense=Past|VerbForm=Part until/until/ADP/case>3 Friday/Friday/PROPN/obl>1',
    ),
    -1,
  )
  assert.equal(
    tense('come/come/VERB/root>-1/VerbForm=Inf as/as/ADV/advmod>2 soon/soon/ADV/advmod>0 as/as/ADP/case>4 Friday/Friday/PROPN/obl>2'),
    1,
  )
})
