import type { Asset } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useDeleteAsset, useRestoreAsset } from '../../api/assets.ts'
import { toast } from '../../ui/toast.ts'

/** Deletes a picture at once and offers to take that back. */
export function useDeleteWithUndo(): (asset: Asset) => void {
  const remove = useDeleteAsset()
  const restore = useRestoreAsset()
  const explain = (error: unknown): void => {
    toast({ title: problemFrom(error).detail, tone: 'danger' })
  }
  // Promises, not callbacks: what is deleted from is often gone from the page before the answer.
  return (asset) =>
    void remove
      .mutateAsync(asset.id)
      .then(() =>
        toast({
          title: 'Picture deleted',
          action: {
            label: 'Undo',
            onPress: () => void restore.mutateAsync(asset.id).catch(explain),
          },
        }),
      )
      .catch(explain)
}
