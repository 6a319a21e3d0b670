#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { describeError } from './describe-error.ts'

enableCompileCache()
// `griot … | head` closes the pipe early; that is no error.
process.stdout.on('error', error => fail(error, 'code' in error && error.code === 'EPIPE'))
process.on('uncaughtException', error => fail(error))

const { run } = await import('./griot.ts')
process.exitCode = await run(process.argv.slice(2), process)

function fail(error: unknown, silently = false): never {
  if (silently) process.exit(0)
  const { text, exitCode } = describeError(error, process.env)
  process.stderr.write(`griot: ${text}\n`)
  process.exit(exitCode)
}
