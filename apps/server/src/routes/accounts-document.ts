import { z } from '@hono/zod-openapi'
import { passwordLengthMax, passwordLengthMin } from '../accounts/credentials.ts'
import type { Router } from '../http/router.ts'

const email = z.email()
const password = z.string().min(passwordLengthMin).max(passwordLengthMax)
const user = z.looseObject({ id: z.string(), name: z.string(), email })
const session = z.looseObject({ expiresAt: z.string() })
const refusal = z.object({ code: z.string(), message: z.string() })

const doors = [
  ['post', '/sign-up/email', z.object({ name: z.string(), email, password }), z.object({ user })],
  ['post', '/sign-in/email', z.object({ email, password: z.string() }), z.object({ user })],
  ['post', '/sign-out', undefined, z.object({ success: z.boolean() })],
  ['post', '/request-password-reset', z.object({ email }), z.object({ status: z.boolean() })],
  [
    'post',
    '/reset-password',
    z.object({ newPassword: password, token: z.string() }),
    z.object({ status: z.boolean() }),
  ],
  ['post', '/delete-user', z.object({ password: z.string() }), z.object({ success: z.boolean() })],
  ['get', '/get-session', undefined, z.object({ user, session }).nullable()],
] as const

/** Describes the doors of the accounts library, which are not routes of ours. */
export function describeAccounts(router: Pick<Router, 'openAPIRegistry'>): void {
  for (const [method, path, body, answer] of doors) {
    router.openAPIRegistry.registerPath({
      method,
      path: `/api/auth${path}`,
      tags: ['accounts'],
      ...(body && {
        request: { body: { required: true, content: { 'application/json': { schema: body } } } },
      }),
      responses: {
        200: { description: 'Done', content: { 'application/json': { schema: answer } } },
        '4XX': { description: 'Refused', content: { 'application/json': { schema: refusal } } },
      },
    })
  }
}
