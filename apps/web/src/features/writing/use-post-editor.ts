import type { Post, PostChange } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { hasCode } from '../../api/api-error.ts'
import { useChangePost } from '../../api/posts.ts'
import { keys } from '../../api/query-keys.ts'
import { request } from '../../api/request.ts'
import { type Saving, useAutosave } from '../../api/use-autosave.ts'

export type PostEdit = Omit<PostChange, 'revision'>

export interface PostEditor {
  /** The draft with what is being typed already in it. */
  readonly view: Post
  readonly saving: Saving<PostEdit>
  readonly edit: (change: PostEdit) => void
  /** The version somebody else saved meanwhile, when the two cannot both stand. */
  readonly theirs: Post | undefined
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/** Edits a draft; when it was edited elsewhere meanwhile, the person decides which one stands. */
export function usePostEditor(post: Post): PostEditor {
  const { id: workspaceId } = useWorkspace()
  const client = useQueryClient()
  const changePost = useChangePost()
  const [view, setView] = useState(post)
  const [theirs, setTheirs] = useState<Post>()
  const revision = useRef(post.revision)

  const saving = useAutosave<PostEdit>(async (change) => {
    try {
      const body = { ...change, revision: revision.current }
      const saved = await changePost.mutateAsync({ postId: post.id, change: body })
      revision.current = saved.revision
      setView((known) => ({ ...saved, title: known.title, body: known.body }))
    } catch (error) {
      if (hasCode(error, 'edited_elsewhere')) setTheirs(await readAgain())
      throw error
    }
  })

  function readAgain(): Promise<Post> {
    return request<Post>(`/workspaces/${workspaceId}/posts/${post.id}`)
  }

  function edit(change: PostEdit): void {
    setView((known) => ({ ...known, ...change }) as Post)
    saving.change(change)
  }

  function keepMine(): void {
    if (theirs === undefined) return
    revision.current = theirs.revision
    setTheirs(undefined)
    void saving.flush()
  }

  function takeTheirs(): void {
    if (theirs === undefined) return
    revision.current = theirs.revision
    client.setQueryData(keys.post(workspaceId, post.id), theirs)
    saving.drop()
    setView(theirs)
    setTheirs(undefined)
  }

  return { view, saving, edit, theirs, keepMine, takeTheirs }
}
