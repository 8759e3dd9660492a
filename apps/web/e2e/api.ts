import { expect } from 'vitest'
import type { Visit } from './pages.ts'

/** Calls the API as the person of a visit, in their first workspace. */
export async function callApi<T>(
  { context, page }: Visit,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const { request } = context
  const me = (await (await request.get('/api/v1/me', { maxRetries: 2 })).json()) as {
    workspaces: { id: string }[]
  }
  const answer = await request.fetch(`/api/v1/workspaces/${me.workspaces[0]?.id}${path}`, {
    method,
    // A connection may end just when it is used again.
    maxRetries: 2,
    headers: { origin: new URL(page.url()).origin, 'content-type': 'application/json' },
    ...(body !== undefined && { data: JSON.stringify(body) }),
  })
  expect(answer.ok(), `${method} ${path} ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}
