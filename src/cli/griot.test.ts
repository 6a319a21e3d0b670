import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { run } from './griot.ts'

async function griot(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const code = await run(args, { stdin, stdout, stderr, env: {} })
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') }
}

test('--version prints the version alone', async () => {
  const { code, stdout, stderr } = await griot('--version')
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
})

test('--help ends with an example', async () => {
  const { code, stdout } = await griot('--help')
  assert.match(stdout, /Example:\n {2}griot read report\.txt/)
  assert.equal(code, 0)
})

test('an unknown option is the user’s mistake', async () => {
  const { code, stdout, stderr } = await griot('--colour')
  assert.match(stderr, /^griot: unknown option '--colour'\n/)
  assert.deepEqual({ code, stdout }, { code: 2, stdout: '' })
})

test('no command at all opens the desk', async () => {
  const { code, stderr } = await griot('serve', '--port', 'many')
  assert.match(stderr, /^griot: option '--port <n>' argument 'many' is invalid/)
  assert.equal(code, 2)
})

test('every command has an example in its help', async () => {
  const { stdout } = await griot('--help')
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) [[<]/gm)].map(match => String(match[1])).filter(command => command !== 'help')
  for (const command of commands) {
    const help = await griot(command, '--help')
    assert.match(help.stdout, new RegExp(`Examples?:\\n {2}(\\S+ .*\\| )?griot ${command}`), `griot ${command} --help lacks an example`)
  }
})
