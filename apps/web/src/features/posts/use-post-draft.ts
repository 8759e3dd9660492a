import type { Post } from '@rheos/contract'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { useChangePost } from '../../api/posts.ts'
import { useFlushOnLeaving } from '../../api/use-autosave.ts'
import { toast } from '../../ui/toast.ts'
import { deviceEdits } from './device-edits.ts'
import { type DraftView, PostDraft } from './post-draft.ts'
import { type FieldName, type FieldValue, readField } from './post-fields.ts'

/** A post under the hands of this page, for as long as it is open. `post` is the server's newest. */
export function usePostDraft(post: Post): PostDraft {
  const { id: workspaceId } = useWorkspace()
  const changePost = useChangePost()
  const send = useRef(changePost.mutateAsync)
  useEffect(() => {
    send.current = changePost.mutateAsync
  })
  const [draft] = useState(
    () =>
      new PostDraft({
        post,
        kept: deviceEdits(workspaceId, post.id),
        now: () => Date.now(),
        send: (change) => send.current({ postId: post.id, change }),
      }),
  )
  useFlushOnLeaving(draft, true)
  useEffect(() => {
    void draft
      .takeOver()
      .then((found) => {
        if (found) toast({ title: 'Text that was not saved last time is back', id: 'taken-over' })
      })
      .catch(() => undefined)
  }, [draft])
  useEffect(() => draft.hear(post), [draft, post])
  useEffect(() => () => draft.close(), [draft])
  return draft
}

/** One field: stays the same while others are edited. */
export function useField<Name extends FieldName>(draft: PostDraft, name: Name): FieldValue<Name> {
  return useSyncExternalStore(draft.subscribe, () => readField(draft.post, name))
}

/** Anything of the draft that keeps its identity while it does not change. */
export function useOfDraft<Part>(draft: PostDraft, read: (view: DraftView) => Part): Part {
  return useSyncExternalStore(draft.subscribe, () => read(draft.view))
}
