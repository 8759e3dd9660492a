import { PublishError } from '../publish-error.ts'

/** The code that the network gave the person to bring back. Throws a {@link PublishError} when it said no. */
export function grantedCode(name: string, query: Readonly<Record<string, string>>): string {
  const { code, error, error_description: description, error_message: message } = query
  if (code !== undefined && error === undefined) return code
  const reason = description ?? message ?? error
  const isDenied = error === 'access_denied' || error?.startsWith('user_cancelled') === true
  throw new PublishError({
    kind: 'account',
    code: 'permission_missing',
    detail: isDenied
      ? `${name} was not allowed to connect. Try again and allow it.`
      : `${name} did not connect the account${reason === undefined ? '' : `: ${reason.slice(0, 200)}`}.`,
  })
}
