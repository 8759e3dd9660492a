import type { Database } from '../../db/database.ts'
import { frozenFolder } from './frozen-file.ts'

/** Where the files lie that a post on its way still needs, whatever became of their assets. */
export async function neededFolders(
  { pool }: Pick<Database, 'pool'>,
  workspaceId: string,
): Promise<string[]> {
  const { rows } = await pool.query<{ asset_id: string }>(
    `select distinct media ->> 'assetId' as asset_id
     from studio.deliveries as delivery
     join studio.delivery_targets as target
       on target.workspace_id = delivery.workspace_id and target.delivery_id = delivery.id,
       jsonb_array_elements(target.content -> 'media') as media
     where delivery.workspace_id = $1 and delivery.state not in ('published', 'dropped')`,
    [workspaceId],
  )
  return rows.map((row) => frozenFolder(workspaceId, row.asset_id))
}
