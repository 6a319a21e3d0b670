import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { runGriot } from './run-griot.ts'

// A brief rests on public reports alone unless more is asked for, in every section and every format.
const folder = mkdtempSync(join(tmpdir(), 'griot-closed-'))
const env = { GRIOT_LIBRARY: join(folder, 'closed.griot') }
after(() => rmSync(folder, { recursive: true }))

const open = {
  id: 'open',
  title: 'Blast in Dori',
  publisher: 'Sahel Monitor',
  published: '2025-03-04',
  text: 'A bomb killed four people in Dori, Burkina Faso, on 3 March 2025. Mali and Burkina Faso signed an agreement on trade.',
}
const closed = {
  id: 'closed',
  title: 'Quarrel of Zebulon',
  publisher: 'Hidden Desk',
  published: '2025-03-09',
  text: `Gunmen killed 37 people in Djibo, Burkina Faso, on 8 March 2025, Interior Minister Zebulon Okafor said. "We will hunt them all," Zebulon Okafor said.
France expelled the ambassador of Burkina Faso on 8 March 2025. Russia sent 45 instructors to Burkina Faso on 8 March 2025. Some 8,700 people were displaced in Djibo.`,
}

before(async () => {
  for (const [level, report] of [
    ['public', open],
    ['restricted', closed],
  ] as const) {
    const path = join(folder, `${level}.jsonl`)
    writeFileSync(path, `${JSON.stringify(report)}\n`)
    const { code, err } = await runGriot(['add', path, '--jobs', '1', '--confidentiality', level], env)
    assert.equal(code, 0, err)
  }
})

const HIDDEN = /Zebulon|Hidden Desk|\b37\b|\b45\b|8,700|8700|ambassador|instructors/

async function brief(...more: string[]): Promise<{ out: string; err: string }> {
  const { code, out, err } = await runGriot(['brief', 'BFA', '--since', '2025-01-01', ...more], env)
  assert.equal(code, 0, err)
  return { out, err }
}

test('what is closed is in no format, and is counted', async () => {
  const [html, docx] = [join(folder, 'b.html'), join(folder, 'b.docx')]
  await brief('--html', html, '--docx', docx)
  const parts = Object.values(unzipSync(readFileSync(docx))).map(bytes => new TextDecoder().decode(bytes))
  const { out, err } = await brief()
  const written = {
    md: out,
    json: (await brief('--json')).out,
    html: readFileSync(html, 'utf8').replace(/<style>[\s\S]*?<\/style>/, ''),
    docx: parts[3] ?? '',
  }
  for (const [format, text] of Object.entries(written)) {
    assert.match(text, /Dori/, format)
    assert.doesNotMatch(text.replace(/[xy]="[^"]*"|[wh]="[^"]*"|d="[^"]*"|c[xy]="[^"]*"/g, ''), HIDDEN, format)
  }
  assert.match(out, /1 more confidential reports were left out/)
  assert.match(err, /1 report was left out: more confidential than --confidentiality public/)
})

test('who may see it is told it', async () => {
  const { out, err } = await brief('--confidentiality', 'restricted')
  assert.match(out, /37/)
  assert.match(out, /Zebulon Okafor/)
  assert.equal(err, '')
  assert.doesNotMatch(out, /left out/)
})
