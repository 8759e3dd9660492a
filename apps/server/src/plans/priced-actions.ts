/** What has a price: every version of the price book names these and nothing else. */
export const pricedActions = [
  'image.standard',
  'image.pro',
  'image.upscale',
  'website.import',
  'text.ideas',
  'text.caption',
  'text.post',
  'text.rewrite',
  'text.slides',
] as const

export type PricedAction = (typeof pricedActions)[number]

/** What one unit of each action costs, in credits. */
export type Prices = Readonly<Record<PricedAction, number>>
