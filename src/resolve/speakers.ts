import type { Entity, Layers, Mention, Statement } from '../document/layers.ts'
import { stage } from '../document/stage.ts'

const RULE = 'speakers/first-person'

/** How the first person is resolved, for the rule catalogue. */
export const speakerRules = [{ name: RULE, says: '"I" and "we" in a quotation stand for the one who says it.' }] as const

/** Ties the first person inside quotations to the speaker. */
export const speakersStage = stage({
  name: 'speakers',
  needs: ['mentions', 'entities', 'statements'],
  gives: ['mentions', 'entities', 'statements'],
  run: layers => resolveSpeakers(layers),
})

type Input = Pick<Layers, 'mentions' | 'entities' | 'statements'>

/** Mentions, entities and statements with "I" and "we" filled where a direct or mixed statement with a known speaker holds them. */
function resolveSpeakers({ mentions, entities, statements }: Input): Input {
  const spoken = statements.filter(s => s.speaker !== null && s.form !== 'indirect').sort((a, b) => start(a) - start(b))
  const added = new Map<string, Mention[]>()
  let next = 0
  const open: Statement[] = []
  const resolved = mentions.map(m => {
    if (m.as !== 'pronoun' || m.person !== 1 || m.entity !== null) return m
    while (next < spoken.length && start(spoken[next] as Statement) <= m.span[0]) open.push(spoken[next++] as Statement)
    const statement = open.slice(-8).findLast(s => s.content.some(c => c[0] <= m.span[0] && m.span[1] <= c[1]))
    if (!statement?.speaker) return m
    const found: Mention = { ...m, entity: statement.speaker, rule: RULE }
    const list = added.get(statement.speaker)
    if (list) list.push(found)
    else added.set(statement.speaker, [found])
    return found
  })
  const told = new Map(resolved.filter(m => m.rule === RULE).map(m => [m.span[0], m]))
  return {
    mentions: resolved,
    entities: entities.map(e => withMentions(e, added.get(e.id))),
    statements: statements.map(s => withSpeaker(s, told)),
  }
}

/** "I concluded that …" inside a quotation is said by the one who is quoted. */
function withSpeaker(s: Statement, told: ReadonlyMap<number, Mention>): Statement {
  const unclear = s.speaker === null ? s.not?.speaker?.spans[0] : undefined
  const mention = unclear && told.get(unclear[0])
  if (!mention?.entity) return s
  return { ...s, speaker: mention.entity, from: { ...s.from, speaker: { rule: RULE, spans: [mention.span] } }, not: {} }
}

function start(s: Statement): number {
  return s.content[0]?.[0] ?? s.evidence[0]
}

function withMentions(entity: Entity, added: readonly Mention[] | undefined): Entity {
  if (!added) return entity
  const mentions = [...entity.mentions, ...added.map(m => ({ span: m.span, as: m.as }))].sort(
    (a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1],
  )
  return { ...entity, mentions }
}
