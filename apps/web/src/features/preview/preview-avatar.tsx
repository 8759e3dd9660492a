import { useState } from 'react'
import { fillsFrame } from '../library/fills-frame.ts'
import type { PreviewContent } from './preview-content.ts'

export interface PreviewAvatarProps {
  readonly content: Pick<PreviewContent, 'name' | 'logoUrl'>
  /** Pages of firms are square on LinkedIn, people and everybody elsewhere round. */
  readonly square?: boolean
  readonly className?: string
}

/** The brand's logo, or its first letter. */
export function PreviewAvatar({
  content,
  square = false,
  className = 'size-10',
}: PreviewAvatarProps) {
  const [isWhole, setIsWhole] = useState(false)
  const shape = `shrink-0 overflow-hidden ${square ? 'rounded-sm' : 'rounded-full'} ${className}`
  if (content.logoUrl !== null) {
    return (
      <img
        src={content.logoUrl}
        alt=""
        onLoad={({ currentTarget: image }) =>
          setIsWhole(!fillsFrame(naturalShape(image), frameOf(image)))
        }
        className={`checkered ${isWhole ? 'object-scale-down' : 'object-cover'} ${shape}`}
      />
    )
  }
  return (
    <span
      aria-hidden="true"
      className={`grid place-items-center bg-(--preview-tint) font-semibold text-(--preview-ink) ${shape}`}
    >
      {Array.from(content.name)[0]?.toUpperCase()}
    </span>
  )
}

function naturalShape({ naturalWidth, naturalHeight }: HTMLImageElement) {
  return { width: naturalWidth, height: naturalHeight }
}

function frameOf({ clientWidth, clientHeight }: HTMLImageElement) {
  return { width: clientWidth, height: clientHeight }
}
