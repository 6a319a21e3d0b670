import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/api/app.ts'
import type { Desk } from '../src/api/desk.ts'
import { createReader } from '../src/api/reader/reader.ts'
import { createWriter } from '../src/api/writer/writer.ts'
import { openLibrary } from '../src/library/open.ts'
import { libraryOf, type ReportLine } from './library-of.ts'

/** A desk on a library of some reports, asked without a port. */
export interface TestDesk {
  readonly desk: Desk
  /** Asks for an address, and gives the answer with its JSON. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Writes as the page of the desk does. */
  send(path: string, body: unknown, headers?: Record<string, string>, method?: string): Promise<Answer>
  request(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers as a client without types does.
  readonly json: any
}

export const TOKEN = 'the-token-of-this-test'

/** Makes a library of reports and opens a desk on it; decisions are Ann's. */
export async function deskOf(reports: readonly ReportLine[], options: Partial<Desk> = {}): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'griot-desk-'))
  const path = join(folder, 'library.griot')
  const library = await libraryOf(reports, path)
  library.close()
  const read = openLibrary(path, { for: 'read' })
  const desk: Desk = {
    library: read,
    reader: createReader(read),
    writer: createWriter(openLibrary(path, { for: 'write' })),
    now: () => Date.parse('2024-06-02T10:00:00Z'),
    by: 'ann',
    token: TOKEN,
    hosts: ['localhost'],
    web: null,
    onBug: error => {
      throw error
    },
    ...options,
  }
  const app = createApp(desk)
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  const answer = async (response: Response): Promise<Answer> => {
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text }
  }
  return {
    desk,
    request,
    get: async (path, headers = {}) => answer(await request(path, { headers })),
    send: async (path, body, headers = {}, method = 'POST') =>
      answer(
        await request(path, {
          method,
          headers: { 'content-type': 'application/json', 'x-griot-token': TOKEN, ...headers },
          body: JSON.stringify(body),
        }),
      ),
    async close() {
      await desk.writer.close()
      desk.library.close()
      rmSync(folder, { recursive: true })
    },
  }
}
