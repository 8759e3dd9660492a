import { createHash } from 'node:crypto'
import type { Actor } from '@rheos/credits'

/** Always the same for a number, so that every process knows it; of no order, as in the product. */
export function workspaceId(workspace: number): string {
  return uuidOf(`workspace ${workspace}`)
}

/** Somebody in the workspace, for one of its brands. */
export function actorIn(workspace: number): Actor {
  return { memberId: uuidOf(`member ${workspace}`), brandId: uuidOf(`brand ${workspace}`) }
}

function uuidOf(name: string): string {
  const hex = createHash('md5').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}
