import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Behaviour, ScriptedReplies } from './scripted-replies.ts'
import {
  errorBody,
  fileFor,
  misbehave,
  pictureIn,
  pictureOf,
  type RecordedCall,
  type StandInServer,
  sendJson,
  startStandIn,
} from './stand-in-server.ts'

export interface OpenaiStandIn extends StandInServer {
  /** What to set as the base URL. */
  readonly baseUrl: string
  readonly images: ScriptedReplies
  readonly texts: ScriptedReplies
  readonly imageCalls: readonly RecordedCall[]
  readonly editCalls: readonly RecordedCall[]
  readonly textCalls: readonly RecordedCall[]
}

const ideas = {
  ideas: [
    {
      title: 'The first cup',
      intent: 'connect',
      hook: 'Six in the morning.',
      angle: 'A morning told.',
    },
    {
      title: 'Why we roast slowly',
      intent: 'educate',
      hook: 'Slow is a taste.',
      angle: 'Explain it.',
    },
    { title: 'Bring a friend', intent: 'sell', hook: 'Two cups, one table.', angle: 'Invite.' },
  ],
}
const copy = 'Six in the morning, and the roaster is already warm. Come by for the first cup.'

/** A service on loopback that speaks OpenAI's protocol and fails when it is told to. */
export async function startOpenaiStandIn(
  options: { readonly knowsNoEditing?: boolean } = {},
): Promise<OpenaiStandIn> {
  const images = new ScriptedReplies()
  const texts = new ScriptedReplies()
  let drawn = 0
  const server = await startStandIn(async (call, response) => {
    if (call.path.endsWith('/images/generations')) {
      drawn += 1
      return answerImage({ response, behaviour: images.take(), drawn })
    }
    if (call.path.endsWith('/images/edits') && !options.knowsNoEditing) {
      drawn += 1
      return answerEdit({ response, behaviour: images.take(), drawn, call })
    }
    if (call.path.endsWith('/chat/completions'))
      return answerChat({ response, behaviour: texts.take(), call })
    sendJson(response, errorBody('Not found', 'not_found'), 404)
  })
  return {
    ...server,
    baseUrl: `${server.url}/v1`,
    images,
    texts,
    get imageCalls() {
      return server.calls.filter((call) => call.path.endsWith('/images/generations'))
    },
    get editCalls() {
      return server.calls.filter((call) => call.path.endsWith('/images/edits'))
    },
    get textCalls() {
      return server.calls.filter((call) => call.path.endsWith('/chat/completions'))
    },
  }
}

async function answerImage(asked: {
  readonly response: ServerResponse
  readonly behaviour: Behaviour
  readonly drawn: number
}): Promise<void> {
  const { response, behaviour } = asked
  if (await misbehave(behaviour, response)) return
  if (behaviour.kind === 'refuse') return refuse(response)
  if (behaviour.kind === 'no-image') return sendJson(response, { created: 1, data: [] })
  const bytes = await fileFor(behaviour, () => pictureOf(asked.drawn))
  const b64_json = Buffer.from(bytes).toString('base64')
  sendJson(response, { created: asked.drawn, data: [{ b64_json }] })
}

/** Takes a form: the picture, what to do with it, and in which size to answer. */
async function answerEdit(asked: {
  readonly response: ServerResponse
  readonly behaviour: Behaviour
  readonly drawn: number
  readonly call: RecordedCall
}): Promise<void> {
  const { image, prompt, model } = asked.call.body as Record<string, unknown>
  const file = image instanceof File ? Buffer.from(await image.arrayBuffer()) : Buffer.from('')
  const isPicture = (await pictureIn(file.toString('base64'))) !== undefined
  if (!isPicture || typeof prompt !== 'string' || typeof model !== 'string') {
    const message = 'Invalid image file or mode for image 1'
    return sendJson(asked.response, errorBody(message, 'invalid_image_file'), 400)
  }
  return answerImage(asked)
}

function refuse(response: ServerResponse): void {
  const message = 'Your request was rejected as a result of our safety system.'
  sendJson(response, errorBody(message, 'content_policy_violation'), 400)
}

async function answerChat(asked: {
  readonly response: ServerResponse
  readonly behaviour: Behaviour
  readonly call: RecordedCall
}): Promise<void> {
  const { response, behaviour, call } = asked
  if (await misbehave(behaviour, response)) return
  if (behaviour.kind === 'refuse') return refuse(response)
  const { stream, response_format: format } = call.body as {
    stream?: boolean
    response_format?: unknown
  }
  const words = behaviour.kind === 'no-schemas'
  if (words && format !== undefined) {
    const message = "'response_format' of type 'json_schema' is not supported"
    return sendJson(response, errorBody(message, 'invalid_request_error'), 400)
  }
  if (behaviour.kind === 'no-pictures' && JSON.stringify(call.body).includes('image_url')) {
    const message = 'This model does not support image input'
    return sendJson(response, errorBody(message, 'invalid_request_error'), 400)
  }
  const text = said(behaviour, words || format !== undefined)
  const finish = finishOf(behaviour)
  if (stream) {
    const ms = behaviour.kind === 'pace' ? behaviour.ms : 0
    return streamChat(response, { text, finish, cut: behaviour.kind === 'cut-midway', ms })
  }
  sendJson(response, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'stand-in',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }],
    usage: { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 },
  })
}

function finishOf(behaviour: Behaviour): string {
  if (behaviour.kind === 'filtered') return 'content_filter'
  return behaviour.kind === 'say' ? (behaviour.finish ?? 'stop') : 'stop'
}

function said(behaviour: Behaviour, wantsIdeas: boolean): string {
  if (behaviour.kind === 'say' || behaviour.kind === 'pace') return behaviour.text
  return wantsIdeas ? JSON.stringify(ideas) : copy
}

async function streamChat(
  response: ServerResponse,
  said: {
    readonly text: string
    readonly finish: string
    readonly cut: boolean
    readonly ms: number
  },
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (delta: unknown, finish: string | null) =>
    response.write(
      `data: ${JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'stand-in',
        choices: [{ index: 0, delta, finish_reason: finish }],
      })}\n\n`,
    )
  const words = said.text.split(/(?<= )/)
  for (const word of said.cut ? words.slice(0, 3) : words) {
    send({ content: word }, null)
    if (said.ms > 0) await wait(said.ms)
  }
  if (said.cut) {
    response.write(': so far\n\n', () => response.socket?.destroy())
    return
  }
  send({}, said.finish)
  response.end('data: [DONE]\n\n')
}
