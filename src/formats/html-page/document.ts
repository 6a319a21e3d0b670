import { createHash } from 'node:crypto'
import { escapeHtml } from './escape.ts'

/** What a document is made of; all of `body` is HTML already. */
export interface DocumentParts {
  readonly title: string
  readonly style: string
  readonly script: string | null
  readonly body: string
  readonly language?: string
}

/**
 * A page that needs nothing beside itself and may load nothing: its policy allows its own style and script alone, by their hashes, so that no words
 * of a report could ever act.
 */
export function formatDocument({ title, style, script, body, language = 'en' }: DocumentParts): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    ...(script === null ? [] : [`script-src '${hash(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Griot">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${script === null ? '' : `<script type="module">${script}</script>\n`}</body>
</html>
`
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
