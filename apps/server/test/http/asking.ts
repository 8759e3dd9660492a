import { randomUUID } from 'node:crypto'
import type { Generation, Problem } from '@rheos/contract'
import { expect } from 'vitest'
import type { SignedUp } from '../studio.ts'

/** A press of its own. */
export function aPress(): Record<string, string> {
  return { 'idempotency-key': randomUUID() }
}

/** What a good request for one image says; `changes` make it another one. */
export function imageRequest(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { count = 1, tier = 'standard' } = changes
  const credits = Number(count) * (tier === 'pro' ? 10 : 5)
  return {
    kind: 'image',
    tier,
    prompt: 'Fresh bread every morning',
    aspect: 'square',
    count,
    quote: { version: 2, credits },
    ...changes,
  }
}

/** The JSON of an answer that must have this status. */
export async function jsonOf<T>(answer: Response | Promise<Response>, status: number): Promise<T> {
  const settled = await answer
  const text = await settled.text()
  expect(`${settled.status} ${text}`).toMatch(new RegExp(`^${status} `))
  return JSON.parse(text) as T
}

/** A refusal: the right code, and one clear sentence or two, free of jargon. */
export async function refused(
  answer: Response | Promise<Response>,
  status: number,
  code: Problem['code'],
): Promise<Problem> {
  const problem = await jsonOf<Problem>(answer, status)
  expect(problem.code).toBe(code)
  expect(problem.detail).toMatch(/^[“A-Z0-9].{10,240}[.]$/s)
  expect(problem.detail).not.toMatch(/\bat .*:\d+|Error\b|undefined|null|select |ECONN/)
  return problem
}

/** Asks again until there is an answer. */
export async function until<T>(ask: () => Promise<T | undefined>, withinMs = 25_000): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`It did not happen within ${withinMs} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The generation once it has ended. */
export function ended(person: SignedUp, id: string): Promise<Generation> {
  return until(async () => {
    const found = await person.client.json<Generation>(`${person.workspace}/generations/${id}`)
    return found.endedAt === null ? undefined : found
  })
}

/** Asks for images and waits for what becomes of them. */
export async function draw(
  person: SignedUp,
  changes: Record<string, unknown> = {},
): Promise<Generation> {
  const answer = person.client.post(
    `${person.workspace}/generations`,
    imageRequest(changes),
    aPress(),
  )
  const { id } = await jsonOf<{ id: string }>(answer, 202)
  return ended(person, id)
}
