import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { GriotError } from '../util/error.ts'

/** A desk that listens. */
export interface Listening {
  /** "http://127.0.0.1:4750/" */
  readonly address: string
  /** Ends every connection. */
  close(): Promise<void>
}

/** Ports that are tried one after the other where none was asked for. */
const TRIED = 20

/** Lets an app answer at a port; `isFirstOnly` false takes the next free one where it is taken. */
export async function listen(
  app: { fetch(request: Request): Response | Promise<Response> },
  { host, port, isFirstOnly }: { readonly host: string; readonly port: number; readonly isFirstOnly: boolean },
): Promise<Listening> {
  for (let at = port; ; at++) {
    const server = createAdaptorServer({ fetch: request => app.fetch(request) }) as Server
    const error = await open(server, host, at)
    if (!error) return listening(server, host)
    if (error.code !== 'EADDRINUSE' || isFirstOnly || at - port >= TRIED) throw describe(error, host, at)
  }
}

async function open(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  server.listen(port, host)
  return Promise.race([
    once(server, 'listening').then(
      () => null,
      error => error,
    ),
    once(server, 'error').then(([error]) => error),
  ])
}

function listening(server: Server, host: string): Listening {
  const { port } = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    address: `http://${name}:${port}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function describe(cause: NodeJS.ErrnoException, host: string, port: number): GriotError {
  if (cause.code === 'EADDRINUSE')
    return new GriotError('port-taken', `Another program listens at port ${port}`, { cause, hint: 'Give another one with --port' })
  if (cause.code === 'EACCES')
    return new GriotError('port-forbidden', `Port ${port} may not be used`, { cause, hint: 'Give one above 1023 with --port' })
  return new GriotError('host-unknown', `Nothing can listen at ${host}:${port} (${cause.code})`, {
    cause,
    hint: 'Leave --host out, or give an address of this machine',
  })
}
