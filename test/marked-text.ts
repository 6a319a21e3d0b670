import type { Entity, Layers, Mention, Upos, Word } from '../src/document/layers.ts'
import type { EntityKind, MentionForm } from '../src/record/entity.ts'

const FORMS: Readonly<Record<string, MentionForm>> = { n: 'name', a: 'adjective', d: 'description' }
const TAGS: Readonly<Record<string, Upos>> = {
  the: 'DET',
  a: 'DET',
  in: 'ADP',
  of: 'ADP',
  from: 'ADP',
  for: 'ADP',
  and: 'CCONJ',
  said: 'VERB',
  left: 'VERB',
}

/**
 * Words, mentions and entities of a text for tests: "<e1:place:n>Gao</>" is a name of entity e1, a place; "a" marks an adjective, "d" a
 * description, which may hold others. Words are cut at spaces, marks and possessives; the head of a mention is its last word.
 */
export function markedText(marked: string, published: string | null = null): Pick<Layers, 'report' | 'words' | 'mentions' | 'entities'> {
  let text = ''
  const open: { id: string; kind: EntityKind; as: MentionForm; start: number }[] = []
  const spans: { id: string; kind: EntityKind; as: MentionForm; start: number; end: number }[] = []
  for (const part of marked.split(/(<[^>]*>)/)) {
    const [, id, kind, form] = /^<(\w+):([\w-]+):([nad])>$/.exec(part) ?? []
    if (id) open.push({ id, kind: kind as EntityKind, as: FORMS[form ?? 'n'] as MentionForm, start: text.length })
    else if (part === '</>') spans.push({ ...(open.pop() as (typeof open)[number]), end: text.length })
    else text += part
  }
  const words = cutWords(text)
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const mentions = spans.map(({ id, kind, as, start, end }): Mention => {
    const first = words.findIndex(w => w.start >= start)
    const last = words.findLastIndex(w => w.end <= end)
    return {
      first,
      end: last + 1,
      head: last,
      span: [start, end],
      as,
      kind,
      number: null,
      gender: null,
      person: 3,
      entity: id,
      rule: 'test',
    }
  })
  return { report: reportOf(text, published), words, mentions, entities: entitiesOf(mentions, text) }
}

function cutWords(text: string): Word[] {
  let sentence = 0
  return [...text.matchAll(/[’']s\b|[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*|\S/gu)].map((found, index): Word => {
    const form = found[0]
    const at = sentence
    if (form === '.') sentence++
    return {
      index,
      sentence: at,
      start: found.index,
      end: found.index + form.length,
      form,
      lower: form.toLowerCase(),
      lemma: form.toLowerCase(),
      upos: TAGS[form.toLowerCase()] ?? (/^\p{Lu}/u.test(form) ? 'PROPN' : /^\p{L}/u.test(form) ? 'NOUN' : 'PUNCT'),
      feats: '_',
      head: -1,
      deprel: 'root',
      children: [],
      token: null,
    }
  })
}

function entitiesOf(mentions: readonly Mention[], text: string): Entity[] {
  const byId = new Map<string, Mention[]>()
  for (const m of mentions) byId.set(m.entity as string, [...(byId.get(m.entity as string) ?? []), m])
  return [...byId].map(([id, own]): Entity => {
    const named = own.find(m => m.as === 'name') ?? own[0]
    return {
      id,
      kind: own[0]?.kind ?? 'place',
      name: text.slice(...(named?.span ?? [0, 0])),
      ref: null,
      sector: null,
      members: [],
      place: null,
      candidates: [],
      confidence: 1,
      mentions: own.map(m => ({ span: m.span, as: m.as })),
      from: {},
    }
  })
}

function reportOf(text: string, published: string | null): Layers['report'] {
  return {
    id: 'sha256:0',
    textHash: '0',
    sourceId: null,
    title: null,
    url: null,
    publisher: null,
    authors: [],
    language: 'en',
    published:
      published === null
        ? null
        : { start: published, end: published, type: 'date', value: published, precision: 'day', basis: 'stated', span: null },
    text,
    notes: [],
  }
}
