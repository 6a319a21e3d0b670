import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { GriotError } from '../util/error.ts'
import { collect } from './bytes/limits.ts'
import { cleanName } from './bytes/member-name.ts'
import type { ByteSource, LeftOut, Member, Refusal } from './container.ts'
import { stripQuotes } from './mail/strip-quotes.ts'
import type { SourceReport } from './source.ts'

/** Parts inside parts, and bytes of headers; messages of people stay far below. */
const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 1 << 20, forceRfc822Attachments: true } as const
/** A message is held in memory whole. */
const LONGEST = 128 << 20
const MOST_ATTACHMENTS = 1000

/**
 * A message (RFC 5322, MIME): its text as a report with the subject as title and the sender as author and publisher, and every attachment as one of
 * its own, linked by a `sourceId` that begins with that of the message.
 */
export async function* fromMail({ name, id, chunks }: ByteSource): AsyncGenerator<Member | Refusal | LeftOut> {
  const mail = await parse(await collect(chunks, name, LONGEST), name)
  const messageId = /<([^<>\s]+)>/.exec(mail.messageId ?? '')?.[1] ?? id
  const known = describe(mail, messageId)
  const attached = mail.attachments.slice(0, MOST_ATTACHMENTS)
  const reports = attached.filter(attachment => !isOrnament(attachment))
  const notes = describeLeftOut(mail.attachments.length - reports.length, mail.attachments, reports)
  const body = bodyOf(mail)
  if (body) yield { at: '', format: body.format, content: Buffer.from(body.text.toWellFormed()), known, notes: [...body.notes, ...notes] }
  else if (reports.length === 0) throw new GriotError('no-report', `${name} is a message without text`, { hint: 'Leave it out' })
  const taken = new Set<string>()
  for (const [i, attachment] of reports.entries()) {
    const file = uniqueName(nameOf(attachment, i + 1), taken)
    yield {
      at: `/${file}`,
      format: attachment.mimeType === 'message/rfc822' ? 'mail' : null,
      content: bytesOf(attachment.content),
      otherwise: { ...known, title: null, sourceId: `${messageId}/${file}` },
    }
  }
}

async function parse(bytes: Uint8Array, name: string): Promise<Email> {
  if (bytes.length === 0) throw new GriotError('file-empty', `${name} is empty`, { hint: 'Give a file that holds a message' })
  try {
    return await PostalMime.parse(bytes, LIMITS)
  } catch (error) {
    throw new GriotError('mail-damaged', `${name} cannot be read as a message (${(error as Error).message})`, {
      hint: 'Save it anew from the program for mail',
    })
  }
}

function describe(mail: Email, messageId: string): Partial<SourceReport> {
  const { name, address } = firstOf(mail.from ?? mail.sender)
  const date = mail.headers.find(header => header.key === 'date')?.value ?? null
  return {
    sourceId: messageId,
    title: mail.subject?.trim() || null,
    // As written, so that the day is that of the sender.
    published: date?.replace(/\s*\([^()]*\)\s*$/, '').trim() || null,
    publisher: name || address || null,
    authors: name ? [name] : [],
    language: mail.headers.find(header => header.key === 'content-language')?.value ?? null,
  }
}

function firstOf(from: Address | undefined): { name: string; address: string } {
  const mailbox = from && 'group' in from && from.group ? from.group[0] : (from as { name: string; address: string } | undefined)
  return { name: mailbox?.name ?? '', address: mailbox?.address ?? '' }
}

/** The plain text; the HTML where there is none, or one that only says to look at the HTML. */
function bodyOf({ text, html }: Email): { format: 'text' | 'fragment'; text: string; notes: readonly string[] } | null {
  const plain = text?.trim() ? stripQuotes(text) : null
  const isEmptyShell = plain !== null && plain.text.length < 200 && (html?.length ?? 0) > 20 * plain.text.length
  if (html?.trim() && (plain === null || isEmptyShell)) return { format: 'fragment', text: html, notes: [] }
  return plain && { format: 'text', ...plain }
}

/** Logos, signatures and cards are no reports. */
function isOrnament({ mimeType, filename }: Attachment): boolean {
  return (
    /^(?:image|audio|video|font)\//.test(mimeType) ||
    /^(?:text\/(?:calendar|x?-?vcard|directory)|application\/(?:pgp-|x?-?pkcs7|ms-tnef|ics))/.test(mimeType) ||
    /\.(?:png|jpe?g|gif|svg|ics|vcf|asc|p7[sm])$|^winmail\.dat$/i.test(filename ?? '')
  )
}

function describeLeftOut(count: number, all: readonly Attachment[], kept: readonly Attachment[]): string[] {
  if (count === 0) return []
  const names = all.flatMap(attachment => (kept.includes(attachment) || !attachment.filename ? [] : [cleanName(attachment.filename)]))
  const shown = names.length > 0 ? `: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}` : ''
  return [`${count} ${count === 1 ? 'attachment that holds no report was' : 'attachments that hold no report were'} left out${shown}.`]
}

function nameOf({ filename, mimeType }: Attachment, number: number): string {
  if (filename) return cleanName(filename).replaceAll('/', '-')
  const extension: Record<string, string> = {
    'text/html': '.html',
    'text/plain': '.txt',
    'text/csv': '.csv',
    'application/pdf': '.pdf',
    'message/rfc822': '.eml',
  }
  return `attachment-${number}${extension[mimeType] ?? ''}`
}

/** Two attachments of one name get numbers. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name
  for (let number = 2; taken.has(unique); number++) unique = name.replace(/(\.[^.]*)?$/, `-${number}$1`)
  taken.add(unique)
  return unique
}

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}
