import type { Asset, Generation } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import { creditsView, errorView } from '../generation/ending-view.ts'
import { type GenerationRecord, progressView } from '../generation/generation-record.ts'
import { imageOrderSchema } from './image-order.ts'

/** A generation with what it delivered, as people see it. */
export function generationView(record: GenerationRecord, assets: readonly Asset[]): Generation {
  const error = errorView(record)
  return {
    id: record.id,
    kind: record.kind,
    status: record.status,
    progress: progressView(record),
    image: record.kind === 'image' ? imageView(record.request) : null,
    brandId: record.brandId,
    assets: [...assets],
    credits: creditsView(record),
    ...(error && { error }),
    ...(record.note !== null && { note: record.note }),
    createdAt: isoInstant(record.createdAt),
    endedAt: record.endedAt === null ? null : isoInstant(record.endedAt),
  }
}

function imageView(request: unknown): Generation['image'] {
  const { way: _, seed: __, ...shown } = imageOrderSchema.parse(request)
  return shown
}
