import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { newPressId } from '../../api/press-id.ts'
import { keys } from '../../api/query-keys.ts'
import { UploadQueue } from '../../api/upload-queue.ts'

/** Uploads go on while one looks at other pages: their queue lives as long as what the page has read. */
const queues = new WeakMap<QueryClient, Map<string, UploadQueue>>()

/** The files on their way into the library of this workspace. */
export function useUploads(): UploadQueue {
  const client = useQueryClient()
  const { id } = useWorkspace()
  const queue = queueOf(client, id)
  useSyncExternalStore(queue.subscribe, () => queue.rows)
  return queue
}

function queueOf(client: QueryClient, workspaceId: string): UploadQueue {
  const known = queues.get(client) ?? new Map<string, UploadQueue>()
  queues.set(client, known)
  const queue = known.get(workspaceId) ?? newQueue(client, workspaceId)
  known.set(workspaceId, queue)
  return queue
}

function newQueue(client: QueryClient, workspaceId: string): UploadQueue {
  return new UploadQueue({
    workspaceId,
    newKey: newPressId,
    onStored: () => {
      void client.invalidateQueries({ queryKey: keys.assets(workspaceId) })
      void client.invalidateQueries({ queryKey: keys.folders(workspaceId) })
    },
  })
}
