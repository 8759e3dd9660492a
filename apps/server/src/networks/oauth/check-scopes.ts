import { PublishError } from '../publish-error.ts'

/** Throws a {@link PublishError} when the person did not allow all that is needed. */
export function checkScopes(
  name: string,
  granted: readonly string[],
  required: readonly string[],
): void {
  const missing = required.find((scope) => !granted.includes(scope))
  if (missing !== undefined)
    throw new PublishError({
      kind: 'account',
      code: 'permission_missing',
      detail: `${name} did not allow everything that is needed (${missing}): connect it again and allow it.`,
    })
}
