import type { PreviewPicture } from './preview-content.ts'
import { PreviewVideo } from './preview-video.tsx'

export interface PictureGridProps {
  readonly pictures: readonly PreviewPicture[]
  /** `mosaic`: beside each other. `banner`: one large above a row. `strip`: to be pushed along. */
  readonly layout: 'mosaic' | 'banner' | 'strip'
  /** More than this are counted on the last one. */
  readonly max: number
  /** A single one is shown no taller and no wider than this. */
  readonly shapes: readonly [tallest: number, widest: number]
  readonly className?: string
}

/** Pictures as a timeline lays them out. */
export function PictureGrid({ pictures, layout, max, shapes, className = '' }: PictureGridProps) {
  const [first] = pictures
  if (first === undefined) return null
  if (pictures.length === 1) {
    const shape = Math.min(shapes[1], Math.max(shapes[0], first.shape))
    return (
      <div className={`overflow-hidden ${className}`} style={{ aspectRatio: shape }}>
        <Picture picture={first} />
      </div>
    )
  }
  if (layout === 'strip') return <Strip pictures={pictures} className={className} />
  const shown = pictures.slice(0, max)
  return (
    <div
      className={`grid gap-0.5 overflow-hidden ${gridClass(layout, shown.length)} ${className}`}
      style={{ aspectRatio: layout === 'banner' && shown.length > 2 ? 1 : 16 / 9 }}
    >
      {shown.map((picture, index) => (
        <div
          key={picture.key}
          className={`relative min-h-0 ${cellClass(layout, shown.length, index)}`}
        >
          <Picture picture={picture} />
          {index === max - 1 && pictures.length > max && <More count={pictures.length - max} />}
        </div>
      ))}
    </div>
  )
}

function gridClass(layout: 'mosaic' | 'banner', many: number): string {
  if (many === 2) return 'grid-cols-2'
  if (layout === 'mosaic') return 'grid-cols-2 grid-rows-2'
  return many === 3
    ? 'grid-cols-2 grid-rows-[2fr_1fr]'
    : many === 4
      ? 'grid-cols-3 grid-rows-[2fr_1fr]'
      : 'grid-cols-6 grid-rows-2'
}

function cellClass(layout: 'mosaic' | 'banner', many: number, index: number): string {
  if (layout === 'mosaic') return many === 3 && index === 0 ? 'row-span-2' : ''
  if (many < 3) return ''
  if (many > 4) return index < 2 ? 'col-span-3' : 'col-span-2'
  return index === 0 ? 'col-span-full' : ''
}

function Strip({ pictures, className }: Pick<PictureGridProps, 'pictures' | 'className'>) {
  return (
    // Keyboards push it along with the arrows, once it has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <ul tabIndex={0} aria-label="Pictures" className="flex gap-2 overflow-x-auto">
      {pictures.map((picture) => (
        <li
          key={picture.key}
          className={`h-56 shrink-0 overflow-hidden ${className}`}
          style={{ aspectRatio: Math.min(1.6, Math.max(0.6, picture.shape)) }}
        >
          <Picture picture={picture} />
        </li>
      ))}
    </ul>
  )
}

function More({ count }: { readonly count: number }) {
  return (
    <span className="absolute inset-0 grid place-items-center bg-(--preview-scrim) text-2xl font-semibold text-(--preview-on-scrim)">
      +{count}
    </span>
  )
}

/** One picture or video, filling its place. */
export function Picture({ picture }: { readonly picture: PreviewPicture }) {
  if (picture.isVideo) return <PreviewVideo video={picture} />
  return (
    <img
      src={picture.url}
      alt={picture.alt}
      loading="lazy"
      decoding="async"
      className="size-full bg-(--preview-tint) object-cover"
    />
  )
}
