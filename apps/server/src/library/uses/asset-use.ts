import type { AssetUse } from '@rheos/contract'
import type { Statements } from '../../db/database.ts'

/**
 * Where pictures are used by one sort of thing: one statement for all of them, by an index, and at most
 * `usesMax` uses. Each sort has its file here and its place in `find-uses.ts`.
 */
export type UseQuery = (
  db: Statements,
  workspaceId: string,
  assetIds: readonly string[],
) => Promise<readonly AssetUse[]>

export const usesMax = 200
