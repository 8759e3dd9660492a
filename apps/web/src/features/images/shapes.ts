import type { Aspect, Tier } from '@rheos/contract'

export const aspectFacts: Readonly<
  Record<Aspect, { readonly label: string; readonly ratio: string; readonly value: number }>
> = {
  square: { label: 'Square', ratio: '1:1', value: 1 },
  portrait: { label: 'Portrait', ratio: '4:5', value: 4 / 5 },
  landscape: { label: 'Landscape', ratio: '16:9', value: 16 / 9 },
}

export const aspectNames = Object.keys(aspectFacts) as readonly Aspect[]

export const tierFacts: Readonly<
  Record<Tier, { readonly label: string; readonly hint: string; readonly action: string }>
> = {
  standard: { label: 'Standard', hint: '1024 px, for quick tries', action: 'image.standard' },
  pro: { label: 'Pro', hint: '2048 px, for the final', action: 'image.pro' },
}

export const tierNames = Object.keys(tierFacts) as readonly Tier[]
