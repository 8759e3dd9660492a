import type { Brand } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Pin, PinOff, Plus, Trash2 } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useChangeBrand, useDeleteBrand, useRestoreBrand } from '../../api/brands.ts'
import { chooseBrand } from '../../api/current-brand.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'

/** What can be done with the brand as a whole. */
export function BrandMenu({ brand }: { readonly brand: Brand }) {
  const navigate = useNavigate()
  const change = useChangeBrand()
  const remove = useDeleteBrand()
  const restore = useRestoreBrand()

  function explain(error: unknown): void {
    toast({ title: problemFrom(error).detail, tone: 'danger' })
  }

  function pin(): void {
    const to = { pinned: !brand.pinned }
    change.mutate({ brandId: brand.id, change: to }, { onError: explain })
  }

  function takeBack(): void {
    restore
      .mutateAsync(brand.id)
      .then(() => chooseBrand(brand.id))
      .catch(explain)
  }

  async function removeWithUndo(): Promise<void> {
    try {
      await remove.mutateAsync(brand.id)
      toast({
        title: `${brand.name || 'The brand'} was deleted`,
        description: 'Its posts and pictures stay.',
        action: { label: 'Undo', onPress: takeBack },
      })
    } catch (error) {
      explain(error)
    }
  }

  return (
    <Menu trigger={<Button aria-label="More" icon={<Ellipsis size={16} aria-hidden="true" />} />}>
      <MenuItem icon={brand.pinned ? <PinOff size={16} /> : <Pin size={16} />} onSelect={pin}>
        {brand.pinned ? 'Unpin' : 'Pin to the top'}
      </MenuItem>
      <MenuItem icon={<Plus size={16} />} onSelect={() => void navigate({ to: '/brand/new' })}>
        New brand
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={16} />} tone="danger" onSelect={() => void removeWithUndo()}>
        Delete this brand
      </MenuItem>
    </Menu>
  )
}
