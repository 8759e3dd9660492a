import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type HttpBindings, serve } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { type Fault, FaultScript } from './fault.ts'

/** A post as the stand-in keeps it: whoever looks at the network would see these. */
export interface StandInPost {
  readonly id: string
  readonly account: string
  readonly text: string
  /** The id of the post that it answers. */
  readonly replyTo?: string | undefined
  readonly media: readonly { readonly mediaType: string; readonly alt: string }[]
}

/** A network on loopback that speaks the real protocol, keeps posts, and fails when it is told to. */
export interface StandIn {
  readonly url: string
  /** `host:port`, to be allowed as a private address. */
  readonly host: string
  readonly faults: FaultScript
  /** Everything that is visible, in the order in which it came. */
  posts(): readonly StandInPost[]
  /** How long each call takes, beside what faults add. */
  latencyMs: number
  close(): Promise<void>
}

/** Hono with the sockets of Node, so that an answer can be cut. */
export type StandInApp = Hono<{ Bindings: HttpBindings }>

export interface StandInOptions {
  /** Routes of the network. They know nothing of faults. */
  readonly routes: (app: StandInApp, self: { readonly url: () => string }) => void
  readonly posts: () => readonly StandInPost[]
  /** Whether a call makes a post visible; `header` gives one of its headers. */
  readonly commits: (
    method: string,
    path: string,
    header: (name: string) => string | undefined,
  ) => boolean
  /** What the network answers when it fails, is busy: in its own shape. */
  readonly errorBody?: unknown
  readonly busyHeaders?: Readonly<Record<string, string>>
}

/** Longer than anybody waits in a test. */
const slowMs = 120_000

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const faults = new FaultScript()
  const state = { url: '', latencyMs: 0 }
  const app: StandInApp = new Hono()
  app.use(withFaults(options, faults, () => state.latencyMs))
  options.routes(app, { url: () => state.url })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  state.url = `http://127.0.0.1:${port}`
  return {
    url: state.url,
    host: `127.0.0.1:${port}`,
    faults,
    posts: options.posts,
    get latencyMs() {
      return state.latencyMs
    },
    set latencyMs(ms: number) {
      state.latencyMs = ms
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function withFaults(
  { commits, errorBody, busyHeaders }: StandInOptions,
  faults: FaultScript,
  latencyMs: () => number,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    if (latencyMs() > 0) await wait(latencyMs())
    const header = (name: string) => c.req.header(name)
    const fault = faults.take(commits(c.req.method, c.req.path, header) ? 'commit' : 'other')
    const cut = () => c.env.incoming.socket.destroy()
    const error = () => c.json(errorBody ?? { error: 'internal' }, 500)
    const page = () => c.html('<!doctype html><title>502 Bad Gateway</title>', 502)
    switch (fault) {
      case undefined:
        return next()
      case 'cut_before':
        cut()
        return c.body(null)
      case 'error_before':
        return error()
      case 'busy_before':
        return c.json(errorBody ?? { error: 'busy' }, 429, busyHeaders ?? { 'retry-after': '1' })
      case 'html_before':
        return page()
      case 'redirect_before':
        return c.redirect('https://elsewhere.invalid/', 302)
      default:
        await next()
        // What a middleware returns after the route has answered is not heeded.
        c.res = undefined
        c.res = await afterwards(fault, { cut, error, page })
    }
  }

  async function afterwards(
    fault: Fault,
    { cut, error, page }: { cut: () => void; error: () => Response; page: () => Response },
  ): Promise<Response> {
    if (fault === 'error_after') return error()
    if (fault === 'html_after') return page()
    if (fault === 'slow_after') await wait(slowMs, undefined, { ref: false })
    cut()
    return new Response(null)
  }
}
