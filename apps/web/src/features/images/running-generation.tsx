import type { Generation } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useCancelGeneration } from '../../api/generations.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { countText } from '../count-text.ts'
import { ImageGrid } from './image-grid.tsx'

const places = ['first', 'second', 'third', 'fourth'] as const

export interface RunningGenerationProps {
  readonly generation: Generation
  readonly large: boolean
}

/** The room that the images will take, how far they are, what is set aside, and the way to stop. */
export function RunningGeneration({ generation, large }: RunningGenerationProps) {
  const cancel = useCancelGeneration()
  const { image, progress, credits } = generation
  if (image === null) return null
  const shape = image.width / image.height
  return (
    <div>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-48 grow">
          <p role="status" className="mb-2 text-sm tabular-nums">
            {progress?.message ?? 'Starting'}
            <span className="text-muted"> · {countText(credits.held, 'credit')} set aside</span>
          </p>
          <ProgressBar
            label="Progress"
            {...(progress === null ? {} : { done: progress.done, total: progress.total })}
          />
        </div>
        <Button size="sm" loading={cancel.isPending} onClick={() => cancel.mutate(generation.id)}>
          Cancel
        </Button>
      </div>
      {cancel.error !== null && (
        <div className="mb-4">
          <ErrorNotice>{problemFrom(cancel.error).detail}</ErrorNotice>
        </div>
      )}
      <ImageGrid label="Images on their way" count={image.count} large={large}>
        {places.slice(0, image.count).map((place) => (
          <li key={place} className="skeleton rounded-lg" style={{ aspectRatio: shape }} />
        ))}
      </ImageGrid>
    </div>
  )
}
