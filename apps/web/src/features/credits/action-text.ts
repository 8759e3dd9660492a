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

/** `Pro image`, `3 standard images`; an action of a later version by its own name. */
export function actionText(action: string, quantity = 1): string {
  const known = words[action]
  if (known === undefined) return action
  return quantity === 1 || known.many === undefined ? known.one : `${quantity} ${known.many}`
}

export function unitText(action: string): string {
  return words[action]?.unit ?? ''
}
