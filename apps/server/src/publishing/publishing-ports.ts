import type { Network } from '@rheos/contract'
import type { FrozenMedia } from '../db/publishing-tables.ts'
import type { MediaFile, Session } from '../networks/network-adapter.ts'
import type { PublishError } from '../networks/publish-error.ts'
import type { FrozenPost } from './frozen-post.ts'

/** Opens an account for publishing. Throws a `PublishError` of kind `account` when a person has to connect it again. */
export interface Sessions {
  open(workspaceId: string, socialAccountId: string): Promise<Session>
  /**
   * The network refused the account in the middle of a call. True: its tokens were renewed, and it may
   * be tried again at once; false: a person has to connect it.
   */
  refused(
    workspaceId: string,
    socialAccountId: string,
    failure: Pick<PublishError, 'code' | 'detail'>,
  ): Promise<boolean>
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
