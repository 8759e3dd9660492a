import { randomUUID } from 'node:crypto'
import type { Accepted, Credits, Generation, Me, Prices, Problem, Usage } from '@rheos/contract'
import { Client } from '../client.ts'

export interface Answer<T> {
  readonly status: number
  readonly body: T
}

/** What a press answers: accepted, or why not. */
type Pressed = Accepted & Partial<Omit<Problem, 'status'>>

/** Somebody in a workspace of their own, who presses buttons. */
export class Person {
  readonly #client: Client
  readonly workspaceId: string

  private constructor(client: Client, workspaceId: string) {
    this.#client = client
    this.workspaceId = workspaceId
  }

  static async signUp(url: string): Promise<Person> {
    const client = new Client(url)
    const answer = await client.post('/api/auth/sign-up/email', {
      name: 'Ada',
      email: `${randomUUID()}@example.com`,
      password: 'a long enough password',
    })
    if (answer.status !== 200) throw new Error(`Could not sign up: ${await answer.text()}`)
    const { workspaces } = await client.json<Me>('/api/v1/me')
    return new Person(client, workspaces[0]?.id ?? '')
  }

  /** The same person after a restart. */
  at(url: string): Person {
    return new Person(this.#client.at(url), this.workspaceId)
  }

  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.#client.request(method, path, {
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T }
  }

  in<T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>> {
    return this.call<T>(method, `/api/v1/workspaces/${this.workspaceId}${path}`, body, headers)
  }

  async credits(): Promise<Credits> {
    return (await this.in<Credits>('GET', '/credits')).body
  }

  async usage(): Promise<Usage> {
    return (await this.in<Usage>('GET', '/credits/usage?limit=100')).body
  }

  async price(action: string, quantity = 1): Promise<{ version: number; credits: number }> {
    const { body } = await this.call<Prices>('GET', '/api/v1/prices')
    return { version: body.version, credits: (body.prices[action] ?? Number.NaN) * quantity }
  }

  /** Presses the button of the image studio. */
  async draw(
    wanted: {
      tier?: 'standard' | 'pro'
      count?: number
      prompt?: string
      key?: string
      quote?: { version: number; credits: number }
    } = {},
  ): Promise<Answer<Pressed>> {
    const {
      tier = 'standard',
      count = 1,
      prompt = 'Fresh bread every morning',
      key = randomUUID(),
    } = wanted
    const quote = wanted.quote ?? (await this.price(`image.${tier}`, count))
    return this.in(
      'POST',
      '/generations',
      { kind: 'image', tier, prompt, aspect: 'square', count, quote },
      { 'idempotency-key': key },
    )
  }

  async generation(id: string): Promise<Generation> {
    return (await this.in<Generation>('GET', `/generations/${id}`)).body
  }

  /** Resolves when the generation has ended. */
  async ended(id: string, withinMs = 25_000): Promise<Generation> {
    return until(async () => {
      const generation = await this.generation(id)
      return generation.status === 'queued' || generation.status === 'running'
        ? undefined
        : generation
    }, withinMs)
  }
}

/** Asks again until there is an answer; fails when there is none in time. */
export async function until<T>(ask: () => Promise<T | undefined>, withinMs = 25_000): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`It did not happen within ${withinMs} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
