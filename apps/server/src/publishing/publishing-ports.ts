import type { Network } from '@rheos/contract'
import type { FrozenMedia } from '../db/publishing-tables.ts'
import type { Json, MediaFile, Session } from '../networks/network-adapter.ts'
import type { PublishError } from '../networks/publish-error.ts'
import type { FrozenPost } from './frozen-post.ts'

/** Opens an account for publishing. Throws a `PublishError` of kind `account` when a person has to connect it again. */
export interface Sessions {
  open(workspaceId: string, socialAccountId: string): Promise<Session>
  /** The network refused the account in the middle of a call: its tokens may have ended early. */
  refused(
    account: RefusedAccount,
    failure: Pick<PublishError, 'code' | 'detail'>,
  ): Promise<AfterRefusal>
}

/**
 * `renewed`: it may be tried again at once. `unclear`: nobody can renew it just now. `lost`: a person has
 * to connect it.
 */
export type AfterRefusal = 'renewed' | 'unclear' | 'lost'

export interface RefusedAccount {
  readonly workspaceId: string
  readonly socialAccountId: string
  /** What the network refused; absent where the account could not even be opened. */
  readonly credentials: Json | undefined
}

/** Makes of a post what one network gets. Throws a `Refusal` with what is wrong when it is not ready. */
export type Freeze = (order: {
  readonly workspaceId: string
  readonly postId: string
  readonly network: Network
  readonly watermark: boolean
}) => Promise<FrozenPost>

/** A frozen file as an adapter takes it. */
export type OpenMedia = (workspaceId: string, media: FrozenMedia) => MediaFile
