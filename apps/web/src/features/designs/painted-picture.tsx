import { useEffect, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { usePainted } from '../../api/designs.ts'
import { classNames } from '../../ui/class-names.ts'
import { useSettled } from '../use-settled.ts'

export interface PaintedPictureProps {
  readonly path: 'designs/preview' | 'carousels/preview'
  /** What is to be painted; asked for when it has not changed for a moment. */
  readonly body: object
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly className?: string
  /** Leaves out why it could not be painted: for small ones beside a large one. */
  readonly quiet?: boolean
}

/** A picture as the server paints it, in the room it will take; the one before stays until it is there. */
export function PaintedPicture(props: PaintedPictureProps) {
  const { path, body, alt, width, height, className, quiet = false } = props
  const painted = usePainted(path, useSettled(body))
  const url = useObjectUrl(painted.data)
  return (
    <div className={classNames('relative', className)}>
      <div
        style={{ aspectRatio: `${width} / ${height}` }}
        className={classNames('w-full overflow-hidden', url === undefined && 'skeleton')}
      >
        {url !== undefined && (
          <img
            src={url}
            alt={alt}
            width={width}
            height={height}
            draggable={false}
            className="block size-full object-contain"
            data-painting={painted.isFetching || undefined}
          />
        )}
      </div>
      {!quiet && painted.isError && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {problemFrom(painted.error).detail}
        </p>
      )}
    </div>
  )
}

/** An address for the bytes; the one before is let go of once another is shown. */
function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (blob === undefined) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => {
      setTimeout(() => URL.revokeObjectURL(made), 1000)
    }
  }, [blob])
  return url
}
