/** The name of every input format, in the order in which they are told to users. */
export const FORMAT_NAMES = [
  'text',
  'markdown',
  'html',
  'fragment',
  'pdf',
  'docx',
  'jsonl',
  'json',
  'reliefweb',
  'csv',
  'feed',
  'mail',
  'mbox',
  'warc',
  'zip',
  'tar',
  'gzip',
] as const

export type FormatName = (typeof FORMAT_NAMES)[number]
