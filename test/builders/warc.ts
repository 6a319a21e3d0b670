/** A record of an archive of the web. */
export function buildWarcRecord(
  type: string,
  url: string,
  block: Uint8Array | string,
  contentType = 'application/http; msgtype=response',
): Buffer {
  const bytes = Buffer.from(block)
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Record-ID: <urn:uuid:7c0f7a0e-0000-4000-8000-000000000001>',
    `Content-Type: ${contentType}`,
    `Content-Length: ${bytes.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

/** The answer of a server, 200. */
export function buildAnswer(body: Uint8Array | string, type = 'text/html; charset=utf-8', more = ''): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${more}\r\n`), Buffer.from(body)])
}
