import type { Trace } from '../world/trace.ts'
import type { Answer, Asked, AskedType } from './asked.ts'

/** Of what was asked without an answer: whether it was done, if that is known. */
export type Failure = 'unknown' | 'undone' | 'unwritable'

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

  answer<T extends AskedType>(call: Call<T>, answer: Answer<T>): void {
    this.#end(call)
    call.answer = answer
    this.#trace.write(() => `${call.client} hears ${JSON.stringify(answer)}  <- ${nameOf(call)}`)
  }

  fail<T extends AskedType>(call: Call<T>, failure: Failure, error: unknown): void {
    this.#end(call)
    call.failure = failure
    this.#trace.write(() => `${call.client} meets ${error}  <- ${nameOf(call)}`)
  }

  shock<T extends AskedType>(call: Call<T>, error: unknown): void {
    this.fail(call, 'unknown', error)
    this.shocks.push(`${nameOf(call)}: ${error}`)
  }

  #end<T extends AskedType>(call: Call<T>): void {
    this.#events += 1
    call.endedAt = this.#events
  }
}

function nameOf({ asked, instance }: Pick<Call<never>, 'instance'> & { asked: object }): string {
  const { type, operationId = '' } = asked as { type: string; operationId?: string }
  return `${type} ${operationId} at ${instance}`
}
