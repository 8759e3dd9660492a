import { assert } from './assert.ts'

/** A whole number of credits, never below zero. */
export type Credits = number

export function isCredits(value: unknown): value is Credits {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

export function assertCredits(value: number, what: string): void {
  assert(isCredits(value), `${what} must be a whole number of credits, not ${value}.`)
}

export function assertPositive(value: number, what: string): void {
  assert(isCredits(value) && value > 0, `${what} must be a whole number above zero, not ${value}.`)
}
