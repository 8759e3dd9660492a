/** What has a price: every version of the price book names these and nothing else. */
export const pricedActions = [
  'image.standard',
  'image.pro',
  'website.import',
  'text.ideas',
  'text.caption',
  'text.post',
] as const

export type PricedAction = (typeof pricedActions)[number]

/** What one unit of each action costs, in credits. */
export type Prices = Readonly<Record<PricedAction, number>>
