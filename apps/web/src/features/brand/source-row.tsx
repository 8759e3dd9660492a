import type { BrandSource } from '@rheos/contract'
import { ClipboardPaste, Ellipsis, Eye, FileText, Globe, Trash2 } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useRemoveSource, useRestoreSource } from '../../api/brand-sources.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'
import { sourceFacts } from './source-words.ts'

const icons = { website: Globe, document: FileText, text: ClipboardPaste } as const

export interface SourceRowProps {
  readonly source: BrandSource
  readonly onOpen: () => void
}

/** A source in its list: what it is, how it begins, and what can be done with it. */
export function SourceRow({ source, onOpen }: SourceRowProps) {
  const Icon = icons[source.kind]
  const remove = useRemoveWithUndo(source)
  return (
    <li className="flex items-start gap-3 py-4">
      <Icon size={18} aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 grow">
        <button
          type="button"
          dir="auto"
          className="hit-area max-w-full truncate text-start font-medium hover:underline"
          onClick={onOpen}
        >
          {source.title}
        </button>
        <p className="text-sm text-muted">
          {sourceFacts(source)}
          {source.addedBy !== '' && <span>, added by {source.addedBy}</span>}
        </p>
        <p dir="auto" className="mt-1 line-clamp-2 text-sm break-words text-muted">
          {source.beginning}
        </p>
      </div>
      <Menu
        trigger={
          <IconButton
            size="sm"
            label={`More for ${source.title}`}
            icon={<Ellipsis size={16} aria-hidden="true" />}
          />
        }
      >
        <MenuItem icon={<Eye size={16} />} onSelect={onOpen}>
          Read or rename
        </MenuItem>
        <MenuItem icon={<Trash2 size={16} />} tone="danger" onSelect={() => void remove()}>
          Remove
        </MenuItem>
      </Menu>
    </li>
  )
}

function useRemoveWithUndo(source: BrandSource): () => Promise<void> {
  const remove = useRemoveSource(source.brandId)
  const restore = useRestoreSource(source.brandId)
  const explain = (error: unknown) => toast({ title: problemFrom(error).detail, tone: 'danger' })
  return async () => {
    try {
      await remove.mutateAsync(source.id)
      toast({
        title: `“${source.title}” was removed`,
        action: {
          label: 'Undo',
          onPress: () => void restore.mutateAsync(source.id).catch(explain),
        },
      })
    } catch (error) {
      explain(error)
    }
  }
}
