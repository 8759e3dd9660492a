import type { Trace } from '../world/trace.ts'
import type { Answer, Asked, AskedType } from './asked.ts'
import type { Failure, Reply } from './instance.ts'

/** One question to one process. `askedAt` and `endedAt` count what happened before, everywhere. */
export interface Call<T extends AskedType = AskedType> {
  readonly asked: Asked<T>
  readonly client: string
  readonly instance: string
  readonly askedAt: number
  endedAt: number
  answer?: Answer<T> | undefined
  failure?: Failure
}

/** A call that got its answer. */
export type Answered<T extends AskedType> = Call<T> & { readonly answer: Answer<T> }

/** Everything that was asked, answered and lost, in the order in which it happened. */
export class History {
  readonly calls: Call[] = []
  /** What no caller should ever meet. */
  readonly shocks: string[] = []
  readonly #trace: Trace
  #events = 0

  constructor(trace: Trace) {
    this.#trace = trace
  }

  ask<T extends AskedType>(client: string, instance: string, asked: Asked<T>): Call<T> {
    this.#events += 1
    const call: Call<T> = { client, instance, asked, askedAt: this.#events, endedAt: Infinity }
    this.calls.push(call as unknown as Call)
    this.#trace.write(() => `${client} asks ${instance} ${JSON.stringify(asked)}`)
    return call
  }

  hear<T extends AskedType>(call: Call<T>, reply: Reply<T>): void {
    this.#events += 1
    call.endedAt = this.#events
    if (reply.kind === 'answered') {
      call.answer = reply.answer
      this.#trace.write(
        () => `${call.client} hears ${JSON.stringify(reply.answer)}  <- ${of(call)}`,
      )
      return
    }
    call.failure = reply.kind === 'failed' ? reply.failure : 'unknown'
    if (reply.kind === 'shocked') this.shocks.push(`${of(call)}: ${reply.error}`)
    this.#trace.write(() => `${call.client} meets ${reply.error}  <- ${of(call)}`)
  }
}

function of({ asked, instance }: Pick<Call<never>, 'instance'> & { asked: object }): string {
  const { type, operationId = '' } = asked as { type: string; operationId?: string }
  return `${type} ${operationId} at ${instance}`
}
