import { Command, InvalidArgumentError, Option } from 'commander'
import { addLibraryOption } from '../library-option.ts'
import type { DemoOptions, ServeOptions } from '../run-serve.ts'
import type { World } from '../world.ts'

/** `griot serve`: the desk in a browser; also what `griot` alone does. */
export function serveCommand(world: World): Command {
  const command = new Command('serve').description('Open the library in a browser: read, review, search, count; griot alone does the same')
  return addLibraryOption(addServeOptions(command))
    .addHelpText('after', '\nExamples:\n  griot serve\n  griot serve --library mission.griot --port 8080 --no-open')
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('../run-serve.ts')
      await runServe(options, world)
    })
}

/** `griot demo`: the desk with a small library of invented reports. */
export function demoCommand(world: World): Command {
  const command = new Command('demo').description('Open a small library of invented reports in a browser, to look around')
  return addServeOptions(command)
    .addHelpText('after', '\nExample:\n  griot demo')
    .action(async (options: DemoOptions) => {
      const { runDemo } = await import('../run-serve.ts')
      await runDemo(options, world)
    })
}

function addServeOptions(command: Command): Command {
  return command
    .addOption(new Option('--port <n>', 'where it listens (else 4750, or the next one that is free)').argParser(parsePort))
    .option('--host <name>', 'the address that it listens at; only this machine can reach the usual one', '127.0.0.1')
    .option('--no-open', 'open no browser, only print the address')
    .option('--by <name>', 'who decides (else what GRIOT_BY names, else who is logged in)')
}

function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new InvalidArgumentError('It is a number from 0 to 65535; 0 takes any that is free.')
  return port
}
