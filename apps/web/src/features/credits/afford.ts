import type { Credits } from '@rheos/contract'

/** Whether something can be paid for now, and what of it should be told before. */
export type Afford =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'free' }
  | { readonly kind: 'leaves'; readonly credits: number }
  | { readonly kind: 'short'; readonly by: number; readonly resetsAt: string }
  | { readonly kind: 'paused'; readonly resetsAt: string }

/** The server decides; this only says beforehand what it would answer. */
export function afford(price: number | undefined, credits: Credits | undefined): Afford {
  if (price === undefined || credits === undefined) return { kind: 'unknown' }
  if (credits.paused) return { kind: 'paused', resetsAt: credits.resetsAt }
  if (price === 0) return { kind: 'free' }
  const left = credits.available - price
  if (left < 0) return { kind: 'short', by: -left, resetsAt: credits.resetsAt }
  return { kind: 'leaves', credits: left }
}
