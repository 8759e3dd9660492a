import type { FrozenContent } from '../db/publishing-tables.ts'

/** A post as one network gets it, complete: what is sent is this, whatever is edited afterwards. */
export interface FrozenPost {
  /** Of the post that it was made of. */
  readonly postRevision: number
  /** Whether its media carry the mark, as the plan was when they were made. */
  readonly watermark: boolean
  /** The same for the same targets. */
  readonly contentHash: string
  /** The post, then the answers of its thread, then the first comment. */
  readonly targets: readonly {
    readonly kind: 'post' | 'reply' | 'comment'
    readonly content: FrozenContent
  }[]
}
