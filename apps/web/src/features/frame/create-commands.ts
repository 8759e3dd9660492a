import { useNavigate } from '@tanstack/react-router'
import {
  FolderPlus,
  GalleryHorizontalEnd,
  Globe,
  ImagePlus,
  PenLine,
  Plug,
  Type,
  Upload,
} from 'lucide-react'
import { useWorkspace } from '../../api/account.ts'
import type { Command } from './command.ts'

type Create = Omit<Command, 'group'>

/** Everything that one can begin, from anywhere. */
export function useCreateCommands(): readonly Command[] {
  const navigate = useNavigate()
  const mayManage = useWorkspace().role !== 'member'
  const forAll: readonly Create[] = [
    {
      ...{ id: 'new-post', label: 'New post', icon: PenLine, hint: 'n' },
      also: 'write draft ideas caption',
      run: () => void navigate({ to: '/posts/new' }),
    },
    {
      ...{ id: 'new-carousel', label: 'New carousel', icon: GalleryHorizontalEnd },
      also: 'create slides',
      run: () => void navigate({ to: '/carousels/new' }),
    },
    {
      ...{ id: 'new-image', label: 'New image', icon: ImagePlus },
      also: 'create make generate picture photo',
      run: () => void navigate({ to: '/images' }),
    },
    {
      ...{ id: 'new-design', label: 'New text design', icon: Type },
      also: 'create text-only quote',
      run: () => void navigate({ to: '/images/design' }),
    },
    {
      ...{ id: 'upload', label: 'Upload pictures or videos', icon: Upload },
      also: 'add files images media library',
      run: () => void navigate({ to: '/library', search: { begin: 'upload' } }),
    },
    {
      ...{ id: 'new-folder', label: 'New folder', icon: FolderPlus },
      also: 'create library',
      run: () => void navigate({ to: '/library', search: { begin: 'folder' } }),
    },
  ]
  const forManagers: readonly Create[] = [
    {
      ...{ id: 'connect-account', label: 'Connect a social account', icon: Plug },
      also: 'add network channel',
      run: () => void navigate({ to: '/settings/accounts' }),
    },
    {
      ...{ id: 'add-brand', label: 'Add a brand', icon: Globe },
      also: 'new create website import',
      run: () => void navigate({ to: '/brand/new' }),
    },
  ]
  return [...forAll, ...(mayManage ? forManagers : [])].map((command) => ({
    ...command,
    group: 'Create',
  }))
}
