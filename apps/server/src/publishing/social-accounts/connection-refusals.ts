import type { CredentialsConnector, OauthConnector } from '../../networks/network-adapter.ts'
import { PublishError } from '../../networks/publish-error.ts'
import { Refusal } from '../../refusal.ts'

/** What the network asks for, all of it filled in. */
export function givenFields(
  { fields }: OauthConnector | CredentialsConnector,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const wanted: Record<string, string> = {}
  for (const { name, label } of fields) {
    const value = given[name]?.trim() ?? ''
    if (value === '') throw new Refusal('invalid_request', `Fill in “${label}”.`)
    wanted[name] = value
  }
  return wanted
}

/** What a network says about what a person filled in is said to that person. */
export async function asRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PublishError) throw new Refusal('connection_failed', error.detail)
    throw error
  }
}

export function denied(error: string): Refusal {
  return new Refusal(
    'connection_failed',
    error === 'access_denied'
      ? 'You did not allow it at the network, so nothing was connected.'
      : 'The network did not let us connect: try again, or later.',
  )
}

export function nothingFound(): Refusal {
  return new Refusal(
    'connection_failed',
    'The network let us see nothing that can be published to: allow at least one page or account there.',
  )
}
