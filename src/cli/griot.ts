import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { addCommand } from './commands/add.ts'
import { agreementCommand } from './commands/agreement.ts'
import { annotateCommand } from './commands/annotate.ts'
import { briefCommand } from './commands/brief.ts'
import { checkCommand } from './commands/check.ts'
import { decideCommand } from './commands/decide.ts'
import { diffCommand } from './commands/diff.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { figuresCommand } from './commands/figures.ts'
import { importCommand } from './commands/import.ts'
import { incidentsCommand } from './commands/incidents.ts'
import { missionsCommand } from './commands/missions.ts'
import { neglectCommand } from './commands/neglect.ts'
import { networkCommand } from './commands/network.ts'
import { positionsCommand } from './commands/positions.ts'
import { presenceCommand } from './commands/presence.ts'
import { readCommand } from './commands/read.ts'
import { eventsCommand, statementsCommand } from './commands/records.ts'
import { relationsCommand } from './commands/relations.ts'
import { removeCommand } from './commands/remove.ts'
import { reportsCommand } from './commands/reports.ts'
import { rereadCommand } from './commands/reread.ts'
import { rulesCommand } from './commands/rules.ts'
import { schemaCommand } from './commands/schema.ts'
import { searchCommand } from './commands/search.ts'
import { demoCommand, serveCommand } from './commands/serve.ts'
import { showCommand } from './commands/show.ts'
import { statusCommand } from './commands/status.ts'
import { verifyCommand } from './commands/verify.ts'
import { watchCommand } from './commands/watch.ts'
import { describeError } from './describe-error.ts'
import { ExitWith } from './exit-with.ts'
import type { World } from './world.ts'

/**
 * Every command, in the order of `griot --help`. A command's file holds its options and its example;
 * it imports what it runs inside its action, so that no command waits for another one's modules.
 */
const commands: readonly ((world: World) => Command)[] = [
  serveCommand,
  demoCommand,
  readCommand,
  explainCommand,
  addCommand,
  watchCommand,
  statusCommand,
  searchCommand,
  incidentsCommand,
  reportsCommand,
  eventsCommand,
  statementsCommand,
  positionsCommand,
  verifyCommand,
  relationsCommand,
  networkCommand,
  showCommand,
  decideCommand,
  agreementCommand,
  figuresCommand,
  presenceCommand,
  missionsCommand,
  briefCommand,
  neglectCommand,
  diffCommand,
  rereadCommand,
  checkCommand,
  removeCommand,
  exportCommand,
  importCommand,
  schemaCommand,
  rulesCommand,
  annotateCommand,
]

const { description, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** Runs `griot` with the given arguments (without node and script) and returns the exit code; without any it opens the desk. */
export async function run(args: readonly string[], world: World): Promise<number> {
  try {
    await createProgram(world).parseAsync(args.length === 0 ? ['serve'] : args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof ExitWith) return error.exitCode
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const { text, exitCode } = describeError(error, world.env)
    world.stderr.write(`griot: ${text}\n`)
    return exitCode
  }
}

function createProgram(world: World): Command {
  const program = new Command('griot')
    .description(description)
    .version(version)
    .exitOverride()
    .showHelpAfterError('Type griot --help for the commands, griot COMMAND --help for one.')
    .configureOutput({
      writeOut: text => world.stdout.write(text),
      writeErr: text => world.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'griot: ')),
    })
    .addHelpText('after', '\nExample:\n  griot read report.txt        what happened, who said what, how many, where and when')
  for (const create of commands) program.addCommand(create(world).copyInheritedSettings(program))
  return program
}
