import type { ImageAction } from '@rheos/contract'

interface ActionWords {
  readonly one: string
  /** With a count before it; left out where the action has no count. */
  readonly many?: string
  /** What one unit is, in the price list. */
  readonly unit: string
}

const words: Readonly<Record<string, ActionWords>> = {
  'image.standard': { one: 'Standard image', many: 'standard images', unit: 'per image' },
  'image.pro': { one: 'Pro image', many: 'pro images', unit: 'per image' },
  'image.upscale': { one: 'Upscaling', many: 'upscalings', unit: 'per image' },
  'website.import': { one: 'Website reading', unit: 'per website' },
  'text.ideas': { one: 'Ideas', unit: 'three at a time' },
  'text.caption': { one: 'Caption', unit: 'per caption' },
  'text.post': { one: 'Post', unit: 'per post' },
  'text.rewrite': { one: 'Rewriting', unit: 'per text' },
  'text.slides': { one: 'Slides', unit: 'per carousel' },
}

/** The priced actions that can be used, in the order of the price list. */
export const knownActions = Object.keys(words)

/** What was done for the price of an image; drawing one goes without saying. */
const doneWords: Readonly<Partial<Record<ImageAction, readonly [one: string, many: string]>>> = {
  variation: ['Variation', 'variations'],
  edit: ['Edit', 'edits'],
  background: ['New background', 'new backgrounds'],
}

/**
 * `Pro image`, `3 standard images`, `Edit · pro` where that is what was done; an action of a later
 * version by its own name.
 */
export function actionText(action: string, quantity = 1, did: ImageAction | null = null): string {
  const done = did === null ? undefined : doneWords[did]
  if (done !== undefined && action.startsWith('image.')) {
    const [one, many] = done
    return `${quantity === 1 ? one : `${quantity} ${many}`} · ${action.slice('image.'.length)}`
  }
  const known = words[action]
  if (known === undefined) return action
  return quantity === 1 || known.many === undefined ? known.one : `${quantity} ${known.many}`
}

export function unitText(action: string): string {
  return words[action]?.unit ?? ''
}
