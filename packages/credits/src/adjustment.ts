import type { Actor } from './actor.ts'
import type { Credits } from './credits.ts'
import type { Instant } from './instant.ts'

/** Credits of one grant that were taken away before their end, by a person's decision. */
export interface Adjustment {
  readonly id: string
  readonly accountId: string
  readonly grantId: string
  readonly credits: Credits
  readonly reason: string
  readonly actor: Actor
  readonly at: Instant
}
