import type { Ledger, PriceBook } from '@rheos/credits'

/** An account, and what it begins with. */
export interface Workspace {
  readonly id: string
  readonly credits: number
  /** Its callers give it more from time to time: it is always near zero. */
  readonly isScarce: boolean
}

/** Few that everybody uses at once. */
export const HOT: readonly Workspace[] = [
  { id: 'hot-1', credits: 1_000_000, isScarce: false },
  { id: 'hot-2', credits: 1_000_000, isScarce: false },
  { id: 'scarce-1', credits: 40, isScarce: true },
  { id: 'scarce-2', credits: 40, isScarce: true },
]

/** Many that somebody uses now and then. */
export const SPREAD: readonly Workspace[] = Array.from({ length: 200 }, (_, index) => ({
  id: `spread-${index}`,
  credits: 2000,
  isScarce: false,
}))

export const PRICES = { 'image.standard': 5, 'image.pro': 10, caption: 1 } as const

export type Action = keyof typeof PRICES

export const PRICE_BOOK: PriceBook = {
  versions: [{ version: 1, effectiveFrom: 0, prices: PRICES }],
}

/** What a caption came to is told and not kept; an image is a row. */
export function hasResult(action: string): boolean {
  return action !== 'caption'
}

/** Low enough that a crowd on one account meets it. */
export const OPEN_OPERATIONS_MAX = 40

export async function openWorkspaces(ledger: Ledger): Promise<void> {
  const anchor = Date.now()
  const openings = [...HOT, ...SPREAD].map(async ({ id: accountId, credits }) => {
    const allowance = { credits, anchor, pausesAtZero: false }
    await ledger.setAllowance({ accountId, allowance, reason: 'sign-up' })
  })
  await Promise.all(openings)
}
