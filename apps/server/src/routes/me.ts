import { createRoute } from '@hono/zod-openapi'
import { type Me, meChangeSchema, meSchema } from '@rheos/contract'
import type { SignedInPerson } from '../accounts/auth.ts'
import type { Context } from '../context.ts'
import { signedIn } from '../http/access.ts'
import { operatorStanding } from '../http/operators-only.ts'
import { createRouter, type Router } from '../http/router.ts'
import { body, json } from './request-parts.ts'

const getMe = createRoute({
  method: 'get',
  path: '/me',
  responses: {
    200: json(
      meSchema,
      'Who is signed in, and their workspaces; makes the first one when there is none',
    ),
  },
})
const changeMe = createRoute({
  method: 'patch',
  path: '/me',
  request: { body: body(meChangeSchema) },
  responses: { 200: json(meSchema, 'The person with what they chose') },
})

export function meRoutes(context: Context): Router {
  const router = createRouter()
  const middleware = signedIn(context)
  const meOf = async (person: SignedInPerson): Promise<Me> => {
    const { id, name, email } = person
    const user = { id, name, email }
    const [workspaces, wanted] = await Promise.all([
      context.workspaces.ofUser(user),
      context.mailChoices.of(user.id),
    ])
    return {
      user,
      workspaces,
      creditMails: wanted.creditAlerts,
      publishingMails: wanted.publishing,
      operator: operatorStanding(context.config, person),
    }
  }
  router.openapi({ ...getMe, middleware }, async (c) => c.json(await meOf(c.get('user')), 200))
  router.openapi({ ...changeMe, middleware }, async (c) => {
    const user = c.get('user')
    const { creditMails, publishingMails } = c.req.valid('json')
    await context.mailChoices.choose(user.id, {
      ...(creditMails !== undefined && { creditAlerts: creditMails }),
      ...(publishingMails !== undefined && { publishing: publishingMails }),
    })
    return c.json(await meOf(user), 200)
  })
  return router
}
