import type { Carousel, CarouselChange, Slide } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { hasCode } from '../../api/api-error.ts'
import { useChangeCarousel } from '../../api/carousels.ts'
import { keys } from '../../api/query-keys.ts'
import { request } from '../../api/request.ts'
import { type Saving, useAutosave } from '../../api/use-autosave.ts'

type CarouselEdit = Pick<CarouselChange, 'title' | 'look' | 'slides' | 'brandId'>

export interface CarouselEditing {
  /** The carousel with what is being typed already in it. */
  readonly view: Carousel
  readonly saving: Saving<CarouselEdit>
  readonly edit: (change: CarouselEdit) => void
  readonly setSlides: (slides: readonly Slide[]) => void
  /** The version somebody else saved meanwhile, when the two cannot both stand. */
  readonly theirs: Carousel | undefined
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/** Edits a carousel; when it was edited elsewhere meanwhile, the person decides which one stands. */
export function useCarouselEditor(carousel: Carousel): CarouselEditing {
  const { id: workspaceId } = useWorkspace()
  const client = useQueryClient()
  const change = useChangeCarousel()
  const [view, setView] = useState(carousel)
  const [theirs, setTheirs] = useState<Carousel>()
  const revision = useRef(carousel.revision)

  const saving = useAutosave<CarouselEdit>(async (edits) => {
    try {
      const body = { ...edits, revision: revision.current }
      const saved = await change.mutateAsync({ carouselId: carousel.id, change: body })
      revision.current = saved.revision
    } catch (error) {
      if (hasCode(error, 'edited_elsewhere')) setTheirs(await readAgain())
      throw error
    }
  })

  function readAgain(): Promise<Carousel> {
    return request<Carousel>(`/workspaces/${workspaceId}/carousels/${carousel.id}`)
  }

  function edit(edits: CarouselEdit): void {
    setView((known) => ({ ...known, ...edits }) as Carousel)
    saving.change(edits)
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
    client.setQueryData(keys.carousel(workspaceId, carousel.id), theirs)
    saving.drop()
    setView(theirs)
    setTheirs(undefined)
  }

  return {
    ...{ view, saving, edit, theirs, keepMine, takeTheirs },
    setSlides: (slides) => edit({ slides: [...slides] }),
  }
}
