import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp, { type Metadata } from 'sharp'
import type { Behaviour } from './scripted-replies.ts'

export interface RecordedCall {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Of JSON; of a form its fields by name, files among them. */
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
  const body = Buffer.concat(chunks)
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    body: await understood(body, request.headers['content-type'] ?? ''),
  }
}

async function understood(body: Buffer, contentType: string): Promise<unknown> {
  if (body.byteLength === 0) return undefined
  if (!contentType.startsWith('multipart/form-data')) return JSON.parse(body.toString('utf8'))
  const headers = { 'content-type': contentType }
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  return Object.fromEntries(form)
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

/** What is sent as an image: as the behaviour says, else what is drawn. */
export async function fileFor(
  behaviour: Behaviour,
  drawn: () => Promise<Buffer>,
): Promise<Uint8Array> {
  if (behaviour.kind === 'not-an-image') return Buffer.from('hello, world')
  return behaviour.kind === 'file' ? behaviour.bytes : drawn()
}

/** A picture as a data URL or in base64, as it must be to be a picture at all. */
export async function pictureIn(data: unknown): Promise<Metadata | undefined> {
  const base64 = typeof data === 'string' ? data.replace(/^data:image\/\w+;base64,/, '') : ''
  return sharp(Buffer.from(base64, 'base64'))
    .metadata()
    .catch(() => undefined)
}

/** A photograph of nothing in particular: every call gets another one. */
export async function pictureOf(call: number, width = 640, height = 480): Promise<Buffer> {
  const hue = (call * 47) % 256
  const background = { r: hue, g: (hue * 3) % 256, b: 255 - hue }
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}
