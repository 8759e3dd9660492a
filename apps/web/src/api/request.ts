import type { Problem, ProblemCode } from '@rheos/contract'
import { ApiError, makeProblem, unreachable } from './api-error.ts'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON; a form or a file is sent as it is. */
  readonly body?: unknown
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** Calls `/api/v1` and answers with the body; a refusal becomes an {@link ApiError}. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options)
  if (response.status === 204) return undefined as T
  return (await readJson(response)) as T
}

/** The raw answer, for what is streamed. Throws on a refusal as {@link request} does. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await reach(`/api/v1${path}`, init(options))
  if (!response.ok) throw new ApiError(await readProblem(response))
  return response
}

/** `fetch` that says in plain words when nothing answered; an abort stays an abort. */
export async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    if (request.signal?.aborted) throw error
    throw unreachable(error)
  }
}

/** `?a=1&b=2` of what is given; nothing of what is not. */
export function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

function init(options: RequestOptions): RequestInit {
  const { body, idempotencyKey, signal } = options
  const headers = new Headers()
  const isFile = body instanceof FormData || body instanceof Blob
  const method = options.method ?? 'GET'
  // The server takes changes only with this header: a form of another site cannot send it.
  if (!isFile && method !== 'GET') headers.set('content-type', 'application/json')
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    throw unreachable(cause)
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return body
  return makeProblem(codeOf(response.status), sentenceOf(response.status), response.status)
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}

function codeOf(status: number): ProblemCode {
  if (status === 401) return 'unauthenticated'
  if (status === 404) return 'not_found'
  if (status === 413) return 'body_too_large'
  if (status === 429) return 'rate_limited'
  return status >= 502 && status <= 504 ? 'unavailable' : 'internal_error'
}

function sentenceOf(status: number): string {
  if (status === 413) return 'This is too large to send. Choose something smaller.'
  if (status === 429) return 'Too many requests at once. Wait a moment, then try again.'
  if (status >= 502 && status <= 504)
    return 'Rheos is not answering just now. Try again in a moment.'
  return 'Something went wrong on our side. Try again.'
}
