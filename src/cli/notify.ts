import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from '../answers/notices/notice.ts'
import { reportOf } from '../answers/notices/notice.ts'
import { findNotices } from '../answers/notices/notices.ts'
import type { Library } from '../library/open.ts'
import { toIso } from '../library/watch/clock.ts'
import { closedReports } from '../store/arrivals.ts'
import { findTold, listSaved, putTold } from '../store/saved.ts'
import { GriotError } from '../util/error.ts'
import type { Outside } from './outside.ts'
import { shortenId } from './shorten-id.ts'
import { onDisk } from './sink.ts'

/** Where notices go beside the terminal. */
export interface NotifyOptions {
  readonly notifyFile?: string
  readonly notifyUrl?: string
  readonly notifyMail?: string
}

/** A place where notices go. `key` tells it from others in the library, without its address. */
interface Target {
  readonly key: string
  /** Does it leave this terminal? Then nothing of reports that are not public goes there. */
  readonly isOutside: boolean
  send(notices: readonly Notice[], at: string): Promise<void> | void
}

/** Tells every target what has changed for the saved searches since it was told; one that fails is told again at the next round. */
export async function notify(
  library: Library,
  options: NotifyOptions,
  outside: Outside,
  write: (text: string) => void,
): Promise<GriotError[]> {
  const at = toIso(outside.clock.now())
  const searches = listSaved(library.db)
  const failures: GriotError[] = []
  for (const target of targetsOf(options, outside, write)) {
    const found = searches.map(saved => {
      const before = findTold(library.db, saved.name, target.key) ?? { upTo: saved.upTo, silentSince: null }
      return { name: saved.name, ...findNotices(library, saved, before, at.slice(0, 10)) }
    })
    const notices = found.flatMap(each => each.notices)
    try {
      const open = target.isOutside ? withoutClosed(library, notices) : notices
      if (open.length > 0) await target.send(open, at)
      library.write(() => {
        for (const { name, told } of found) putTold(library.db, name, target.key, told)
      })
    } catch (error) {
      if (!(error instanceof GriotError)) throw error
      failures.push(error)
    }
  }
  return failures
}

function withoutClosed({ db }: Library, notices: readonly Notice[]): Notice[] {
  const closed = new Set(closedReports(db, [...new Set(notices.flatMap(({ evidence }) => evidence.map(reportOf)))]))
  return notices.filter(({ evidence }) => !evidence.some(id => closed.has(reportOf(id))))
}

function targetsOf({ notifyFile, notifyUrl, notifyMail }: NotifyOptions, { network }: Outside, write: (text: string) => void): Target[] {
  const key = (kind: string, of: string) => `${kind}:${createHash('sha256').update(of).digest('hex').slice(0, 16)}`
  const targets: Target[] = [{ key: 'terminal', isOutside: false, send: notices => write(notices.map(formatNotice).join('')) }]
  if (notifyFile !== undefined)
    targets.push({
      key: key('file', notifyFile),
      isOutside: true,
      send: (notices, at) =>
        onDisk(notifyFile, () => appendFileSync(notifyFile, notices.map(notice => `${JSON.stringify({ at, ...notice })}\n`).join(''))),
    })
  if (notifyUrl !== undefined)
    targets.push({
      key: key('url', notifyUrl),
      isOutside: true,
      send: async (notices, at) => {
        const answer = await network(notifyUrl, { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ at, notices }) })
        if (answer.status < 200 || answer.status > 299)
          throw new GriotError('webhook-refused', `${new URL(notifyUrl).host} did not take the notices (${answer.status})`, {
            cause: null,
            hint: 'They are sent again at the next round',
          })
      },
    })
  if (notifyMail !== undefined)
    targets.push({ key: key('mail', notifyMail), isOutside: true, send: (notices, at) => writeMail(notifyMail, notices, at) })
  return targets
}

function formatNotice({ search, says, evidence }: Notice): string {
  return `${search}: ${says} ${evidence[0] ? `[${shortenId(evidence[0])}]` : ''}`.trimEnd().concat('\n')
}

/** A message for whatever sends or shows it (RFC 5322); nothing is sent from here. */
function writeMail(folder: string, notices: readonly Notice[], at: string): void {
  const body = `${notices.map(({ search, says, evidence }) => `${search}: ${says}\n${evidence.map(id => `  ${id}\n`).join('')}`).join('\n')}`
  const encoded = Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n')
  const id = createHash('sha256')
    .update(at + body)
    .digest('hex')
    .slice(0, 16)
  const head = [
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    'From: Griot <griot@localhost>',
    'To: undisclosed-recipients:;',
    `Subject: Griot: ${notices.length} ${notices.length === 1 ? 'notice' : 'notices'}`,
    `Message-ID: <${id}@localhost>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  onDisk(folder, () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `griot-${at.replace(/[:.]/g, '-')}-${id}.eml`), `${head.join('\r\n')}\r\n\r\n${encoded}\r\n`)
  })
}
