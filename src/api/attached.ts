/** Headers of bytes that are to be kept as a file and never shown as a page, whatever they hold. */
export function attached(name: string, type = 'application/octet-stream'): Record<string, string> {
  const plain = name.replace(/[^\w.-]+/g, '-')
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"`,
    'content-security-policy': "default-src 'none'; sandbox",
  }
}
