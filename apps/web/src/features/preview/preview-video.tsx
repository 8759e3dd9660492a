import { Play } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PreviewPicture } from './preview-content.ts'

export interface PreviewVideoProps {
  readonly video: PreviewPicture
}

/** A video as networks show it in a post: played in its place. */
export function PreviewVideo({ video }: PreviewVideoProps) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: what people upload has no captions with it.
    <video
      src={video.url}
      poster={video.posterUrl}
      controls
      playsInline
      preload="metadata"
      aria-label={video.alt || 'Video'}
      className="size-full bg-(--preview-scrim) object-cover"
    />
  )
}

/** The same where words lie over its lower part, and with them over the controls: it is pressed itself. */
export function PressedVideo({ video }: PreviewVideoProps) {
  const element = useRef<HTMLVideoElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  function press(): void {
    const { current } = element
    if (current === null) return
    if (current.paused) void current.play().catch(() => undefined)
    else current.pause()
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what people upload has no captions with it. */}
      <video
        ref={element}
        src={video.url}
        poster={video.posterUrl}
        loop
        playsInline
        preload="metadata"
        aria-label={video.alt || 'Video'}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        className="size-full bg-(--preview-scrim) object-cover"
      />
      <button
        type="button"
        aria-label={isPlaying ? 'Pause the video' : 'Play the video'}
        onClick={press}
        className="absolute inset-0 grid place-items-center text-(--preview-on-scrim)"
      >
        {!isPlaying && (
          <span className="grid size-16 place-items-center rounded-full bg-(--preview-scrim)">
            <Play aria-hidden="true" className="size-8 fill-current" />
          </span>
        )}
      </button>
    </>
  )
}
