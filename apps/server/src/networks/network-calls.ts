import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { NetworkAnswer } from './http/network-answer.ts'
import type { NetworkCall, NetworkClient } from './http/network-client.ts'
import { errorFromSilence } from './http/publish-error-from.ts'
import { PublishError } from './publish-error.ts'

/** What is known of a call that was not answered well. */
export interface CallFacts {
  readonly name: string
  /** The call makes the post visible: then what is not clear is lost. */
  readonly commits: boolean
  readonly now: number
}

/** Calls to one network: what comes back is a success, or a {@link PublishError} that says why not. */
export class NetworkCalls {
  readonly #client: NetworkClient
  readonly #clock: Clock
  readonly #name: string
  readonly #errorFrom: (answer: NetworkAnswer, facts: CallFacts) => PublishError

  constructor(settings: {
    readonly client: NetworkClient
    readonly clock: Clock
    /** As people call it. */
    readonly name: string
    /** What an answer that is no success means. */
    readonly errorFrom: (answer: NetworkAnswer, facts: CallFacts) => PublishError
  }) {
    this.#client = settings.client
    this.#clock = settings.clock
    this.#name = settings.name
    this.#errorFrom = settings.errorFrom
  }

  async answer(call: NetworkCall, { commits = false } = {}): Promise<NetworkAnswer> {
    const facts = { name: this.#name, commits, now: this.#clock() }
    const answer = await this.#client.call(call).catch((error: unknown) => {
      throw errorFromSilence(error, facts)
    })
    if (!answer.isSuccess) throw this.#errorFrom(answer, facts)
    return answer
  }

  /** The answer in the shape that the network documents; of another one nothing can be told. */
  async read<S extends z.ZodType>(
    schema: S,
    call: NetworkCall,
    { commits = false } = {},
  ): Promise<z.output<S>> {
    const answer = await this.answer(call, { commits })
    const read = schema.safeParse(answer.json)
    if (read.success) return read.data
    throw new PublishError({
      kind: commits ? 'lost' : 'not_sent',
      code: commits ? 'answer_lost' : 'network_unexpected',
      detail: commits
        ? `${this.#name} gave no clear answer.`
        : `${this.#name} answered in an unknown way. It is tried again.`,
      requestId: answer.requestId,
      cause: read.error,
    })
  }
}
