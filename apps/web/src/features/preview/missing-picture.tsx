import { ImageOff } from 'lucide-react'

/** Where a network shows nothing without a picture, and there is none yet. */
export function MissingPicture({ what = 'picture' }: { readonly what?: string }) {
  return (
    <div className="grid size-full min-h-40 place-items-center bg-(--preview-tint) text-sm text-(--preview-muted)">
      <span className="flex items-center gap-2">
        <ImageOff aria-hidden="true" className="size-4" />
        No {what} yet
      </span>
    </div>
  )
}
