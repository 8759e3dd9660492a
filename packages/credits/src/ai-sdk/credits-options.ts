import type { SharedV3ProviderOptions } from '@ai-sdk/provider'
import type { Actor } from '../actor.ts'
import { assert } from '../assert.ts'
import type { Credits } from '../credits.ts'

/**
 * Whose credits a call takes, and under which operation. Given as `providerOptions.credits` with a
 * call, or as defaults when the middleware is made.
 */
export type CreditsOptions = {
  readonly accountId?: string
  /** Who asked. */
  readonly actor?: { readonly [Key in keyof Actor]?: string }
  /**
   * One press of a button, as its Idempotency-Key: it is charged once. What the SDK asks besides the
   * first call (another try, the next step of a text) is `id#2`, `id#3` …
   */
  readonly operationId?: string
  /** Of what else was asked: the same operation id with another hash is refused as a conflict. */
  readonly requestHash?: string
  /** The price that somebody saw, for one call. Absent: what the price book says now. */
  readonly quote?: { readonly version: number; readonly credits: Credits }
}

/** What the provider may see of the parameters, and what is only for the meter. */
export interface SplitParams<Params> {
  readonly params: Params
  readonly options: CreditsOptions
}

/** Throws a `BrokenInvariantError` for options that do not exist: a misspelt one would cost money. */
export function splitParams<
  Params extends { readonly providerOptions?: SharedV3ProviderOptions | undefined },
>(params: Params): SplitParams<Params> {
  if (params.providerOptions?.['credits'] === undefined) return { params, options: {} }
  const { credits, ...providerOptions } = params.providerOptions
  return { params: { ...params, providerOptions }, options: creditsOptionsFrom(credits) }
}

const checks: { readonly [Key in keyof Required<CreditsOptions>]: (value: unknown) => boolean } = {
  accountId: isName,
  actor: (value) => isRecord(value) && Object.values(value).every(isTextOrAbsent),
  operationId: isName,
  requestHash: (value) => typeof value === 'string',
  quote: (value) => isRecord(value) && [value['version'], value['credits']].every(isWhole),
}

function creditsOptionsFrom(value: unknown): CreditsOptions {
  assert(isRecord(value), 'providerOptions.credits must be an object.')
  const given = Object.entries(value).filter(([, option]) => option !== undefined)
  for (const [key, option] of given) {
    const check = isKnown(key) ? checks[key] : undefined
    assert(check, `providerOptions.credits has no "${key}".`)
    assert(check(option), `providerOptions.credits.${key} cannot be used.`)
  }
  return Object.fromEntries(given)
}

function isKnown(key: string): key is keyof CreditsOptions {
  return Object.hasOwn(checks, key)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isWhole(value: unknown): boolean {
  return Number.isSafeInteger(value)
}
