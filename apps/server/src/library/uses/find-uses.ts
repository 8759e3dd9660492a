import type { AssetUse } from '@rheos/contract'
import type { Statements } from '../../db/database.ts'
import type { UseQuery } from './asset-use.ts'
import { usedAsLogo } from './used-as-logo.ts'
import { usedByCarousels } from './used-by-carousels.ts'
import { usedByPosts } from './used-by-posts.ts'

/** All that can use a picture. */
const useQueries: readonly UseQuery[] = [usedByPosts, usedByCarousels, usedAsLogo]

/** Where these pictures are used. */
export async function findUses(
  db: Statements,
  workspaceId: string,
  assetIds: readonly string[],
): Promise<AssetUse[]> {
  if (assetIds.length === 0) return []
  const found = await Promise.all(useQueries.map((query) => query(db, workspaceId, assetIds)))
  return found.flat()
}
