import type { RuleEntry } from '../read/rules.ts'
import { wrap } from '../util/display-width.ts'
import type { Screen } from './screen.ts'

/** The catalogue for people, by room. */
export function formatRules(rules: readonly RuleEntry[], { width, color }: Screen): string {
  const room = Math.max(40, Math.min(width, 100)) - 4
  const bold = (text: string) => (color ? `\u001B[1m${text}\u001B[0m` : text)
  return byRoom(rules)
    .map(([name, entries]) => {
      const lines = entries.flatMap(rule => [`  ${rule.name}`, ...wrap(rule.says, room).map(span => `    ${rule.says.slice(...span)}`)])
      return [bold(name), ...lines, ''].join('\n')
    })
    .join('\n')
}

/** The catalogue as a page of the documentation. */
export function formatRulesPage(rules: readonly RuleEntry[]): string {
  const rooms = byRoom(rules).map(([name, entries]) => {
    const lines = entries.map(rule => `- **${rule.name}** ${rule.says.replace(/[|*_<>]/g, '\\$&')}`)
    return `## ${name}\n\n${lines.join('\n')}\n`
  })
  return `# Rules

Every field of a record names the rule that filled it, in \`from\`, and the words that the rule rested on. These are all rules, with what each
of them says; \`griot explain\` shows those behind a record. This page is made by \`scripts/docs.ts\` from the rules themselves.

${rooms.join('\n')}`
}

/** Rules by the room in front of the stroke, rooms in the order in which they are met. */
function byRoom(rules: readonly RuleEntry[]): [string, RuleEntry[]][] {
  const rooms = new Map<string, RuleEntry[]>()
  for (const rule of rules) {
    const room = rule.name.split('/', 1)[0] as string
    const known = rooms.get(room)
    if (known) known.push(rule)
    else rooms.set(room, [rule])
  }
  return [...rooms]
}
