import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { lastingStep } from '../lasting-step.ts'
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

  /** Makes one, or takes up what an earlier preparation made, and waits until it can be published. */
  async ready(
    order: PrepareOrder,
    name: string,
    params: () => Promise<Readonly<Record<string, string | undefined>>>,
  ): Promise<string> {
    const { session, signal } = order
    const { value: id } = await lastingStep(order, {
      name,
      clock: this.#clock,
      lastsMs: containersLastMs,
      make: async () => {
        const made = await this.#api.read(idSchema, {
          session,
          method: 'POST',
          path: `/${session.remoteId}/${this.#edge}`,
          params: await params(),
          timeoutMs: 60_000,
          signal,
        })
        return made.id
      },
      isUsable: async (made, ageMs) => {
        const status = await this.status(session, made, signal)
        if (status === 'UNKNOWN') return ageMs < spreadingMs
        return status !== 'ERROR' && status !== 'EXPIRED'
      },
    })
    await this.#finished(session, id, signal)
    return id
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

  async #finished(session: Session, id: string, signal: AbortSignal): Promise<void> {
    const { name } = this.#api
    for (let look = 0; look < looksMax; look += 1) {
      const status = await this.status(session, id, signal)
      if (status === 'FINISHED' || status === 'PUBLISHED') return
      if (status === 'ERROR' || status === 'EXPIRED')
        throw new PublishError({
          kind: 'rejected',
          code: 'media_refused',
          detail: `${name} could not work with the picture or video: choose another one.`,
        })
      await wait(Math.min(250 * 2 ** look, 5000), undefined, { signal })
    }
    throw new PublishError({
      kind: 'not_sent',
      code: 'not_ready',
      detail: `${name} is still working on the post. It is tried again.`,
    })
  }
}

/** A day, with room for the post itself. */
const containersLastMs = 23 * 3_600_000
/** Meta speaks of half a minute; what is not to be seen after this never will be. */
const spreadingMs = 10 * 60_000
/** About a minute. */
const looksMax = 15
