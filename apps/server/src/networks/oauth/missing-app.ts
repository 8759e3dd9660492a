import type { Network } from '@rheos/contract'
import type { NetworkAppSettings } from '../../config.ts'
import { PublishError } from '../publish-error.ts'

/** Null where the keys are set; else which settings are missing. */
export function missingApp(network: Network, app: NetworkAppSettings | undefined): string | null {
  const prefix = network.toUpperCase()
  return app === undefined
    ? `Set ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET to connect it.`
    : null
}

/** The keys; throws a {@link PublishError} where none are set. */
export function presentApp(
  network: Network,
  app: NetworkAppSettings | undefined,
): NetworkAppSettings {
  if (app !== undefined) return app
  throw new PublishError({
    kind: 'account',
    code: 'permission_missing',
    detail: missingApp(network, app) ?? '',
  })
}
