import type { Transaction } from '../db/database.ts'
import type { PostRecord } from './post-view.ts'

export const postChannel = 'post'

/** What open pages are told of a post that changed. */
export interface PostNews {
  readonly workspaceId: string
  readonly id: string
  readonly revision: number
  readonly by: string
}

/** Tells every process, at commit, that a post was changed and by whom. */
export async function announcePost(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, id, revision }: PostRecord,
  by: string,
): Promise<void> {
  const news: PostNews = { workspaceId, id, revision, by }
  await tx.query('select pg_notify($1, $2)', [postChannel, JSON.stringify(news)])
}
