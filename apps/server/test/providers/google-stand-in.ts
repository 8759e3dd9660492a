import type { ServerResponse } from 'node:http'
import { ScriptedReplies } from './scripted-replies.ts'
import {
  errorBody,
  fileFor,
  misbehave,
  pictureIn,
  pictureOf,
  type StandInServer,
  sendJson,
  startStandIn,
} from './stand-in-server.ts'

export interface GoogleStandIn extends StandInServer {
  readonly baseUrl: string
  readonly replies: ScriptedReplies
}

/** Google's Generative Language API on loopback, as far as the studio uses it. */
export async function startGoogleStandIn(): Promise<GoogleStandIn> {
  const replies = new ScriptedReplies()
  const server = await startStandIn(async (call, response) => {
    const behaviour = replies.take()
    if (await misbehave(behaviour, response)) return
    if (behaviour.kind === 'refuse')
      return sendJson(response, { promptFeedback: { blockReason: 'SAFETY' } })
    if (behaviour.kind === 'filtered')
      return sendJson(response, { candidates: [{ content: {}, finishReason: 'IMAGE_SAFETY' }] })
    if (!call.path.includes('-image')) return sendText(call.path, response)
    if (!call.path.endsWith(':generateContent'))
      return sendJson(response, errorBody('Not found', 'not_found'), 404)
    const given = inlineImages(call.body)
    if (given.length > 0 && !(await Promise.all(given.map(pictureIn))).every(Boolean))
      return sendJson(response, errorBody('Unable to process input image', 'invalid_argument'), 400)
    if (behaviour.kind === 'talk') return sendParts(response, [{ text: 'What a lovely picture.' }])
    if (behaviour.kind === 'no-image') return sendParts(response, [])
    // What it changes keeps its shape.
    const [picture] = await Promise.all(given.map(pictureIn))
    const bytes = await fileFor(behaviour, () =>
      picture ? pictureOf(2, picture.width, picture.height) : pictureOf(1),
    )
    const data = Buffer.from(bytes).toString('base64')
    sendParts(response, [{ inlineData: { mimeType: 'image/png', data } }])
  })
  return { ...server, baseUrl: `${server.url}/v1beta`, replies }
}

function sendParts(response: ServerResponse, parts: readonly unknown[]): void {
  sendJson(response, {
    candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP' }],
  })
}

/** The pictures that a request brings with its words. */
function inlineImages(body: unknown): readonly string[] {
  const { contents = [] } = body as {
    contents?: readonly { parts?: readonly { inlineData?: { data: string } }[] }[]
  }
  return contents.flatMap(({ parts = [] }) =>
    parts.flatMap(({ inlineData }) => (inlineData ? [inlineData.data] : [])),
  )
}

function sendText(path: string, response: Parameters<typeof sendJson>[0]): void {
  const part = {
    content: { role: 'model', parts: [{ text: 'A slow morning.' }] },
    finishReason: 'STOP',
  }
  const body = { candidates: [part] }
  if (!path.includes('streamGenerateContent')) {
    sendJson(response, body)
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(`data: ${JSON.stringify(body)}\r\n\r\n`)
}
