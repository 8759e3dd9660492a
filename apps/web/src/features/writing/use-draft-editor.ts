import type { Draft, DraftChange } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { hasCode } from '../../api/api-error.ts'
import { useChangeDraft } from '../../api/drafts.ts'
import { keys } from '../../api/query-keys.ts'
import { request } from '../../api/request.ts'
import { type Saving, useAutosave } from '../../api/use-autosave.ts'

export type DraftEdit = Omit<DraftChange, 'revision'>

export interface DraftEditor {
  /** The draft with what is being typed already in it. */
  readonly view: Draft
  readonly saving: Saving<DraftEdit>
  readonly edit: (change: DraftEdit) => void
  /** The version somebody else saved meanwhile, when the two cannot both stand. */
  readonly theirs: Draft | undefined
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/** Edits a draft; when it was edited elsewhere meanwhile, the person decides which one stands. */
export function useDraftEditor(draft: Draft): DraftEditor {
  const { id: workspaceId } = useWorkspace()
  const client = useQueryClient()
  const changeDraft = useChangeDraft()
  const [view, setView] = useState(draft)
  const [theirs, setTheirs] = useState<Draft>()
  const revision = useRef(draft.revision)

  const saving = useAutosave<DraftEdit>(async (change) => {
    try {
      const body = { ...change, revision: revision.current }
      const saved = await changeDraft.mutateAsync({ draftId: draft.id, change: body })
      revision.current = saved.revision
      setView((known) => ({ ...saved, title: known.title, body: known.body }))
    } catch (error) {
      if (hasCode(error, 'edited_elsewhere')) setTheirs(await readAgain())
      throw error
    }
  })

  function readAgain(): Promise<Draft> {
    return request<Draft>(`/workspaces/${workspaceId}/drafts/${draft.id}`)
  }

  function edit(change: DraftEdit): void {
    setView((known) => ({ ...known, ...change }) as Draft)
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
    client.setQueryData(keys.draft(workspaceId, draft.id), theirs)
    saving.drop()
    setView(theirs)
    setTheirs(undefined)
  }

  return { view, saving, edit, theirs, keepMine, takeTheirs }
}
