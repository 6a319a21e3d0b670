import { PassThrough, Writable } from 'node:stream'
import { run } from '../src/cli/griot.ts'

/** Runs the command line in this process, with nothing on standard input; what it prints, and its exit code. */
export async function runGriot(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; out: string; err: string }> {
  const parts = { out: '', err: '' }
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        parts[name] += chunk
        done()
      },
    })
  const stdin = new PassThrough()
  stdin.end()
  const code = await run(args, { stdin, stdout: into('out'), stderr: into('err'), env })
  return { code, ...parts }
}
