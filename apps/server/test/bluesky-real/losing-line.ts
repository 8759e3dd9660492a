import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A line to a server on which answers get lost after the server did what it was asked. */
export interface LosingLine {
  readonly url: string
  readonly host: string
  /** How many answers to `putRecord` are lost from now on. */
  lose(count: number): void
  /** How many were lost, and how many calls of `putRecord` came to the server. */
  readonly lost: number
  readonly puts: number
  close(): void
}

export async function startLosingLine(upstream: string): Promise<LosingLine> {
  const state = { toLose: 0, lost: 0, puts: 0 }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { authorization, 'content-type': contentType } = request.headers
    const answer = await fetch(`${upstream}${request.url}`, {
      method: request.method ?? 'GET',
      headers: {
        ...(authorization !== undefined && { authorization }),
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isPut = request.url?.endsWith('putRecord') === true
    if (isPut) state.puts += 1
    if (isPut && state.toLose > 0) {
      state.toLose -= 1
      state.lost += 1
      request.socket.destroy()
      return
    }
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
    })
    response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    lose: (count) => {
      state.toLose += count
    },
    get lost() {
      return state.lost
    },
    get puts() {
      return state.puts
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
