import { GriotError } from '../../util/error.ts'

/** An error of the network as a sentence that names the server and the mend. */
export function describeNetworkError(error: unknown, url: URL, mostTime: number): GriotError {
  const code = codeOf(error)
  const known = KNOWN[code]
  const says = code === 'ETIMEDOUT' ? `did not answer within ${mostTime / 1000} s` : (known?.says ?? 'could not be asked')
  return new GriotError(known?.code ?? 'server-unreachable', `${url.host} ${says}`, {
    cause: known || code === 'ETIMEDOUT' ? null : error,
    hint: known?.hint ?? 'It is asked again later',
  })
}

/** Where several addresses were tried, each has its own error. */
function codeOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { code?: unknown; errors?: readonly unknown[] }
  return typeof code === 'string' ? code : errors?.[0] ? codeOf(errors[0]) : ''
}

const ABSENT = {
  code: 'network-absent',
  says: 'cannot be reached: there is no network',
  hint: 'Feeds are asked again when there is one',
}

const KNOWN: Readonly<Record<string, { code: string; says: string; hint: string }>> = {
  EAI_AGAIN: ABSENT,
  ENETUNREACH: ABSENT,
  ENETDOWN: ABSENT,
  ENOTFOUND: { code: 'server-unknown', says: 'is not known as the name of a server', hint: 'Look at how it is spelt' },
  ECONNREFUSED: { code: 'server-refuses', says: 'takes no connection', hint: 'It is asked again later' },
  ECONNRESET: { code: 'server-broke-off', says: 'broke the connection off', hint: 'It is asked again later' },
  HPE_INVALID_CONSTANT: { code: 'server-odd', says: 'does not speak HTTP', hint: 'Look at the address' },
  CERT_HAS_EXPIRED: { code: 'server-certificate', says: 'has a certificate that has expired', hint: 'Tell those who run it' },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    code: 'server-certificate',
    says: 'has a certificate of another server',
    hint: 'Look at the address',
  },
}
