import type { Generation } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { applyGenerationEvent, isOpen, useGeneration } from '../../api/generations.ts'

/** A generation of a list, followed while it is under way; its end brings the rest up to date. */
export function useLiveGeneration(listed: Generation): Generation {
  const { id: workspaceId } = useWorkspace()
  const client = useQueryClient()
  const open = isOpen(listed.status)
  const live = useGeneration(open ? listed.id : undefined).data
  const ended = open && live !== undefined && !isOpen(live.status)
  // Events normally say so first; this is for when they do not come.
  useEffect(() => {
    if (ended) applyGenerationEvent(client, workspaceId, live)
  }, [ended, live, client, workspaceId])
  return live ?? listed
}
