import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'

/** Who watches wants an answer soon, above all when something hangs. */
const answerWithinMs = 2000

const stateSchema = z.enum(['ok', 'failed'])
const healthSchema = z
  .object({ process: stateSchema, database: stateSchema, jobs: stateSchema })
  .meta({ id: 'Health' })

const getHealth = createRoute({
  method: 'get',
  path: '/healthz',
  responses: {
    200: {
      description: 'All is well',
      content: { 'application/json': { schema: healthSchema } },
    },
    503: {
      description: 'Something has failed',
      content: { 'application/json': { schema: healthSchema } },
    },
  },
})

export function healthRoutes(context: Context): Router {
  return createRouter().openapi(getHealth, async (c) => {
    const database = await databaseAnswers(context)
    const jobs = context.jobs.running
    c.header('cache-control', 'no-store')
    return c.json(
      { process: 'ok', database: state(database), jobs: state(jobs) } as const,
      database && jobs ? 200 : 503,
    )
  })
}

function state(well: boolean): 'ok' | 'failed' {
  return well ? 'ok' : 'failed'
}

async function databaseAnswers({ database }: Context): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answerWithinMs)
  })
  const answer = database.pool.query('select 1').then(
    () => true,
    () => false,
  )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
