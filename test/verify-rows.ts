import { PassThrough, Writable } from 'node:stream'
import type { Checked } from '../src/answers/verify/verify.ts'
import { run } from '../src/cli/griot.ts'

/** Runs `griot verify` with these arguments; its exit code and its rows. */
export async function verifyRows(...args: string[]): Promise<{ code: number; rows: Checked[] }> {
  let out = ''
  const stdout = new Writable({
    write(chunk, _, done) {
      out += chunk
      done()
    },
  })
  const stdin = new PassThrough()
  stdin.end()
  const code = await run(['verify', ...args, '--json'], { stdin, stdout, stderr: stdout, env: {} })
  return { code, rows: out.split('\n').flatMap(line => (line.startsWith('{') ? [JSON.parse(line) as Checked] : [])) }
}
