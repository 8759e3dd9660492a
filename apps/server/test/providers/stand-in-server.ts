import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import type { Behaviour } from './scripted-replies.ts'

export interface RecordedCall {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}

export interface StandInServer {
  readonly url: string
  readonly calls: RecordedCall[]
  close(): Promise<void>
}

export type Answer = (call: RecordedCall, response: ServerResponse) => Promise<void> | void

/** A server on loopback that keeps what it was asked. */
export async function startStandIn(answer: Answer): Promise<StandInServer> {
  const calls: RecordedCall[] = []
  const server = createServer(async (request, response) => {
    const call = await recorded(request)
    calls.push(call)
    await answer(call, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, calls, close: () => closed(server) }
}

async function recorded(request: IncomingMessage): Promise<RecordedCall> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/**
 * The ways to fail that all providers have in common. True when it has dealt with the call; a slow
 * answer is waited for and then left to the caller.
 */
export async function misbehave(behaviour: Behaviour, response: ServerResponse): Promise<boolean> {
  switch (behaviour.kind) {
    case 'hang':
      return true
    case 'cut':
      response.socket?.destroy()
      return true
    case 'busy': {
      const after = behaviour.retryAfterSeconds
      if (after !== undefined) response.setHeader('retry-after', String(after))
      sendJson(response, errorBody('Too many requests', 'rate_limit_exceeded'), 429)
      return true
    }
    case 'fail':
      sendJson(
        response,
        errorBody('The server had an error', 'server_error'),
        behaviour.status ?? 500,
      )
      return true
    case 'bad-json':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"created": 17, "data": [{"b64_')
      return true
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, behaviour.ms))
      return false
    default:
      return false
  }
}

export function errorBody(message: string, code: string): unknown {
  return { error: { message, type: 'error', param: null, code, status: code.toUpperCase() } }
}

/** A photograph of nothing in particular: every call gets another one. */
export async function pictureOf(call: number, width = 640, height = 480): Promise<Buffer> {
  const hue = (call * 47) % 256
  const background = { r: hue, g: (hue * 3) % 256, b: 255 - hue }
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}
