import type { Entity } from '../entities/find-entities.ts'
import type { Fix } from '../fixes/fix.ts'
import type { NetworkLimits } from '../limits/network-limits.ts'
import type { Network } from '../networks.ts'
import type { PostFacts } from '../post-facts.ts'
import { type CheckCode, checkCatalogue, type Severity } from './catalogue.ts'

/** One thing that is wrong with a post for one network, said for people, with what would mend it. */
export interface Finding {
  readonly code: CheckCode
  readonly severity: Severity
  readonly network: Network
  readonly message: string
  /** Which part of the thread, from 0, and which of the media. */
  readonly part?: number
  readonly media?: number
  readonly assetId?: string
  readonly fixes: readonly Fix[]
}

/** What a check looks at. */
export interface Checked {
  readonly post: PostFacts
  readonly limits: NetworkLimits
  /** The links, hashtags and mentions of each part, found once for all checks. */
  readonly entities: readonly (readonly Entity[])[]
}

export type Check = (checked: Checked) => readonly Finding[]

/** A finding of this code, as severe as the catalogue says. */
export function finding(
  limits: NetworkLimits,
  code: CheckCode,
  message: string,
  more: Partial<Pick<Finding, 'part' | 'media' | 'assetId' | 'fixes'>> = {},
): Finding {
  return {
    code,
    severity: checkCatalogue[code],
    network: limits.network,
    message,
    fixes: [],
    ...more,
  }
}
