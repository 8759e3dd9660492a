import type { ServerResponse } from 'node:http'
import { type Behaviour, ScriptedReplies } from './scripted-replies.ts'
import {
  fileFor,
  misbehave,
  pictureIn,
  pictureOf,
  type RecordedCall,
  type StandInServer,
  sendJson,
  startStandIn,
} from './stand-in-server.ts'

export interface FalStandIn extends StandInServer {
  readonly baseUrl: string
  readonly replies: ScriptedReplies
}

/** fal on loopback: it keeps what it made and answers with its address, which is fetched afterwards. */
export async function startFalStandIn(): Promise<FalStandIn> {
  const replies = new ScriptedReplies()
  const files = new Map<string, Uint8Array>()
  const server = await startStandIn(async (call, response) => {
    if (call.method === 'GET') {
      const file = files.get(call.path)
      response.writeHead(file ? 200 : 404, { 'content-type': 'image/png' })
      response.end(file)
      return
    }
    const behaviour = replies.take()
    if (await misbehave(behaviour, response)) return
    if (behaviour.kind === 'refuse') return invalid(response, 'prompt', 'content_policy_violation')
    if (!(call.path in endpoints)) return sendJson(response, { detail: 'Not found' }, 404)
    await answer(call, behaviour, response, files)
  })
  return { ...server, baseUrl: server.url, replies }
}

/** Those that take a picture, and whether they answer with one image or a list. */
const endpoints: Readonly<Record<string, { readonly from: boolean; readonly list: boolean }>> = {
  '/fal-ai/flux/schnell': { from: false, list: true },
  '/fal-ai/flux-pro/v1.1': { from: false, list: true },
  '/fal-ai/flux-kontext/dev': { from: true, list: true },
  '/fal-ai/flux-pro/kontext': { from: true, list: true },
  '/fal-ai/bria/background/replace': { from: true, list: true },
  '/fal-ai/esrgan': { from: true, list: false },
}

async function answer(
  call: RecordedCall,
  behaviour: Behaviour,
  response: ServerResponse,
  files: Map<string, Uint8Array>,
): Promise<void> {
  const { from, list } = endpoints[call.path] ?? { from: false, list: true }
  const { image_url: given, scale = 1 } = call.body as { image_url?: string; scale?: number }
  const picture = from ? await pictureIn(given) : undefined
  if (from && picture === undefined) return invalid(response, 'image_url', 'image_load_error')
  if (behaviour.kind === 'no-image') return sendJson(response, { images: [], seed: 7 })
  const [width, height] = picture ? [picture.width * scale, picture.height * scale] : [640, 480]
  const path = `/files/${files.size + 1}.png`
  files.set(path, await fileFor(behaviour, () => pictureOf(2, width, height)))
  const image = { url: `http://${call.headers['host']}${path}`, width, height }
  const made = { ...image, content_type: 'image/png', file_name: path.slice(7), file_size: 1024 }
  if (!list) return sendJson(response, { image: made })
  sendJson(response, {
    images: [made],
    prompt: 'as asked',
    seed: 7,
    has_nsfw_concepts: [behaviour.kind === 'filtered'],
  })
}

function invalid(response: ServerResponse, where: string, type: string): void {
  sendJson(response, { detail: [{ loc: ['body', where], msg: type, type }] }, 422)
}
