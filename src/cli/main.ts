#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

enableCompileCache()
process.stdout.on('error', error => {
  // `griot … | head` closes the pipe early; that is no error.
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})
const { run } = await import('./griot.ts')
process.exitCode = await run(process.argv.slice(2), process)
