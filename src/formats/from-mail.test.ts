import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileOf, reportsOf } from '../../test/builders/read-file.ts'

const HEAD =
  'From: "Ana Diallo" <ana@desk.example>\nSubject: =?utf-8?q?Raid_near_S=C3=A9gou?=\nDate: Tue, 5 Mar 2024 23:30:00 +0300 (EAT)\nMessage-ID: <r1@desk.example>\nMIME-Version: 1.0\n'
const PLAIN = `${HEAD}Content-Type: text/plain; charset=utf-8\n\n`
const BODY = 'Gunmen killed four people in Tembe on Monday, the mayor said.'

const textOf = async (message: string) => (await reportsOf(Buffer.from(message), 'a.eml'))[0]

test('subject, sender, day of the sender and message id are kept', async () => {
  const report = await textOf(PLAIN + BODY)
  assert.deepEqual(
    [report?.title, report?.publisher, report?.authors, report?.published, report?.sourceId],
    ['Raid near Ségou', 'Ana Diallo', ['Ana Diallo'], 'Tue, 5 Mar 2024 23:30:00 +0300', 'r1@desk.example'],
  )
})

for (const [what, body, text, note] of [
  ['a signature goes', `${BODY}\n\n-- \nAna\nDesk of Tembe`, BODY, /signature/],
  [
    'the message answered goes',
    `${BODY}\n\nOn Mon, 4 Mar 2024, the desk\n<desk@x.example> wrote:\n> What happened?\n>\n> Please tell.\n`,
    BODY,
    /quoted/,
  ],
  ['a quote in the middle stays', `> What happened?\n\n${BODY}`, `> What happened?\n\n${BODY}`, null],
  [
    'a message passed on stays',
    `FYI\n\n---------- Forwarded message ---------\n${BODY}`,
    `FYI\n\n---------- Forwarded message ---------\n${BODY}`,
    null,
  ],
  ['a message of quotes alone stays', '> only this\n> and that', '> only this\n> and that', null],
] as const)
  test(what, async () => {
    const report = await textOf(PLAIN + body)
    assert.equal(report?.text, text)
    if (note) assert.match(report?.notes.join(' ') ?? '', note)
    else assert.deepEqual(report?.notes, [])
  })

const part = (headers: string, body: string) => `--b\nContent-${headers}\n\n${body}\n`
const multi = (kind: string, ...parts: string[]) => `${HEAD}Content-Type: multipart/${kind}; boundary=b\n\n${parts.join('')}--b--\n`

test('HTML alone is read with its tables, and without the message that it answers', async () => {
  const html = `<div>${BODY}</div><table><tr><th>Place</th><th>Dead</th></tr><tr><td>Tembe</td><td>4</td></tr></table><div class="gmail_quote"><div class="gmail_attr">On Monday Bob wrote:</div><blockquote class="gmail_quote">Tell me.</blockquote></div>`
  assert.equal((await textOf(multi('mixed', part('Type: text/html', html))))?.text, `${BODY}\n\nPlace\tDead\nTembe\t4`)
})

test('of two forms of one message the plain one is read', async () => {
  const message = multi('alternative', part('Type: text/plain', BODY), part('Type: text/html', `<p>${BODY} (HTML)</p>`))
  assert.equal((await textOf(message))?.text.trim(), BODY)
})

test('attachments are reports of their own, under the id of the message; ornaments are named', async () => {
  const message = multi(
    'mixed',
    part('Type: text/plain', BODY),
    part('Type: text/csv\nContent-Disposition: attachment; filename="../rows.csv"', `id,text\n7,"${BODY}"`),
    part('Type: text/plain\nContent-Disposition: attachment; filename=note.txt', 'A second note.'),
    part('Type: text/plain\nContent-Disposition: attachment; filename=note.txt', 'A third note.'),
    part(
      'Type: message/rfc822\nContent-Disposition: attachment; filename=inner.eml',
      `Subject: Inner\nMessage-ID: <in@x.example>\nMIME-Version: 1.0\n\nInner words.`,
    ),
    part('Type: image/png\nContent-Disposition: inline; filename=logo.png', 'x'),
  )
  const got = await readFileOf(Buffer.from(message), 'a.eml')
  assert.deepEqual(
    got.map(each => [each.name, 'report' in each ? each.report.sourceId : each.error.message]),
    [
      ['a.eml', 'r1@desk.example'],
      ['a.eml/rows.csv:2', '7'],
      ['a.eml/note.txt', 'r1@desk.example/note.txt'],
      ['a.eml/note-2.txt', 'r1@desk.example/note-2.txt'],
      ['a.eml/inner.eml', 'in@x.example'],
    ],
  )
  const [first, , note] = got.map(each => ('report' in each ? each.report : null))
  assert.match(first?.notes.join(' ') ?? '', /1 attachment that holds no report was left out: logo\.png/)
  assert.deepEqual([note?.publisher, note?.published, note?.title], ['Ana Diallo', 'Tue, 5 Mar 2024 23:30:00 +0300', null])
})

test('messages of a mailbox are told by their number; a line that begins with From stays in its message', async () => {
  const mbox = `From a@b.example Tue Mar  5 10:00:00 2024\n${PLAIN}>From there they fled.\n\nFrom now on nothing.\n\nFrom a@b.example Tue Mar  5 11:00:00 2024\n${PLAIN}${BODY}\n`
  const got = await readFileOf(Buffer.from(mbox), 'box.mbox')
  assert.deepEqual(
    got.map(each => [each.name, 'report' in each ? each.report.text : each.error.message]),
    [
      ['box.mbox:1', 'From there they fled.\n\nFrom now on nothing.'],
      ['box.mbox:2', BODY],
    ],
  )
})
