import { randomUUID } from 'node:crypto'
import type { Me } from '@rheos/contract'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { readConfig } from '../../src/config.ts'
import { openStudio } from '../../src/studio.ts'
import { Client } from '../../test/client.ts'
import { freePort } from '../../test/free-port.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'
import { type PacedProvider, startPacedProvider } from './paced-provider.ts'

export interface FirstText {
  readonly answers: number
  /** From the provider's first word until the first text has come to who asked. */
  readonly addedMs: Percentiles
  /** The baseline: the same for who asks the provider itself. */
  readonly directMs: Percentiles
  readonly timesDirect: number
  readonly targetMs: number
}

const warmUps = 5

/** How long the first text of a streamed answer takes through the studio. */
export async function measureFirstText(options: {
  readonly connectionString: string
  readonly dataDir: string
  readonly answers: number
}): Promise<FirstText> {
  const provider = await startPacedProvider()
  const port = await freePort()
  const studio = await openStudio({
    config: { ...readConfig(settingsFor(provider)), dataDir: options.dataDir, port },
    connectionString: options.connectionString,
    clock: Date.now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    show: () => undefined,
  })
  try {
    const ask = await writer(`http://localhost:${port}`)
    const added: number[] = []
    const direct: number[] = []
    // In turn, so that a busy machine slows both down.
    for (let round = 0; round < options.answers + warmUps; round += 1) {
      const [ours, plain] = [await ask(provider), await askDirectly(provider)]
      if (round < warmUps) continue
      added.push(ours)
      direct.push(plain)
    }
    const [addedMs, directMs] = [percentiles(added), percentiles(direct)]
    const timesDirect = addedMs.p50 / directMs.p50
    return { answers: added.length, addedMs, directMs, timesDirect, targetMs: 100 }
  } finally {
    await studio.close()
    await provider.close()
  }
}

function settingsFor({ baseUrl }: PacedProvider) {
  return {
    LOG_LEVEL: 'silent',
    AI_PROVIDER: 'openai-compatible',
    AI_BASE_URL: baseUrl,
    AI_API_KEY: 'a-key',
    AI_TEXT_MODEL: 'text-model',
    AI_IMAGE_MODEL_STANDARD: 'image-model',
    AI_IMAGE_MODEL_PRO: 'image-model',
  }
}

/** Somebody who asks for a post again and again. */
async function writer(url: string): Promise<(provider: PacedProvider) => Promise<number>> {
  const client = new Client(url)
  const email = `${randomUUID()}@example.com`
  await client.post('/api/auth/sign-up/email', { name: 'Ada', email, password: 'a long password' })
  const [workspace] = (await client.json<Me>('/api/v1/me')).workspaces
  const path = `/api/v1/workspaces/${workspace?.id}/writing`
  const body = { kind: 'post', direction: 'The first cup', quote: { version: 2, credits: 0 } }
  return async (provider) => sinceFirstWord(await client.post(path, body), 'event: text', provider)
}

async function askDirectly(provider: PacedProvider): Promise<number> {
  const answer = await fetch(`${provider.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'text-model', messages: [], stream: true }),
  })
  return sinceFirstWord(answer, 'data: ', provider)
}

/** Reads the whole answer, so that the next does not overlap with it. */
async function sinceFirstWord(
  answer: Response,
  sign: string,
  provider: PacedProvider,
): Promise<number> {
  if (answer.body === null || !answer.ok) throw new Error(`It was answered ${answer.status}.`)
  let said = ''
  let at: number | undefined
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    said += chunk
    if (at === undefined && said.includes(sign)) at = performance.now()
  }
  if (at === undefined) throw new Error(`No text came: ${said}`)
  return at - provider.firstWordAt
}
