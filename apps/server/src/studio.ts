import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { buildContext, type Context, type ContextOptions } from './context.ts'
import { createServer } from './server.ts'

/** How long answers under way may take to end when the studio closes. */
const drainMs = 3000

/** A studio that listens and works. */
export interface Studio {
  readonly context: Context
  readonly port: number
  /** Takes nothing new, stops what is being made, gives its credits back, and lets go of the database. */
  close(): Promise<void>
}

/** Opens the studio on a database that is up to date. */
export async function openStudio(options: ContextOptions): Promise<Studio> {
  const context = await buildContext(options)
  try {
    await context.listener.start()
    context.priceBooks.start()
    const server = await listen(context)
    await context.jobs.start()
    return { context, port: portOf(server), close: () => close(context, server) }
  } catch (error) {
    await letGo(context)
    throw error
  }
}

function listen(context: Context): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: createServer(context).fetch, port: context.config.port }, () =>
      resolve(server),
    )
    server.once('error', reject)
  })
}

function portOf(server: ServerType): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function close(context: Context, server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  await context.jobs.stop()
  // Streams never end by themselves, so those that wait are cut off after a moment.
  const cut = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    drainMs,
  )
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await closed
  clearTimeout(cut)
  await letGo(context)
}

async function letGo(context: Context): Promise<void> {
  await Promise.allSettled([
    context.jobs.stop(),
    context.priceBooks.stop(),
    context.auth.close(),
    context.listener.close(),
  ])
  await Promise.all([context.database.close(), context.metered.close()])
}
