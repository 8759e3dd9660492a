import type { PlanId } from '@rheos/contract'

/** What a plan gives. Data in one place: nothing else in the code asks which plan it is. */
export interface Plan {
  readonly id: PlanId
  readonly name: string
  readonly credits: number
  /** A month, in minor units. */
  readonly price: { readonly amount: number; readonly currency: string }
  readonly brands: { readonly personal: number; readonly business: number }
  /** Media that leaves the studio carries the `#Rheos` mark. */
  readonly watermark: boolean
  /** At 0 credits everything made by AI pauses, free writing too. */
  readonly pausesAtZero: boolean
  readonly team: boolean
}

export const plans: Readonly<Record<PlanId, Plan>> = {
  free: {
    id: 'free',
    name: 'Free',
    credits: 400,
    price: { amount: 0, currency: 'GBP' },
    brands: { personal: 1, business: 1 },
    watermark: true,
    pausesAtZero: true,
    team: false,
  },
  business: {
    id: 'business',
    name: 'Business',
    credits: 1500,
    price: { amount: 2900, currency: 'GBP' },
    brands: { personal: 1, business: 1 },
    watermark: false,
    pausesAtZero: false,
    team: false,
  },
  team: {
    id: 'team',
    name: 'Team',
    credits: 4000,
    price: { amount: 9500, currency: 'GBP' },
    brands: { personal: 1, business: 5 },
    watermark: false,
    pausesAtZero: false,
    team: true,
  },
}

/** The next plan with more credits, if there is one. */
export function planAbove({ credits }: Plan): Plan | undefined {
  return Object.values(plans)
    .filter((plan) => plan.credits > credits)
    .toSorted((a, b) => a.credits - b.credits)[0]
}

/** The first plan with more brands of a kind, if there is one. */
export function planWithMoreBrands({ brands }: Plan, kind: keyof Plan['brands']): Plan | undefined {
  return Object.values(plans)
    .filter((plan) => plan.brands[kind] > brands[kind])
    .toSorted((a, b) => a.credits - b.credits)[0]
}
