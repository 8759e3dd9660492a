import type { Draft } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useDeleteDraft, useRestoreDraft } from '../../api/drafts.ts'
import { toast } from '../../ui/toast.ts'

/** Deletes a draft at once and offers to take that back; answers whether it is gone. */
export function useDeleteWithUndo(): (draft: Draft) => Promise<boolean> {
  const remove = useDeleteDraft()
  const restore = useRestoreDraft()
  const explain = (error: unknown): void => {
    toast({ title: problemFrom(error).detail, tone: 'danger' })
  }
  return async (draft) => {
    try {
      await remove.mutateAsync(draft.id)
    } catch (error) {
      explain(error)
      return false
    }
    toast({
      title: draft.state === 'idea' ? 'Idea deleted' : 'Draft deleted',
      action: {
        label: 'Undo',
        onPress: () => void restore.mutateAsync(draft.id).catch(explain),
      },
    })
    return true
  }
}
