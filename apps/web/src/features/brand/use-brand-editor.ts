import type { Brand, BrandChange } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { hasCode } from '../../api/api-error.ts'
import { brandsQuery, useChangeBrand } from '../../api/brands.ts'
import { type Saving, useAutosave } from '../../api/use-autosave.ts'
import { type BrandEdit, changeBack, collides, viewOf } from './brand-edit.ts'

export interface BrandEditor {
  /** The brand with what is being typed already in it. */
  readonly view: Brand
  readonly saving: Saving<BrandChange>
  readonly edit: (change: BrandEdit) => void
  /** Takes back the last edit made on this page; `undefined` when there is none. */
  readonly undo: (() => void) | undefined
}

/** Edits a brand in place: shown at once, saved soon after, every edit can be taken back. */
export function useBrandEditor(brand: Brand): BrandEditor {
  const { id: workspaceId } = useWorkspace()
  const client = useQueryClient()
  const changeBrand = useChangeBrand()
  const [unsaved, setUnsaved] = useState<BrandEdit>({})
  const [kept, setKept] = useState(brand)
  const [steps, setSteps] = useState<readonly BrandEdit[]>([])
  const base = useRef(brand)
  const lastField = useRef('')

  const saving = useAutosave<BrandEdit>(async (change) => {
    const saved = await save(change, base.current)
    base.current = saved
    setKept(saved)
    setUnsaved((known) => without(known, change))
  })

  /** Somebody else's edit of another field does not stand in the way of this one. */
  async function save(change: BrandEdit, from: Brand): Promise<Brand> {
    const revision = from.revision
    try {
      return await changeBrand.mutateAsync({ brandId: from.id, change: { ...change, revision } })
    } catch (error) {
      if (!hasCode(error, 'edited_elsewhere')) throw error
      const present = await readBrand(from.id)
      if (present === undefined || collides(change, from, present)) throw error
      return changeBrand.mutateAsync({
        brandId: from.id,
        change: { ...change, revision: present.revision },
      })
    }
  }

  async function readBrand(brandId: string): Promise<Brand | undefined> {
    const brands = await client.fetchQuery({ ...brandsQuery(workspaceId), staleTime: 0 })
    return brands.find((other) => other.id === brandId)
  }

  // The list of brands hears of a save a moment later: until then its value would stand here again,
  // and take the box one is typing in away with it.
  const present = kept.revision > brand.revision ? kept : brand
  const view = viewOf(present, unsaved)

  function apply(change: BrandEdit): void {
    if (saving.state === 'clean' || saving.state === 'saved') base.current = present
    setUnsaved((known) => ({ ...known, ...change }))
    saving.change(change)
  }

  function edit(change: BrandEdit): void {
    const field = Object.keys(change).join()
    const isTyping = field === lastField.current && saving.state === 'waiting'
    lastField.current = field
    if (!isTyping) setSteps((known) => [...known.slice(-49), changeBack(view, change)])
    apply(change)
  }

  function undo(): void {
    const step = steps.at(-1)
    if (step === undefined) return
    lastField.current = ''
    setSteps(steps.slice(0, -1))
    apply(step)
  }

  return { view, saving, edit, undo: steps.length === 0 ? undefined : undo }
}

/** What is still unsaved once `saved` is: fields edited again meanwhile stay. */
function without(unsaved: BrandEdit, saved: BrandEdit): BrandEdit {
  const kept = Object.entries(unsaved).filter(
    ([field, value]) => saved[field as keyof BrandEdit] !== value,
  )
  return Object.fromEntries(kept) as BrandEdit
}
