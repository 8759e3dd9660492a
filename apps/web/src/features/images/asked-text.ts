import type { Generation, ImageAction } from '@rheos/contract'
import { countText } from '../count-text.ts'
import { aspectFacts, tierFacts } from './shapes.ts'

type Asked = NonNullable<Generation['image']>

const titles: Readonly<Record<ImageAction, string>> = {
  generate: 'Image',
  variation: 'Variation',
  edit: 'Edit',
  background: 'New background',
  upscale: 'Upscaling',
}

/** What a run is called: its prompt, or what was to be done. */
export function askedTitle({ action, prompt, factor }: Asked): string {
  if (action === 'upscale') return `Upscaled ${factor ?? 2}×`
  return prompt === '' ? titles[action] : prompt
}

/** What was asked beside the words: `Edit`, `Pro`, `1:1`, `2 images`. */
export function askedFacts({ action, tier, aspect, count }: Asked): readonly string[] {
  if (action === 'upscale') return []
  return [
    ...(action === 'generate' ? [] : [titles[action]]),
    tierFacts[tier].label,
    ...(action === 'edit' || action === 'background' ? [] : [aspectFacts[aspect].ratio]),
    ...(count > 1 || action === 'generate' ? [countText(count, 'image')] : []),
  ]
}
