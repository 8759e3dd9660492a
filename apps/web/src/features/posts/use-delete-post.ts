import type { Post } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useDeletePost, useRestorePost } from '../../api/posts.ts'
import { toast } from '../../ui/toast.ts'

/** Deletes a draft at once and offers to take that back; answers whether it is gone. */
export function useDeleteWithUndo(): (post: Post) => Promise<boolean> {
  const remove = useDeletePost()
  const restore = useRestorePost()
  const explain = (error: unknown): void => {
    toast({ title: problemFrom(error).detail, tone: 'danger' })
  }
  return async (post) => {
    try {
      await remove.mutateAsync(post.id)
    } catch (error) {
      explain(error)
      return false
    }
    toast({
      title: post.state === 'idea' ? 'Idea deleted' : 'Draft deleted',
      action: {
        label: 'Undo',
        onPress: () => void restore.mutateAsync(post.id).catch(explain),
      },
    })
    return true
  }
}
