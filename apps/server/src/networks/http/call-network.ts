import type { NetworkEnvironment } from '../network-environment.ts'
import type { PublishError } from '../publish-error.ts'
import type { NetworkAnswer } from './network-answer.ts'
import type { NetworkCall } from './network-client.ts'
import { type CallFacts, errorFromAnswer, errorFromSilence } from './publish-error-from.ts'

export interface ApiCall extends NetworkCall {
  /** The call that makes the post visible: what is not clear about it is lost. */
  readonly commits?: boolean
}

/** How a network is called, and what its answers mean that are no success. */
export interface CalledNetwork {
  /** As people call it. */
  readonly name: string
  /** What the network's own words mean; undefined: what all networks mean by the status. */
  readonly errorOf: (answer: NetworkAnswer, facts: CallFacts) => PublishError | undefined
}

/** Calls a network; throws a `PublishError` for silence, and for every answer that is no success in JSON. */
export async function callNetwork(
  { client, clock }: Pick<NetworkEnvironment, 'client' | 'clock'>,
  { name, errorOf }: CalledNetwork,
  { commits = false, ...call }: ApiCall,
): Promise<NetworkAnswer> {
  const facts = { name, commits, now: clock() }
  let answer: NetworkAnswer
  try {
    answer = await client.call(call)
  } catch (error) {
    throw errorFromSilence(error, facts)
  }
  const known = errorOf(answer, facts)
  if (known !== undefined) throw known
  if (answer.isSuccess && answer.json !== undefined) return answer
  throw errorFromAnswer(answer, facts)
}
