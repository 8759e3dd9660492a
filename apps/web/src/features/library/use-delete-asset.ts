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
  return (asset) =>
    remove.mutate(asset.id, {
      onError: explain,
      onSuccess: () => {
        toast({
          title: 'Picture deleted',
          action: {
            label: 'Undo',
            onPress: () => restore.mutate(asset.id, { onError: explain }),
          },
        })
      },
    })
}
