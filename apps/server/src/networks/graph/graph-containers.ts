import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Clock, Instant } from '../../clock.ts'
import type { PrepareOrder, Session } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import type { GraphApi } from './graph-api.ts'
import { graphErrorBehind } from './graph-error.ts'

const idSchema = z.object({ id: z.string() })
const statusSchema = z.enum(['IN_PROGRESS', 'FINISHED', 'ERROR', 'EXPIRED', 'PUBLISHED'])
/** `UNKNOWN`: the network does not show it, as while it is spread among its machines. */
export type ContainerStatus = z.infer<typeof statusSchema> | 'UNKNOWN'

/** Posts that are made before they are published, as Instagram and Threads have them; each lives a day. */
export class GraphContainers {
  readonly #api: GraphApi
  readonly #clock: Clock
  readonly #statusField: 'status_code' | 'status'
  readonly #edge: 'media' | 'threads'

  constructor(settings: {
    readonly api: GraphApi
    readonly clock: Clock
    readonly statusField: 'status_code' | 'status'
    readonly edge: 'media' | 'threads'
  }) {
    this.#api = settings.api
    this.#clock = settings.clock
    this.#statusField = settings.statusField
    this.#edge = settings.edge
  }

  /**
   * Makes one, or takes up what an earlier preparation made, and waits until it can be published. One
   * that is too old, that vanished, or that an earlier preparation found refused is made anew.
   */
  async ready(order: PrepareOrder, name: string, params: () => Promise<Params>): Promise<string> {
    for (let turn = 1; ; turn += 1) {
      const step = turn === 1 ? name : `${name} ${turn}`
      const made = await order.once<Made>(step, async () => ({
        id: await this.#make(order, await params()),
        at: this.#clock(),
      }))
      if (this.#clock() - made.at >= containersLastMs) continue
      let isNew = false
      const ending = await order.once(`${step} is made`, async () => {
        isNew = true
        return this.#ending(order, made)
      })
      if (ending === 'ready') return made.id
      if (ending === 'refused' && isNew)
        throw new PublishError({
          kind: 'rejected',
          code: 'media_refused',
          detail: `${this.#api.name} could not work with the picture or video: choose another one.`,
        })
    }
  }

  async status(session: Session, id: string, signal: AbortSignal): Promise<ContainerStatus> {
    const field = this.#statusField
    try {
      const schema = z.object({ [field]: statusSchema })
      const read = await this.#api.read(schema, {
        session,
        method: 'GET',
        path: `/${id}`,
        params: { fields: field },
        signal,
      })
      return read[field] ?? 'UNKNOWN'
    } catch (error) {
      const code = graphErrorBehind(error)?.code
      // 24: not found (yet). 100: no such object, or, at Threads, a post that has no status any more.
      if (code === 24 || code === 100) return 'UNKNOWN'
      throw error
    }
  }

  async #make({ session, signal }: PrepareOrder, params: Params): Promise<string> {
    const path = `/${session.remoteId}/${this.#edge}`
    const made = await this.#api.read(idSchema, {
      session,
      method: 'POST',
      path,
      params,
      timeoutMs: 60_000,
      signal,
    })
    return made.id
  }

  async #ending({ session, signal }: PrepareOrder, { id, at }: Made): Promise<Ending> {
    for (let look = 0; look < looksMax; look += 1) {
      const status = await this.status(session, id, signal)
      if (status === 'FINISHED' || status === 'PUBLISHED') return 'ready'
      if (status === 'ERROR') return 'refused'
      const isGone = status === 'UNKNOWN' && this.#clock() - at > spreadingMs
      if (isGone || status === 'EXPIRED') return 'vanished'
      await wait(Math.min(250 * 2 ** look, 5000), undefined, { signal })
    }
    throw new PublishError({
      kind: 'not_sent',
      code: 'not_ready',
      detail: `${this.#api.name} is still working on the post. It is tried again.`,
    })
  }
}

type Params = Readonly<Record<string, string | undefined>>
type Made = { readonly id: string; readonly at: Instant }
type Ending = 'ready' | 'refused' | 'vanished'

/** A day, with room for the post itself. */
const containersLastMs = 23 * 3_600_000
/** Meta speaks of half a minute; what is not to be seen after this never will be. */
const spreadingMs = 10 * 60_000
/** About a minute. */
const looksMax = 15
