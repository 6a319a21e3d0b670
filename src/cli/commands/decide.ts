import { Command } from 'commander'
import type { By, Verdict } from '../../library/decisions/decide.ts'
import type { Settlement } from '../../library/incidents/settle.ts'
import { GriotError } from '../../util/error.ts'
import { byWhom } from '../by-whom.ts'
import { addLibraryOption, type LibraryOption, withLibrary } from '../library-option.ts'
import { screenOf } from '../screen.ts'
import type { World } from '../world.ts'

/** Who decides, and what he says to it. */
interface DecideOptions extends LibraryOption {
  readonly by?: string
  readonly note?: string
  readonly words?: string
  readonly json?: true
}

/** `griot decide`: what an analyst says about a record. Decisions are added, never changed; one is taken back by another. */
export function decideCommand(world: World): Command {
  const command = new Command('decide')
    .description('Accept, reject or correct a record, note something, or take a decision back; every list and export obeys')
    .addHelpText(
      'after',
      '\nExamples:\n  griot decide accept 3f2a91c0/v3\n  griot decide correct 3f2a91c0/f2 value.best 12 --words "12 people"',
    )
  const add = (name: string, says: string, args: string, action: (args: string[], options: DecideOptions) => Promise<void>) => {
    const sub = new Command(name).description(says).option('--by <name>', 'who decides (else what GRIOT_BY names, else who is logged in)')
    for (const arg of args.split(' ')) sub.argument(arg)
    if (name !== 'note' && name !== 'undo') sub.option('--note <text>', 'why')
    if (name === 'correct') sub.option('--words <text>', 'the words of the report that it rests on')
    addLibraryOption(sub).action(async (...given: unknown[]) =>
      action(given.slice(0, -2).flat() as string[], given.at(-2) as DecideOptions),
    )
    command.addCommand(sub.copyInheritedSettings(command))
  }
  const verdicts = async (targets: readonly string[], options: DecideOptions, verdict: Verdict) => {
    const { decide } = await import('../../library/decisions/decide.ts')
    const { reconcilePending } = await import('../../library/incidents/reconcile-pending.ts')
    const numbers = await withLibrary(options, 'write', world, async library => {
      const numbers = library.write(() => targets.map(target => decide(library, target, verdict, deciding(options, world))))
      await reconcilePending(library)
      return numbers
    })
    for (const [i, no] of numbers.entries()) world.stdout.write(`decision ${no}: ${verdict.kind} ${targets[i]}\n`)
  }
  add('accept', 'the record is right', '<record...>', (targets, options) =>
    verdicts(targets, options, { kind: 'accept', note: options.note }),
  )
  add('reject', 'there is no such thing', '<record...>', (targets, options) =>
    verdicts(targets, options, { kind: 'reject', note: options.note }),
  )
  add('correct', 'a field holds something else', '<record> <field> <value>', ([target = '', field = '', value = ''], options) =>
    verdicts([target], options, { kind: 'correct', field, value, words: options.words, note: options.note }),
  )
  add('note', 'something to be remembered of a record or a report', '<target> <text>', ([target = '', note = ''], options) =>
    verdicts([target], options, { kind: 'note', note }),
  )
  add('undo', 'a decision does not hold any more', '<number...>', async (numbers, options) => {
    const { undoDecision } = await import('../../library/decisions/decide.ts')
    const wanted = numbers.map(parseNumber)
    const { unsettle } = await import('../../library/incidents/settle.ts')
    await withLibrary(options, 'write', world, library => {
      library.write(() => wanted.map(no => undoDecision(library, no, deciding(options, world))))
      return unsettle(library, wanted)
    })
    for (const no of wanted) world.stdout.write(`decision ${no} taken back\n`)
  })
  const settleIncidents = async (settlement: Settlement, options: DecideOptions) => {
    const { settle } = await import('../../library/incidents/settle.ts')
    const no = await withLibrary(options, 'write', world, library =>
      settle(library, settlement, { ...deciding(options, world), note: options.note }),
    )
    world.stdout.write(`decision ${no}: ${settlement.kind}\n`)
  }
  add('merge', 'incidents are one', '<incident...>', (incidents, options) => settleIncidents({ kind: 'merge', incidents }, options))
  add('split', 'reports do not tell this incident', '<incident> <report...>', ([incident = '', ...reports], options) =>
    settleIncidents({ kind: 'split', incident, reports }, options),
  )
  add('lock', 'the incident is as it is; nothing else joins it', '<incident>', ([incident = ''], options) =>
    settleIncidents({ kind: 'lock', incident }, options),
  )
  command.addCommand(listCommand(world).copyInheritedSettings(command))
  return command
}

function listCommand(world: World): Command {
  const command = new Command('list')
    .description('every decision, in the order in which they were made')
    .option('--json', 'one a line, as JSON')
  return addLibraryOption(command).action(async (options: DecideOptions) => {
    const { allDecisions } = await import('../../library/decisions/list.ts')
    const { formatDecisions } = await import('../format-decisions.ts')
    const decisions = await withLibrary(options, 'read', world, allDecisions)
    if (options.json) for (const decision of decisions) world.stdout.write(`${JSON.stringify(decision)}\n`)
    else world.stdout.write(formatDecisions(decisions, screenOf(world)))
  })
}

function deciding({ by }: DecideOptions, world: World): By {
  return { by: byWhom(by, world), at: new Date().toISOString() }
}

function parseNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new GriotError('bad-number', `"${text}" is no number of a decision`, { hint: 'griot decide list shows them' })
}
