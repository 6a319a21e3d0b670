import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** The built pages: which files there are is looked up once, so that no path of a request ever reaches the disk. */
export interface WebFiles {
  /** The file at a path such as "/assets/app.js"; null where there is none. */
  find(path: string): { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string; readonly isFixed: boolean } | null
  /** The page that holds the app, with the token in its place. */
  index(token: string): string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
  '.pbf': 'application/x-protobuf',
  '.webmanifest': 'application/manifest+json',
}

/** Opens a folder of built pages; null where it holds no index.html. */
export function openWebFiles(folder: string): WebFiles | null {
  const files = new Map<string, string>()
  try {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name)
      if (statSync(path).isFile()) files.set(`/${name.replaceAll('\\', '/')}`, path)
    }
  } catch {
    return null
  }
  const index = files.get('/index.html')
  if (index === undefined) return null
  return {
    find(path) {
      const file = files.get(path)
      if (file === undefined) return null
      const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
      return { bytes: new Uint8Array(readFileSync(file)), type, isFixed: path.startsWith('/assets/') }
    },
    index: token => readFileSync(index, 'utf8').replaceAll('%GRIOT_TOKEN%', token),
  }
}

/** What is shown where the pages were not built. */
export const NO_PAGES = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Griot</title><meta name="griot-token" content="%GRIOT_TOKEN%"></head>
<body><h1>Griot</h1><p>The pages of the desk are not built. In a clone <code>npm run build</code> builds them.</p>
<p>The library can be asked all the same: <a href="/api/openapi.json">/api/openapi.json</a> says how.</p></body></html>
`
