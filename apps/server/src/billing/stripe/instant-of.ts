import type { Instant } from '../../clock.ts'

/** Stripe counts in seconds. */
export function instantOf(seconds: number): Instant
export function instantOf(seconds: number | null): Instant | undefined
export function instantOf(seconds: number | null): Instant | undefined {
  return seconds === null ? undefined : seconds * 1000
}
