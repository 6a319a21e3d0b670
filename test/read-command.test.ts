import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'griot-read-'))
after(() => rmSync(folder, { recursive: true }))
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `griot` in the folder of the test; `during` may send it signals. */
function griot(args: readonly string[], stdin = '', during?: (kill: (signal: NodeJS.Signals) => void) => void): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], { cwd: folder })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', chunk => out.push(chunk))
  child.stderr.on('data', chunk => err.push(chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  during?.(signal => child.kill(signal))
  return new Promise(resolve =>
    child.on('close', code => resolve({ code, out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) })),
  )
}

const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
const texts = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).report.text)

mkdirSync(join(folder, 'mixed'))
write('good.txt', 'Four people died in Tembe on Sunday, the mayor said.')
write('empty.txt', '')
write('mixed/a.txt', 'Floods closed the road to Tembe.')
write('mixed/b.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))
write('mixed/c.md', '# News\n\nThe road was opened again.')
write('bad.jsonl', '{"text":"One died."}\nnot json\n{"text":""}\n')

for (const [args, message] of [
  [['gone.txt'], /^griot: gone\.txt does not exist\. Look at how it is spelt/],
  [['empty.txt', '--json'], /^griot: empty\.txt is empty\./],
  [['mixed/b.html'], /^griot: mixed\/b\.html is a picture, not text\./],
  [
    ['good.txt', '--published', '2024-13-45'],
    /^griot: The publication date "2024-13-45" is left open: there is no such day\. Write it as 2024-03-05\./,
  ],
  [['good.txt', '--lang', 'English'], /^griot: "English" is no language code\./],
  [['good.txt', '--resume'], /^griot: --resume goes on with a file of readings\. Add --json --out FILE\./],
  [['good.txt', '--out', 'no/such/folder'], /^griot: no\/such\/folder could not be written\. ENOENT/],
] as const)
  test(`griot read ${args.join(' ')} ends with one sentence`, async () => {
    const { code, out, err } = await griot(['read', ...args])
    assert.match(err, message)
    assert.equal(err.trimEnd().split('\n').length, 1)
    assert.equal(out, '')
    assert.equal(code, args.includes('--out' as never) ? 1 : 2)
  })

test('one bad file of a folder stops nothing, and is said at the end', async () => {
  const { code, out, err } = await griot(['read', 'mixed', '--json'])
  assert.deepEqual(texts(out), ['Floods closed the road to Tembe.', 'The road was opened again.'])
  assert.match(err, /griot: mixed\/b\.html is a picture[^\n]*\ngriot: 1 of 3 reports could not be read\. The others were read\.\n$/)
  assert.equal(code, 2)
})

test('a line that is no JSON is named, each of the others gives one line', async () => {
  const { code, out, err } = await griot(['read', 'bad.jsonl', '--json'])
  assert.deepEqual(texts(out), ['One died.', ''])
  assert.match(err, /griot: bad\.jsonl:3: The text is empty\.\ngriot: bad\.jsonl:2 is not JSON: "not json"\./)
  assert.equal(code, 2)
})

test('odd text from standard input is read, and what was odd is said', async () => {
  const { code, out, err } = await griot(['read', '--json'], 'Two\0 people died\u202e in Tembe.')
  assert.deepEqual(texts(out), ['Two\uFFFD people died\u202e in Tembe.'])
  assert.match(err, /^griot: standard input: The text holds the character NUL/)
  assert.equal(code, 0)
})

test('an interrupted run leaves whole lines, and --resume makes the rest', async () => {
  write(
    'many.jsonl',
    Array.from({ length: 30_000 }, (_, i) => `${JSON.stringify({ id: String(i), text: `Report ${i}.`, language: 'xx' })}\n`).join(''),
  )
  const out = join(folder, 'out.jsonl')
  const args = ['read', 'many.jsonl', '--json', '--jobs', '2', '--out', 'out.jsonl']
  const stopped = await griot(args, '', kill => {
    const timer = setInterval(() => {
      if (!existsSync(out) || statSync(out).size < 100_000) return
      clearInterval(timer)
      kill('SIGINT')
    }, 5)
  })
  assert.equal(stopped.code, 130)
  assert.match(stopped.err, /griot: Stopped\. The same command with --resume goes on\./)
  const part = readFileSync(out, 'utf8')
  assert.ok(part.endsWith('}\n') && part.length > 0)
  write('out.jsonl', part.slice(0, -20))
  const { code } = await griot([...args, '--resume'])
  assert.equal(code, 0)
  const ids = readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).report.sourceId)
  assert.deepEqual(
    ids,
    Array.from({ length: 30_000 }, (_, i) => String(i)),
  )
})
