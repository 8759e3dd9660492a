import { OpenAPIHono } from '@hono/zod-openapi'
import type { Problem, Role } from '@rheos/contract'
import type { ZodError } from 'zod'
import type { SignedInPerson } from '../accounts/auth.ts'
import { nothingHere, problemFromValidation, problemResponse } from './problem.ts'

/** The person behind a request, and their place in the workspace it is about. */
export interface Member {
  readonly userId: string
  readonly name: string
  readonly workspaceId: string
  readonly role: Role
}

export interface Environment {
  Variables: {
    /** Set behind `signedIn`. */
    user: SignedInPerson
    /** Set behind `inWorkspace`. */
    member: Member
  }
}

export type Router = OpenAPIHono<Environment>

/** A router whose bad requests are answered as problems. Every route module begins with it. */
export function createRouter(): Router {
  return new OpenAPIHono<Environment>({
    defaultHook: (result) =>
      result.success ? undefined : problemResponse(refusalOf(result.target, result.error)),
  })
}

/** What an id cannot be is not there, like every other id that never was. */
function refusalOf(target: string, error: ZodError): Problem {
  return target === 'param' ? nothingHere() : problemFromValidation(error)
}
