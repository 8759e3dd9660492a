import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { startStandIn } from '../../test/providers/stand-in-server.ts'

export interface PacedProvider {
  readonly baseUrl: string
  /** When the last answer's first word left, by `performance.now()`. */
  readonly firstWordAt: number
  close(): Promise<void>
}

const thinkingMs = 20
const paceMs = 15
const words =
  'Six in the morning, and the roaster is already warm. Come by for the first cup.'.split(/(?<= )/)

/** A provider on loopback that thinks for a moment and then says a word at a time. */
export async function startPacedProvider(): Promise<PacedProvider> {
  let firstWordAt = 0
  const server = await startStandIn(async (_, response) => {
    await wait(thinkingMs)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const [at, word] of words.entries()) {
      if (at === 0) firstWordAt = performance.now()
      say(response, { content: word }, null)
      await wait(paceMs)
    }
    say(response, {}, 'stop')
    response.end('data: [DONE]\n\n')
  })
  return {
    baseUrl: `${server.url}/v1`,
    get firstWordAt() {
      return firstWordAt
    },
    close: () => server.close(),
  }
}

function say(response: ServerResponse, delta: unknown, finish: string | null): void {
  const choices = [{ index: 0, delta, finish_reason: finish }]
  const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'paced', choices }
  response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}
