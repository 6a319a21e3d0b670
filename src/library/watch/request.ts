import { lookup } from 'node:dns'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { GriotError } from '../../util/error.ts'
import { VERSION } from '../../util/version.ts'
import { isPublicAddress } from './addresses.ts'
import type { Answer, Ask, Network } from './network.ts'
import { describeNetworkError } from './network-error.ts'

/** How requests are made. */
export interface NetworkOptions {
  /** Which IP addresses may be asked; those of the public internet as a default. */
  readonly isAllowed?: (address: string) => boolean
  /** Bytes of a body that are taken, unpacked. */
  readonly mostBytes?: number
  /** Milliseconds for one request, its body included. */
  readonly mostTime?: number
}

const MOST_BYTES = 10 * 1000 * 1000
const MOST_TIME = 30_000
const USER_AGENT = `Griot/${VERSION} (reads feeds for a library of reports)`

/**
 * The network of this machine, by Node's own HTTP; it follows no redirect. The address that a name leads to is looked at when the connection is
 * made, so that no name can lead to a public address first and to a private one then.
 */
export function createNetwork(options: NetworkOptions = {}): Network {
  return async (url, ask = {}) => askOnce(checkAddress(url, options), ask, options)
}

/** An address that may be asked at all; names are looked up later. */
export function checkAddress(text: string, { isAllowed = isPublicAddress }: NetworkOptions = {}): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new GriotError('address-kind', `${text} is no address of the web`, { hint: 'It begins with http:// or https://' })
  if (url.username || url.password)
    throw new GriotError('address-password', `${url.host} is not asked with a name and password in its address`, {
      hint: 'They would be kept in the library; leave them out',
    })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host)) throw notPublic(host)
  return url
}

function notPublic(host: string): GriotError {
  return new GriotError('address-private', `${host} is no public address and is not asked`, {
    hint: 'If it is a server of yours, give --allow-private',
  })
}

async function askOnce(url: URL, ask: Ask, { isAllowed = isPublicAddress, mostBytes = MOST_BYTES, mostTime = MOST_TIME }: NetworkOptions) {
  const signal = AbortSignal.timeout(mostTime)
  try {
    const response = await send(url, ask, { signal, agent: false, lookup: lookupOnly(isAllowed) })
    try {
      return await toAnswer(url, response, mostBytes)
    } finally {
      response.destroy()
    }
  } catch (error) {
    if (error instanceof GriotError) throw error
    throw describeNetworkError(signal.aborted ? { code: 'ETIMEDOUT' } : error, url, mostTime)
  }
}

function send(url: URL, { headers, body }: Ask, options: RequestOptions): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const own = { 'user-agent': USER_AGENT, 'accept-encoding': 'gzip, deflate, br', accept: '*/*', ...headers }
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { ...options, method: body === undefined ? 'GET' : 'POST', headers: { ...own, ...length } })
    sent.on('response', resolve).on('error', reject).end(body)
  })
}

/** Looks a name up, and fails where any of its addresses may not be asked. */
function lookupOnly(isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      const hidden = error ? undefined : found.find(({ address }) => !isAllowed(address))
      const refusal = error ?? (hidden ? notPublic(`${host} (${hidden.address})`) : null)
      if (refusal) done(refusal, '')
      else if (options.all) done(null, found)
      else done(null, found[0]?.address ?? '', found[0]?.family)
    })
  }
}

async function toAnswer(url: URL, response: IncomingMessage, mostBytes: number): Promise<Answer> {
  const pieces: Uint8Array[] = []
  let left = mostBytes
  let isCut = false
  for await (const piece of unpack(response) as AsyncIterable<Uint8Array>) {
    isCut = piece.length > left
    pieces.push(isCut ? piece.subarray(0, left) : piece)
    left -= piece.length
    if (isCut) break
  }
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
  return { status: response.statusCode ?? 0, url: url.href, headers, body: Buffer.concat(pieces), isCut }
}

function unpack(response: IncomingMessage): Readable {
  const packing = String(response.headers['content-encoding'] ?? '').toLowerCase()
  const unpacker =
    packing === 'gzip' || packing === 'x-gzip'
      ? createGunzip()
      : packing === 'br'
        ? createBrotliDecompress()
        : packing === 'deflate'
          ? createInflate()
          : null
  // What goes wrong comes out of the unpacker.
  return unpacker ? pipeline(response, unpacker, () => {}) : response
}
