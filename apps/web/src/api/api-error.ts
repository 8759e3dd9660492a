import type { Problem, ProblemCode } from '@rheos/contract'

/** The server's "no", or the lack of an answer; `problem.detail` can be shown to a person as it is. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly problem: Problem

  constructor(problem: Problem, options?: { readonly cause?: unknown }) {
    super(`${problem.code}: ${problem.detail}`, options)
    this.problem = problem
  }
}

export function problemFrom(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem
  return makeProblem(
    'internal_error',
    'Something went wrong on this page. Reload it and try again.',
  )
}

export function hasCode(error: unknown, code: ProblemCode): boolean {
  return error instanceof ApiError && error.problem.code === code
}

export function unreachable(cause?: unknown): ApiError {
  return new ApiError(
    makeProblem(
      'unavailable',
      'Rheos could not be reached. Check your connection, then try again.',
    ),
    { cause },
  )
}

export function makeProblem(code: ProblemCode, detail: string, status = 0): Problem {
  return { type: 'about:blank', title: '', status, code, detail }
}
