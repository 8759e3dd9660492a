import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Accepted, Me, WorkspaceEvent } from '@rheos/contract'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { readConfig } from '../../src/config.ts'
import { openStudio } from '../../src/studio.ts'
import { Client } from '../../test/client.ts'
import { freePort } from '../../test/free-port.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'
import { type PreparedProvider, startPreparedProvider } from './prepared-provider.ts'

export interface ImageOverhead {
  readonly images: number
  /** Of the picture that the provider sends. */
  readonly pictureBytes: number
  /** From the press until the open page is told that it succeeded, less what the provider took. */
  readonly addedMs: Percentiles
  /** The baseline: the call, its answer read and the picture written to disk, less the same. */
  readonly directMs: Percentiles
  /** How many times as long as the baseline, by the medians. */
  readonly timesDirect: number
  readonly targetMs: number
}

const warmUps = 5

/** The time that the studio adds to an image of 1024 × 1024 pixels. */
export async function measureImageOverhead(options: {
  readonly connectionString: string
  readonly dataDir: string
  readonly images: number
}): Promise<ImageOverhead> {
  const provider = await startPreparedProvider()
  const port = await freePort()
  const studio = await openStudio({
    config: {
      ...readConfig({
        LOG_LEVEL: 'silent',
        AI_PROVIDER: 'openai-compatible',
        AI_BASE_URL: provider.baseUrl,
        AI_API_KEY: 'a-key',
        AI_TEXT_MODEL: 'text-model',
        AI_IMAGE_MODEL_STANDARD: 'image-model',
        AI_IMAGE_MODEL_PRO: 'image-model',
      }),
      dataDir: options.dataDir,
      port,
    },
    connectionString: options.connectionString,
    clock: Date.now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    show: () => undefined,
  })
  try {
    const page = await openPage(`http://localhost:${port}`)
    const added: number[] = []
    const direct: number[] = []
    // In turn, so that a busy machine slows both down.
    for (let round = 0; round < options.images + warmUps; round += 1) {
      const [ours, plain] = [
        await page.draw(provider),
        await callDirectly(provider, options.dataDir),
      ]
      if (round < warmUps) continue
      added.push(ours)
      direct.push(plain)
    }
    page.leave()
    const [addedMs, directMs] = [percentiles(added), percentiles(direct)]
    const { pictureBytes } = provider
    const timesDirect = addedMs.p50 / directMs.p50
    return { images: added.length, pictureBytes, addedMs, directMs, timesDirect, targetMs: 60 }
  } finally {
    await studio.close()
    await provider.close()
  }
}

/** Somebody with the image studio open, who has credits enough. */
async function openPage(url: string) {
  let seat = await takeSeat(url)
  let left = seat.images
  return {
    draw: async (provider: PreparedProvider) => {
      if (left === 0) {
        seat.leave()
        seat = await takeSeat(url)
        left = seat.images
      }
      left -= 1
      return seat.draw(provider)
    },
    leave: () => seat.leave(),
  }
}

const quote = { version: 2, credits: 5 }

async function takeSeat(url: string) {
  const client = new Client(url)
  const email = `${randomUUID()}@example.com`
  await client.post('/api/auth/sign-up/email', { name: 'Ada', email, password: 'a long password' })
  const [workspace] = (await client.json<Me>('/api/v1/me')).workspaces
  const path = `/api/v1/workspaces/${workspace?.id}`
  const leaving = new AbortController()
  const stream = await client.request('GET', `${path}/credits/stream`, { signal: leaving.signal })
  const succeeded = succeededIn(eventsOf(stream))
  const draw = async (provider: PreparedProvider): Promise<number> => {
    const began = performance.now()
    const body = {
      ...{ kind: 'image', tier: 'standard', aspect: 'square', count: 1 },
      ...{ prompt: 'A cup', quote },
    }
    const headers = { 'idempotency-key': randomUUID() }
    const answer = await client.post(`${path}/generations`, body, headers)
    const { id } = (await answer.json()) as Accepted
    await succeeded(id)
    return performance.now() - began - provider.lastMs()
  }
  // The allowance of Free, and some left so that nothing is paused.
  return { images: 75, draw, leave: () => leaving.abort() }
}

/** Tells when a generation has succeeded, whether before or after it is asked. */
function succeededIn(events: AsyncIterable<WorkspaceEvent>): (id: string) => Promise<void> {
  const ended = new Set<string>()
  const waiting = new Map<string, () => void>()
  const follow = async () => {
    for await (const event of events) {
      if (event.type !== 'generation' || event.generation.status !== 'succeeded') continue
      ended.add(event.generation.id)
      waiting.get(event.generation.id)?.()
    }
  }
  // Ends with an abort when the page is left.
  follow().catch(() => undefined)
  return (id) =>
    ended.has(id) ? Promise.resolve() : new Promise((resolve) => waiting.set(id, resolve))
}

async function* eventsOf(answer: Response): AsyncGenerator<WorkspaceEvent> {
  if (answer.body === null) throw new Error('The stream has no body.')
  let rest = ''
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const data = part.split('\n').find((line) => line.startsWith('data: '))
      if (data !== undefined) yield JSON.parse(data.slice('data: '.length))
    }
  }
}

/** What anybody must do who wants the picture: ask, read the answer, write the file. */
async function callDirectly(provider: PreparedProvider, dataDir: string): Promise<number> {
  const folder = join(dataDir, 'direct')
  await mkdir(folder, { recursive: true })
  const began = performance.now()
  const answer = await fetch(`${provider.baseUrl}/images/generations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer a-key' },
    body: JSON.stringify({ model: 'image-model', prompt: 'A cup', n: 1, size: '1024x1024' }),
  })
  const { data } = (await answer.json()) as { data: { b64_json: string }[] }
  const bytes = Buffer.from(data[0]?.b64_json ?? '', 'base64')
  await writeFile(join(folder, 'picture.png'), bytes)
  return performance.now() - began - provider.lastMs()
}
