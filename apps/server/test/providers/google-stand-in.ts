import { ScriptedReplies } from './scripted-replies.ts'
import {
  errorBody,
  misbehave,
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
    const bytes = behaviour.kind === 'not-an-image' ? Buffer.from('hello') : await pictureOf(1)
    const inlineData = { mimeType: 'image/png', data: bytes.toString('base64') }
    sendJson(response, {
      candidates: [{ content: { role: 'model', parts: [{ inlineData }] }, finishReason: 'STOP' }],
    })
  })
  return { ...server, baseUrl: `${server.url}/v1beta`, replies }
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
