import { createRoute } from '@hono/zod-openapi'
import { aboutSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { actionsOf } from '../models/image-model.ts'

const getAbout = createRoute({
  method: 'get',
  path: '/about',
  responses: {
    200: {
      description: 'What everybody may know of this installation',
      content: { 'application/json': { schema: aboutSchema } },
    },
  },
})

export function aboutRoutes({ config, mailer, models }: Context): Router {
  return createRouter().openapi(getAbout, (c) =>
    c.json(
      {
        supportEmail: config.supportEmail,
        models: {
          provider: models.provider,
          writingBuiltIn: models.text.builtIn,
          imagesBuiltIn: models.image.builtIn,
          imageActions: actionsOf(models.image),
        },
        mailDelivered: mailer.delivers,
      },
      200,
    ),
  )
}
