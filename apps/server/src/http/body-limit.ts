import type { MiddlewareHandler } from 'hono'
import { bodyLimit as limit } from 'hono/body-limit'
import { problem, problemResponse } from './problem.ts'

const kiB = 1024
export const jsonBytesMax = 256 * kiB
/** A picture of 20 MiB and the form around it. */
export const uploadBytesMax = 21 * kiB * kiB

/** A frame of a video. */
export const posterBytesMax = 2 * kiB * kiB

export function bodyLimit(bytesMax: number): MiddlewareHandler {
  const allowed = bytesMax < kiB * kiB ? `${bytesMax / kiB} kB` : `${bytesMax / kiB / kiB} MB`
  return limit({
    maxSize: bytesMax,
    onError: () => {
      const answer = problemResponse(
        problem('body_too_large', `The request is larger than the ${allowed} allowed: send less.`),
      )
      // The rest of the body is not read, so nothing can follow on this connection.
      answer.headers.set('connection', 'close')
      return answer
    },
  })
}
