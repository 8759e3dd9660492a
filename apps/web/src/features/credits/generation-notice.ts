import type { Generation } from '@rheos/contract'

/** What is said of a generation that ended while one was elsewhere. */
export interface GenerationNotice {
  readonly title: string
  readonly description?: string
  readonly tone: 'success' | 'danger'
}

type Ended = Pick<Generation, 'kind' | 'status' | 'assets' | 'credits' | 'error' | 'note'>

/** Nothing for what the person ended, and for writing, which is watched as it comes. */
export function generationNotice(generation: Ended): GenerationNotice | undefined {
  if (generation.kind === 'writing') return undefined
  if (generation.status === 'succeeded') return succeeded(generation)
  if (generation.status !== 'failed') return undefined
  return {
    title: generation.kind === 'image' ? 'No image came' : 'The website could not be read',
    description: `${generation.error?.detail ?? 'Something went wrong on our side.'}${chargeText(generation)}`,
    tone: 'danger',
  }
}

function succeeded({ kind, assets, note }: Ended): GenerationNotice {
  const images = assets.length === 1 ? 'Your image is ready' : `${assets.length} images are ready`
  return {
    title: kind === 'image' ? images : 'Your website is read',
    ...(note !== undefined
      ? { description: note }
      : kind === 'import'
        ? { description: 'See what was found and keep what is right.' }
        : {}),
    tone: 'success',
  }
}

/** The ledger's word, not a hope: said only when it spent nothing. */
function chargeText({ credits, error }: Ended): string {
  if (credits.spent > 0 || credits.held > 0) return ''
  return error?.detail.includes('Nothing was charged') ? '' : ' Nothing was charged.'
}
