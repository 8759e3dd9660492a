import { ScriptedReplies } from './scripted-replies.ts'
import {
  misbehave,
  pictureOf,
  type StandInServer,
  sendJson,
  startStandIn,
} from './stand-in-server.ts'

export interface FalStandIn extends StandInServer {
  readonly baseUrl: string
  readonly replies: ScriptedReplies
}

/** fal on loopback: it answers with the address of a file, which is fetched in a second request. */
export async function startFalStandIn(): Promise<FalStandIn> {
  const replies = new ScriptedReplies()
  const server = await startStandIn(async (call, response) => {
    if (call.method === 'GET') {
      response.writeHead(200, { 'content-type': 'image/png' })
      response.end(call.path.includes('/text') ? Buffer.from('hello') : await pictureOf(2))
      return
    }
    const behaviour = replies.take()
    if (await misbehave(behaviour, response)) return
    if (behaviour.kind === 'refuse') {
      const detail = [
        { loc: ['prompt'], msg: 'content_policy_violation', type: 'content_policy_violation' },
      ]
      return sendJson(response, { detail }, 422)
    }
    const name = behaviour.kind === 'not-an-image' ? 'text' : 'image'
    const url = `http://${call.headers['host']}/files/${name}.png`
    sendJson(response, {
      images: [{ url, width: 640, height: 480, content_type: 'image/png' }],
      prompt: 'as asked',
      seed: 7,
      has_nsfw_concepts: [behaviour.kind === 'filtered'],
    })
  })
  return { ...server, baseUrl: server.url, replies }
}
